"""The same edit over many items as one group."""

from collections.abc import Sequence

import msgspec

from wudan.diff.report import WrittenChange

_WHOLE = frozenset({"added", "removed", "merged", "split", "taken_over", "delegated"})


class Group(msgspec.Struct, frozen=True):
    """Changes that say the same of different items, in their order; mostly one."""

    changes: tuple[WrittenChange, ...]

    @property
    def first(self) -> WrittenChange:
        """The change that stands for all."""
        return self.changes[0]


def grouped(changes: Sequence[WrittenChange]) -> tuple[Group, ...]:
    """Group edits of one field of one list from the same to the same. A record that comes or goes stands alone."""
    groups: dict[object, list[WrittenChange]] = {}
    for index, change in enumerate(changes):
        key: object = index
        if change.kind not in _WHOLE:
            key = (change.kind, change.list, change.effect, change.field, change.message)
        groups.setdefault(key, []).append(change)
    return tuple(Group(tuple(found)) for found in groups.values())
