"""Mergers and splits: items that live on in others, as `replaces` and `replaced_by` declare."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wudan.catalog.model.kinds import LIST_IDS
from wudan.diff.change import RecordEdit
from wudan.diff.edit import edits
from wudan.diff.record import DiffRecord, Key, texts_in

_CLAIMED = ("status", "ended", "replaces")


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Items that became others: n before, m now. An item that took in others is among both."""

    sources: tuple[DiffRecord, ...]
    targets: tuple[DiffRecord, ...]
    before: Mapping[Key, DiffRecord]
    after: Mapping[Key, DiffRecord]

    def does(self) -> Iterator[RecordEdit]:
        """Give what the regrouping does to the records: those that end, those that are new, and who replaces whom."""
        for record in {one.key: one for one in (*self.sources, *self.targets)}.values():
            old, new = self.before.get(record.key), self.after.get(record.key)
            if old is None and new is not None:
                yield RecordEdit("add", new.key, new.key, new.owner, new.data)
            elif old is not None and new is None:
                yield RecordEdit("remove", old.key, old.key)
            elif old is not None and new is not None:
                numbered = enumerate(edits(old.data, new.data))
                claimed = tuple((number, edit) for number, edit in numbered if edit.path[0] in _CLAIMED)
                yield RecordEdit("edit", old.key, new.key, new.owner, {}, claimed)


def regroupings(before: Mapping[Key, DiffRecord], after: Mapping[Key, DiffRecord]) -> tuple[Regrouping, ...]:
    """Give the mergers and splits between two sides. One item that became one other is none."""
    links = list(_links(before, after))
    if not links:
        return ()
    import networkx  # noqa: PLC0415 (slow to load, and few changes declare who replaces whom)

    found = []
    for component in networkx.connected_components(networkx.Graph(links)):
        sources = tuple(before[key] for key in sorted(component) if _is_in_use(before.get(key)))
        targets = tuple(after[key] for key in sorted(component) if _is_in_use(after.get(key)))
        if sources and targets and len(sources) + len(targets) > 2:
            found.append(Regrouping(sources, targets, before, after))
    return tuple(sorted(found, key=lambda group: group.targets[0].key))


def _links(before: Mapping[Key, DiffRecord], after: Mapping[Key, DiffRecord]) -> Iterator[tuple[Key, Key]]:
    """Give each pair of an item that ended and one that goes on for it, where this is new."""
    for key, record in after.items():
        if key[0] not in LIST_IDS:
            continue
        known = before.get(key)
        for source in texts_in(record.data.get("replaces")):
            if source not in (texts_in(known.data.get("replaces")) if known else ()):
                yield (key[0], source), key
        if _is_in_use(known) and not _is_in_use(record):
            targets = texts_in(record.mapping("ended").get("replaced_by"))
            yield from ((key, (key[0], target)) for target in targets)


def _is_in_use(record: DiffRecord | None) -> bool:
    return record is not None and record.is_in_use
