"""Changes of whole records: what came, went, merged, was split or went to another department."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from wudan.catalog.model.approval import Approval
from wudan.catalog.permission import permission_sign
from wudan.diff.change import Change, RecordEdit
from wudan.diff.listing import Path
from wudan.diff.record import DiffRecord, Key
from wudan.diff.reform import Moves
from wudan.diff.regrouping import Regrouping
from wudan.diff.transfers import Transfer
from wudan.diff.transitions import TRANSITIONS, Effect

# Lists whose entries ask something of an applicant by being there, and records that offer him something.
_ASKING = frozenset({"approvals", "fees", "funds", "negative", "intermediaries"})
_OFFERING = frozenset({"service", "places"})
_MIRRORED: Mapping[Effect, Effect] = {"burden": "relief", "relief": "burden"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides on a record's changes beside itself.

    Decisions, entries that went to another department, names of items by id, the year of the holidays.
    """

    moves: Moves
    transfers: Mapping[Key, Transfer]
    names: Mapping[str, str]
    year: int


def effect_of(kind: str, record: DiffRecord) -> Effect:
    """Give what a change of a whole record is for the applicant: what lists ask of him, and what they offer."""
    effect = TRANSITIONS[kind].effect
    if record.kind.id in _ASKING and not _is_service(record):
        return effect
    if record.kind.id in _ASKING | _OFFERING:
        return _MIRRORED.get(effect, effect)
    return "neutral"


def _is_service(record: DiffRecord) -> bool:
    """Say whether a record is a public service in fact, and no approval that is only called one."""
    if record.data.get("type") != "公共服务":
        return False
    try:
        item = msgspec.convert(dict(record.data), Approval)
    except msgspec.ValidationError:  # another list, or a record that S002 speaks of
        return True
    return permission_sign(item, is_set_by_law=any(citation.sets for citation in item.basis)) is None


def gone(record: DiffRecord, around: Surroundings) -> Change:
    """Give the change of a record that is there no more."""
    does = (RecordEdit("remove", record.key, record.key),)
    if transfer := around.transfers.get(record.key):
        return moved("moved_away", transfer, record, None, does)
    kind = "delegated" if around.moves.leaves(record) else "removed"
    return Change(kind, effect_of(kind, record), record, None, does=does)


def come(record: DiffRecord, around: Surroundings, guess: DiffRecord | None, namesake: DiffRecord | None) -> Change:
    """Give the change of a record that was not there before, with those it may be that nobody declared."""
    does = (RecordEdit("add", record.key, record.key, record.owner, record.data),)
    if transfer := around.transfers.get(record.key):
        return moved("moved_here", transfer, None, record, does)
    kind = "taken_over" if around.moves.arrives(record) else "added"
    return Change(kind, effect_of(kind, record), None, record, does=does, guess=guess, namesake=namesake)


def moved(
    kind: str,
    transfer: Transfer,
    before: DiffRecord | None,
    after: DiffRecord | None,
    does: tuple[RecordEdit, ...],
    *,
    path: Path = (),
) -> Change:
    """Give one end of a transfer: the entry that ended, or the one that began."""
    owners = transfer.source.owner, transfer.target.owner
    return Change(kind, TRANSITIONS[kind].effect, before, after, path, *owners, does=does)


def regrouped(group: Regrouping) -> Change:
    """Give the merger or split that items went into."""
    first, last = group.sources[0], group.targets[0]
    kind = "merged" if len(group.sources) >= len(group.targets) else "split"
    return Change(
        kind, effect_of(kind, last), first, last, sources=group.sources, targets=group.targets, does=tuple(group.does())
    )
