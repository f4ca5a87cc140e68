"""Which record of the one catalog is which of the other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wudan.catalog.model.kinds import LIST_IDS
from wudan.diff.record import DiffRecord, Key
from wudan.likeness import RENAMED_ENTRY, nearest_key


@dataclass(frozen=True, slots=True)
class Matches:
    """All records of both sides by key; those that are the same, and those that one side alone has."""

    before: Mapping[Key, DiffRecord]
    after: Mapping[Key, DiffRecord]
    pairs: Sequence[tuple[DiffRecord, DiffRecord]]
    gone: Sequence[DiffRecord]
    come: Sequence[DiffRecord]

    def guesses(self) -> Mapping[Key, DiffRecord]:
        """Give, for a new entry of a list, the one gone from it whose name is most like its own, if any is.

        A guess is for a reader to judge; it matches nothing.
        """
        found = {}
        names: dict[str, dict[Key, str]] = defaultdict(dict)
        for record in self.gone:
            if record.kind.id in LIST_IDS:
                names[record.kind.id][record.key] = record.name
        gone = {record.key: record for record in self.gone}
        for record in self.come:
            near = nearest_key(record.name, names[record.kind.id], RENAMED_ENTRY)
            if near is not None:
                found[record.key] = gone[near]
        return found


def match(before: Mapping[Key, DiffRecord], after: Mapping[Key, DiffRecord]) -> Matches:
    """Match records by identity, then, in the lists, by a code that one record of each side bears. Never by name."""
    pairs = [(before[key], after[key]) for key in before if key in after]
    gone = [record for key, record in before.items() if key not in after]
    come = [record for key, record in after.items() if key not in before]
    by_code = dict(_by_code(gone, come))
    found = {(old.key, new.key) for old, new in by_code.values()}
    pairs.extend(by_code.values())
    old_keys, new_keys = {old for old, _ in found}, {new for _, new in found}
    return Matches(
        before,
        after,
        pairs,
        [record for record in gone if record.key not in old_keys],
        [record for record in come if record.key not in new_keys],
    )


def _by_code(
    gone: Sequence[DiffRecord], come: Sequence[DiffRecord]
) -> Iterator[tuple[tuple[str, str], tuple[DiffRecord, DiffRecord]]]:
    before, after = _coded(gone), _coded(come)
    for key, old in before.items():
        if key in after:
            yield key, (old, after[key])


def _coded(records: Sequence[DiffRecord]) -> Mapping[tuple[str, str], DiffRecord]:
    """Give the records of the lists by list and code; a code that two of them bear tells nothing."""
    coded = [
        ((record.kind.id, str(record.data["code"])), record)
        for record in records
        if record.kind.id in LIST_IDS and record.data.get("code")
    ]
    counts = Counter(key for key, _ in coded)
    return {key: record for key, record in coded if counts[key] == 1}
