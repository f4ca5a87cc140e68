"""Items that went from one department to another (划转) under a new identity, as their names tell."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from wudan.catalog.model.kinds import LIST_IDS
from wudan.catalog.sameness import fold_name
from wudan.diff.match import Matches
from wudan.diff.record import DiffRecord, Key

_Called = tuple[str, str, str]
"""List, folded name and type: what two entries for one matter have alike."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """An entry that ended at one department, and the one for the same matter that began at another."""

    source: DiffRecord
    target: DiffRecord


def transfers(matches: Matches, grouped: Container[Key]) -> Mapping[Key, Transfer]:
    """Give the transfers of a difference, each by the key of its source and by that of its target.

    Only what is told apart by nothing counts: of one list, name and type one entry alone ended, one alone began, and
    they belong to different departments. What mergers and splits declare (`grouped`) is none.
    """
    ended, begun = ([one for one in side if one.is_in_use] for side in (matches.gone, matches.come))
    for old, new in matches.pairs:
        if old.data is not new.data and old.is_in_use != new.is_in_use:
            (begun if new.is_in_use else ended).append(new)
    before, after = (_by_name(one for one in side if one.key not in grouped) for side in (ended, begun))
    found: dict[Key, Transfer] = {}
    for called in before.keys() & after.keys():
        sources, targets = before[called], after[called]
        if len(sources) == len(targets) == 1 and sources[0].owner != targets[0].owner:
            transfer = Transfer(matches.before[sources[0].key], targets[0])
            found[sources[0].key] = found[targets[0].key] = transfer
    return found


def namesakes(matches: Matches) -> Mapping[Key, DiffRecord]:
    """Give, for a new entry, the one of that list, name and type in use at another department, if one alone is."""
    new = {record.key for record in matches.come}
    if not new:
        return {}
    there = _by_name(one for key, one in matches.after.items() if key not in new and one.is_in_use)
    found = {}
    for record in matches.come:
        others = there.get(_called(record), ()) if record.kind.id in LIST_IDS else ()
        if len(others) == 1 and others[0].owner != record.owner:
            found[record.key] = others[0]
    return found


def _by_name(records: Iterable[DiffRecord]) -> Mapping[_Called, list[DiffRecord]]:
    found: dict[_Called, list[DiffRecord]] = defaultdict(list)
    for record in records:
        if record.kind.id in LIST_IDS:
            found[_called(record)].append(record)
    return found


def _called(record: DiffRecord) -> _Called:
    return record.kind.id, fold_name(record.name), record.text("type")
