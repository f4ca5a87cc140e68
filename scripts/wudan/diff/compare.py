"""The changes in substance between two catalogs: every logical edit once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.kinds import KINDS, LIST_IDS
from wudan.diff.change import Change, RecordEdit
from wudan.diff.edit import Edit, edits
from wudan.diff.listing import Element
from wudan.diff.match import Matches
from wudan.diff.meaning import kind_of_edit
from wudan.diff.record import DiffRecord, texts_in
from wudan.diff.reform import moves_of
from wudan.diff.regrouping import regroupings
from wudan.diff.transfers import Transfer, namesakes, transfers
from wudan.diff.transitions import EFFECTS, TRANSITIONS
from wudan.diff.whole_records import Surroundings, come, effect_of, gone, moved, regrouped

# What moves the rule itself comes first.
_FRAME = ("catalog", "baseline", "adjustment", "laws", "waivers", "departments")
_ORDER = {kind: place for place, kind in enumerate((*_FRAME, *(kind for kind in KINDS if kind not in _FRAME)))}

# What a new identity brings along.
_OF_IDENTITY = ("id", "code", "status", "ended", "replaces")


def compare(before: Catalog, after: Catalog, matches: Matches) -> tuple[Change, ...]:
    """Give the changes from one catalog to another, those that move the rules first, then by list and item.

    `matches` are their records, of which nothing else is told.
    """
    groups = regroupings(matches.before, matches.after)
    grouped = {record.key for group in groups for record in (*group.sources, *group.targets)}
    moves = moves_of(before, after)
    names = {
        key[1]: record.name
        for key, record in (*matches.before.items(), *matches.after.items())
        if key[0] == "approvals"
    }
    around = Surroundings(moves, transfers(matches, grouped), names, after.year)
    found: list[Change] = [regrouped(group) for group in groups]
    found.extend(gone(record, around) for record in matches.gone if record.key not in grouped)
    guesses, others = matches.guesses(), namesakes(matches)
    for record in matches.come:
        if record.key not in grouped:
            found.append(come(record, around, guesses.get(record.key), others.get(record.key)))
    for transfer in {id(one): one for one in around.transfers.values()}.values():
        found.extend(_told_of_both(transfer, around))
    for before_it, now in matches.pairs:
        if (before_it.data is not now.data and before_it.data != now.data) or before_it.owner != now.owner:
            found.extend(_within(_pair(before_it, now), around, is_grouped=now.key in grouped))
    return tuple(sorted(found, key=_place))


def _place(change: Change) -> tuple[object, ...]:
    record = change.record
    return (_ORDER[record.kind.id], record.owner or "", record.identity, EFFECTS.index(change.effect), change.field)


def _told_of_both(transfer: Transfer, around: Surroundings) -> Iterator[Change]:
    """Give what the entry asks otherwise at its new department. The two ends do it; here it is only told."""
    owners = transfer.source.owner, transfer.target.owner
    told = [
        edit
        for edit in edits(transfer.source.data, transfer.target.data)
        if edit.path[0] not in _OF_IDENTITY and (edit.old, edit.new) != owners
    ]
    source = replace(transfer.source, owner=transfer.target.owner)
    for change in _within(_Pair(source, transfer.target, told), around, is_grouped=False):
        yield replace(change, before=transfer.source, does=())


@dataclass(frozen=True, slots=True)
class _Pair:
    """A record before and after, and the edits that turn the one into the other."""

    old: DiffRecord
    new: DiffRecord
    edits: Sequence[Edit]

    def change(self, kind: str, claimed: Sequence[Edit], old: Any, new: Any) -> Change:
        """Give a change of the record as a whole, which claims some of its edits."""
        path = claimed[0].path if claimed else ()
        return Change(kind, effect_of(kind, self.new), self.old, self.new, path, old, new, does=(self.does(claimed),))

    def does(self, claimed: Iterable[Edit]) -> RecordEdit:
        wanted = set(map(id, claimed))
        numbered = tuple((number, edit) for number, edit in enumerate(self.edits) if id(edit) in wanted)
        return RecordEdit("edit", self.old.key, self.new.key, self.new.owner, {}, numbered)


def _pair(old: DiffRecord, new: DiffRecord) -> _Pair:
    return _Pair(old, new, tuple(edits(old.data, new.data)))


def _within(pair: _Pair, around: Surroundings, *, is_grouped: bool) -> Iterator[Change]:
    """Give the changes of one record: first those that have a name of their own, then field by field."""
    left = list(pair.edits)
    if pair.old.kind.id in LIST_IDS:
        if is_grouped:
            left = [edit for edit in left if not _belongs_to_group(edit)]
        for logical in _LOGICAL:
            for change in logical(pair, left, around):
                claimed = {id(edit) for record in change.does for _, edit in record.edits}
                left = [edit for edit in left if id(edit) not in claimed]
                yield change
    for edit in left:
        kind = kind_of_edit(pair.new.kind.id, edit, around.year)
        effect = TRANSITIONS[kind].effect
        yield Change(kind, effect, pair.old, pair.new, edit.path, edit.old, edit.new, does=(pair.does((edit,)),))


def _belongs_to_group(edit: Edit) -> bool:
    return edit.path[0] in ("status", "ended", "replaces")


Logical = Callable[[_Pair, Sequence[Edit], Surroundings], Iterable[Change]]


def _identity(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:  # noqa: ARG001
    if claimed := [edit for edit in left if edit.path == ("id",)]:
        yield pair.change("id_changed", claimed, pair.old.identity, pair.new.identity)


def _transferred(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:  # noqa: ARG001
    if pair.old.owner == pair.new.owner:
        return
    owners = (pair.old.owner, pair.new.owner)
    claimed = [edit for edit in left if edit.path[0] == "bodies" and (edit.old, edit.new) == owners]
    yield pair.change("transferred", claimed, *owners)


def _renamed(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:  # noqa: ARG001
    named = [edit for edit in left if edit.path == ("name",)]
    if named:
        former = [edit for edit in left if edit.path[0] == "former_names" and _is_about(edit, named[0])]
        yield pair.change("renamed", [*named, *former], named[0].old, named[0].new)


def _is_about(edit: Edit, named: Edit) -> bool:
    """Say whether an edit of the former names writes down the old name, or strikes off the one that is back."""
    written, struck_off = edit.operation in ("add", "set"), edit.operation in ("remove", "unset")
    return (written and edit.new in (named.old, [named.old])) or (struck_off and edit.old in (named.new, [named.new]))


def _type(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:  # noqa: ARG001
    if claimed := [edit for edit in left if edit.path == ("type",)]:
        yield pair.change("type_changed", claimed, claimed[0].old, claimed[0].new)


_TOWN = "镇（乡、街道）级"


def _level(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:  # noqa: ARG001
    claimed = [edit for edit in left if edit.path == ("level",) and _TOWN in (edit.old, edit.new)]
    if claimed:
        kind = "delegated" if claimed[0].new == _TOWN else "drawn_up"
        yield pair.change(kind, claimed, claimed[0].old, claimed[0].new)


_STATUSES = {
    ("在用", "暂停"): "suspended",
    ("暂停", "在用"): "resumed",
}


def _status(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:
    claimed = [edit for edit in left if edit.path[0] in ("status", "ended")]
    status = next((edit for edit in claimed if edit.path == ("status",)), None)
    if status is None:
        return
    claimed.sort(key=lambda edit: edit is not status)
    if (transfer := around.transfers.get(pair.new.key)) and "取消" in (status.old, status.new):
        kind = "moved_away" if status.new == "取消" else "moved_here"
        yield moved(kind, transfer, pair.old, pair.new, (pair.does(claimed),), path=status.path)
        return
    if status.new == "取消":
        kind = "delegated" if around.moves.leaves(pair.new) else "cancelled"
    else:
        kind = _STATUSES.get((pair.old.text("status"), pair.new.text("status")), "revived")
    yield pair.change(kind, claimed, status.old, status.new)


def _charge(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:  # noqa: ARG001
    """Give the beginning or the end of a charge, with what is charged."""
    claimed = [edit for edit in left if edit.path[0] == "fee"]
    if any(edit.path == ("fee", "charged") for edit in claimed):
        old, new = (record.mapping("fee") for record in (pair.old, pair.new))
        kind = "charged" if new.get("charged") else "freed"
        claimed.sort(key=lambda edit: edit.path != ("fee", "charged"))
        yield pair.change(kind, claimed, _charges(old), _charges(new))


def _charges(fee: Mapping[str, Any]) -> Any:
    """Give what is charged: the fees and funds, else what is said of them."""
    return [*texts_in(fee.get("fees")), *texts_in(fee.get("funds"))] or fee.get("note") or fee.get("charged")


def _precondition(pair: _Pair, left: Sequence[Edit], around: Surroundings) -> Iterator[Change]:
    """Give preconditions that are the same under another name: one told by its name before, and by its id now."""
    gone, come = (
        {_called(edit.old or edit.new, around.names): edit for edit in left if _is_precondition(edit, operation)}
        for operation in ("remove", "add")
    )
    for called in (gone.keys() & come.keys()) - {""}:
        edit = replace(come[called], old=gone[called].old)
        effect = TRANSITIONS["called_otherwise"].effect
        does = (pair.does((gone[called], come[called])),)
        yield Change("called_otherwise", effect, pair.old, pair.new, edit.path, edit.old, edit.new, does=does)


def _is_precondition(edit: Edit, operation: str) -> bool:
    return edit.operation == operation and edit.path[:-1] == ("preconditions",) and isinstance(edit.path[-1], Element)


def _called(precondition: Any, names: Mapping[str, str]) -> str:
    """Give what a precondition is called, whether it is an item of the lists or one of another body."""
    if not isinstance(precondition, dict):
        return str(precondition)
    external = precondition.get("external")
    if isinstance(external, dict):
        return str(external.get("name", ""))
    return names.get(str(precondition.get("approval", "")), "")


_LOGICAL: tuple[Logical, ...] = (
    _identity, _status, _level, _transferred, _renamed, _type, _charge, _precondition,
)  # fmt: skip
