"""Finds the entry of the catalog that a row speaks of: by id, else by code, else by exact name in the department."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.tables.remarks import Remark
from wudan.tables.rows import Draft


@dataclass(frozen=True, slots=True)
class Match:
    """A draft and the entry it speaks of; None where it is new."""

    draft: Draft
    placed: Placed[Entry] | None


def match(drafts: Iterable[Draft], catalog: Catalog, list_id: str, remarks: list[Remark]) -> tuple[Match, ...]:
    """Give each draft with its entry. Of several entries or drafts with one name, the first belongs to the first."""
    drafts = tuple(drafts)
    matcher = _Matcher(catalog, list_id, drafts, remarks)
    found: dict[int, Placed[Entry] | None] = {}
    for find in (matcher.by_id, matcher.by_code, matcher.by_name, matcher.by_only_name):
        for number, draft in enumerate(drafts):
            if found.get(number) is None and (placed := find(draft)):
                found[number] = placed
    _check_names(drafts, remarks)
    return tuple(Match(draft, found.get(number)) for number, draft in enumerate(drafts))


class _Matcher:
    """The entries of a list, each of which is found once."""

    def __init__(self, catalog: Catalog, list_id: str, drafts: tuple[Draft, ...], remarks: list[Remark]) -> None:
        self._catalog = catalog
        self._times = Counter((draft.department, draft.data["name"]) for draft in drafts)
        self._list_id = list_id
        self._remarks = remarks
        self._left = {placed.record.id: placed for placed in catalog.of(list_id)}
        self._rows: dict[str, int] = {}
        self._by_code: dict[tuple[str, str], list[Placed[Entry]]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[Placed[Entry]]] = defaultdict(list)
        for placed in catalog.of(list_id):
            owner = placed.owner or ""
            if placed.record.code:
                self._by_code[owner, placed.record.code].append(placed)
            self._by_name[owner, placed.record.name].append(placed)

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
            arguments = {"id": id_, "owner": placed.owner or ""}
            self._remarks.append(Remark("foreign_id", cell, arguments, "id", id_))
            return None
        return self._take(placed)

    def by_code(self, draft: Draft) -> Placed[Entry] | None:
        code = draft.data.get("code")
        if code is None or "id" in draft.data:
            return None
        entries = [placed for placed in self._by_code[draft.department, code] if placed.record.id in self._left]
        named = [placed for placed in entries if placed.record.name == draft.data["name"]]
        chosen = named or (entries if len(entries) == 1 else [])
        return self._take(chosen[0]) if chosen else None

    def by_name(self, draft: Draft) -> Placed[Entry] | None:
        if "id" in draft.data:
            return None
        code = draft.data.get("code")
        entries = [
            placed
            for placed in self._by_name[draft.department, draft.data["name"]]
            if placed.record.id in self._left and (not code or not placed.record.code)
        ]
        return self._take(entries[0]) if entries else None

    def by_only_name(self, draft: Draft) -> Placed[Entry] | None:
        """A name that one row and one entry have means that entry, whatever their codes."""
        key = (draft.department, draft.data["name"])
        if "id" in draft.data or self._times[key] != 1 or len(self._by_name[key]) != 1:
            return None
        return self._take(self._by_name[key][0])

    def _take(self, placed: Placed[Entry] | None) -> Placed[Entry] | None:
        return None if placed is None else self._left.pop(placed.record.id, None)


def _check_names(drafts: tuple[Draft, ...], remarks: list[Remark]) -> None:
    first: dict[tuple[str, Any], Draft] = {}
    for draft in _without_identity(drafts):
        key = (draft.department, draft.data["name"])
        if key in first:
            arguments = {"name": draft.data["name"], "row": first[key].first.row}
            remarks.append(Remark("same_name", draft.first, arguments, "name"))
        first.setdefault(key, draft)


def _without_identity(drafts: Iterable[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        if not draft.data.keys() & {"id", "code"}:
            yield draft
