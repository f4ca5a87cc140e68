"""Finds the entry of the catalog that a row speaks of: by id, else by code, else by name in the department.

Names are the same name in any writing: width, blanks, brackets, numbers and marks around them make no difference.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.catalog.sameness import fold_name
from wudan.tables.drafts import Draft
from wudan.tables.merging import merge
from wudan.tables.remarks import Remark


@dataclass(frozen=True, slots=True)
class Match:
    """A draft and the entry it speaks of; None where it is new."""

    draft: Draft
    placed: Placed[Entry] | None

    @property
    def is_transfer(self) -> bool:
        """Whether the entry still stands at another department."""
        return self.placed is not None and self.placed.owner != self.draft.department


def match(
    drafts: Iterable[Draft], catalog: Catalog, list_id: str, remarks: list[Remark], *, transfer: bool = False
) -> tuple[Match, ...]:
    """Give each draft with its entry.

    Of several entries or drafts with one name, those belong together that say the same, then the first to the first.
    With `transfer` a new draft whose name one entry of another department alone bears speaks of that entry.
    """
    drafts = tuple(drafts)
    matcher = _Matcher(catalog, list_id, drafts, remarks, transfer=transfer)
    found: dict[int, Placed[Entry] | None] = {}
    ways = (
        matcher.by_id,
        matcher.by_equal,
        matcher.by_code_and_name,
        matcher.by_code,
        matcher.by_exact_name,
        matcher.by_name,
        matcher.by_only_name,
    )
    for find in ways:
        for number, draft in enumerate(drafts):
            if found.get(number) is None and (placed := find(draft)):
                found[number] = placed
    _check_names(drafts, remarks)
    return tuple(
        Match(draft, found[number]) if found.get(number) else _moved(matcher, draft, remarks, transfer=transfer)
        for number, draft in enumerate(drafts)
    )


def _moved(matcher: "_Matcher", draft: Draft, remarks: list[Remark], *, transfer: bool) -> Match:
    """Give a draft that no entry of its department answers to, with the one it moved from where that is asked."""
    placed = matcher.elsewhere(draft)
    if placed is None:
        return Match(draft, None)
    owner = placed.owner or ""
    arguments = {"name": draft.data["name"], "owner": matcher.name_of(owner), "id": placed.record.id}
    message = "transferred" if transfer else "moved"
    remarks.append(Remark(message, draft.first, arguments, "name", placed.record.id))
    return Match(draft, matcher.take(placed) if transfer else None)


class _Matcher:
    """The entries of a list, each of which is found once."""

    def __init__(
        self, catalog: Catalog, list_id: str, drafts: tuple[Draft, ...], remarks: list[Remark], *, transfer: bool
    ) -> None:
        self._catalog = catalog
        self._transfer = transfer
        self._times = Counter(_key(draft) for draft in drafts)
        self._list_id = list_id
        self._remarks = remarks
        self._left = {placed.record.id: placed for placed in catalog.of(list_id)}
        self._rows: dict[str, int] = {}
        self._by_code: dict[tuple[str, str], list[Placed[Entry]]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[Placed[Entry]]] = defaultdict(list)
        self._anywhere: dict[str, list[Placed[Entry]]] = defaultdict(list)
        for placed in catalog.of(list_id):
            owner, name = placed.owner or "", fold_name(placed.record.name)
            if placed.record.code:
                self._by_code[owner, placed.record.code].append(placed)
            self._by_name[owner, name].append(placed)
            if placed.record.is_in_use:
                self._anywhere[name].append(placed)

    def by_id(self, draft: Draft) -> Placed[Entry] | None:
        id_ = draft.data.get("id")
        if id_ is None:
            return None
        cell = draft.cells["id"]
        if id_ in self._rows:
            self._remarks.append(Remark("repeated_id", cell, {"id": id_, "row": self._rows[id_]}, "id", id_))
            return None
        self._rows[id_] = cell.row
        placed = self._catalog.by_id.get((self._list_id, id_))
        if placed is None:
            self._remarks.append(Remark("unknown_id", cell, {"id": id_}, "id", id_))
        elif placed.owner != draft.department:
            arguments = {"id": id_, "name": draft.data["name"], "owner": self.name_of(placed.owner or "")}
            message = "transferred" if self._transfer else "foreign_id"
            self._remarks.append(Remark(message, cell, arguments, "id", id_))
            if not self._transfer:
                return None
        return self.take(placed)

    def by_code_and_name(self, draft: Draft) -> Placed[Entry] | None:
        """The entry with code and name, before a row of another name can claim it for the code alone."""
        name = fold_name(draft.data["name"])
        return self.take(next((one for one in self._coded(draft) if fold_name(one.record.name) == name), None))

    def by_code(self, draft: Draft) -> Placed[Entry] | None:
        """The only entry with that code, whatever its name."""
        entries = self._coded(draft)
        return self.take(entries[0]) if len(entries) == 1 else None

    def _coded(self, draft: Draft) -> list[Placed[Entry]]:
        codes = () if "id" in draft.data else _codes(draft)
        found = (placed for code in codes for placed in self._by_code[draft.department, code])
        return [placed for placed in found if placed.record.id in self._left]

    def by_equal(self, draft: Draft) -> Placed[Entry] | None:
        """Of several entries with one name, the one to which the draft has nothing to add."""
        if "id" in draft.data or len(self._by_name[_key(draft)]) <= 1:
            return None
        codes = _codes(draft)
        entries = [
            placed
            for placed in self._by_name[_key(draft)]
            if placed.record.id in self._left and placed.record.code in (*codes, None)
        ]
        olds = ((placed, placed.document.value(placed.path)) for placed in entries)
        name = draft.data["name"]
        equal = [
            ((placed.record.name != name, len(str(old))), placed)
            for placed, old in olds
            if merge(old, draft.data) == old
        ]
        return self.take(min(equal, key=lambda found: found[0])[1]) if equal else None

    def by_exact_name(self, draft: Draft) -> Placed[Entry] | None:
        """A name written just so comes before the same in another writing."""
        exact = (placed for placed in self._named(draft) if placed.record.name == draft.data["name"])
        return self.take(next(exact, None))

    def by_name(self, draft: Draft) -> Placed[Entry] | None:
        """The first entry of that name."""
        return self.take(next(iter(self._named(draft)), None))

    def by_only_name(self, draft: Draft) -> Placed[Entry] | None:
        """A name that one row and one entry have means that entry, whatever their codes."""
        key = _key(draft)
        if "id" in draft.data or self._times[key] != 1 or len(self._by_name[key]) != 1:
            return None
        return self.take(self._by_name[key][0])

    def elsewhere(self, draft: Draft) -> Placed[Entry] | None:
        """The one entry in use of any department with that name and type, which no row speaks of; None if several."""
        named = self._anywhere[fold_name(draft.data["name"])]
        if len(named) != 1 or "id" in draft.data or named[0].record.id not in self._left:
            return None
        is_alike = getattr(named[0].record, "type", None) == draft.data.get("type")
        return named[0] if is_alike and named[0].owner != draft.department else None

    def name_of(self, department: str) -> str:
        """The name of a department."""
        placed = self._catalog.departments.get(department)
        return placed.record.name if placed else department

    def take(self, placed: Placed[Entry] | None) -> Placed[Entry] | None:
        """Give an entry unless it was given before."""
        return None if placed is None else self._left.pop(placed.record.id, None)

    def _named(self, draft: Draft) -> list[Placed[Entry]]:
        """The entries with the name of a draft; a code that both have and that differs tells them apart."""
        if "id" in draft.data:
            return []
        code = draft.data.get("code")
        return [
            placed
            for placed in self._by_name[_key(draft)]
            if placed.record.id in self._left and (not code or not placed.record.code)
        ]


def _key(draft: Draft) -> tuple[str, str]:
    return draft.department, fold_name(draft.data["name"])


def _codes(draft: Draft) -> tuple[str, ...]:
    """The code of a draft, and those that its rows dispute: which of them stays depends on the order of the rows."""
    code = draft.data.get("code")
    disputed = (*draft.disputed.get("code", ()), *draft.disputed.get("parts[].code", ()))
    return tuple(dict.fromkeys([code, *disputed])) if code else ()


def _check_names(drafts: tuple[Draft, ...], remarks: list[Remark]) -> None:
    first: dict[tuple[str, str], Draft] = {}
    for draft in _without_identity(drafts):
        key = _key(draft)
        if key in first:
            arguments = {"name": draft.data["name"], "row": first[key].first.row}
            remarks.append(Remark("same_name", draft.first, arguments, "name"))
        first.setdefault(key, draft)


def _without_identity(drafts: Iterable[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        if not draft.data.keys() & {"id", "code"}:
            yield draft
