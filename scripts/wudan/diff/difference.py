"""The difference between two catalogs, made once and handed to everything that asks what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wudan.catalog.catalog import Catalog
from wudan.diff.change import Change
from wudan.diff.compare import compare
from wudan.diff.match import Matches, match
from wudan.diff.naming import names_of
from wudan.diff.reckoning import Reckoning, reckon_between
from wudan.diff.record import DiffRecord, Key, records_of


@dataclass(frozen=True, eq=False)
class Difference:
    """Two catalogs, and what the one becomes in the other; each part is made when it is first asked for, and kept.

    Of a file that one side cannot be read of nothing is said: its records are neither gone nor new, and are in no sum.
    """

    before: Catalog
    after: Catalog

    @cached_property
    def matches(self) -> Matches:
        """The records of both sides, and which of them are the same."""
        return match(_told(self.before, self.after), _told(self.after, self.before))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every logical edit once: those that move the rules first, then by list and item."""
        return compare(self.before, self.after, self.matches)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What people call the records of either side, by the ids with which others name them."""
        return names_of(self.before, self.after)

    @cached_property
    def reckoning(self) -> Reckoning:
        """What the difference comes to in figures, over all departments."""
        return reckon_between(self.before, self.after, self.matches)

    def reckoning_of(self, department: str) -> Reckoning:
        """Give what the difference comes to for the items of one department."""
        return reckon_between(self.before, self.after, self.matches, department)


def _told(catalog: Catalog, other: Catalog) -> Mapping[Key, DiffRecord]:
    """Give the records of a catalog but those of files that cannot be read on the other side."""
    records = catalog.derived(records_of)
    unread = {file.path for file in other.files if file.document is None}
    return {key: record for key, record in records.items() if record.document.path not in unread} if unread else records
