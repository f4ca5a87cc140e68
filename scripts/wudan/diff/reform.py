"""What the decisions of the reform say of records that come or go: taken over from above, delegated away."""

from collections.abc import Mapping
from dataclasses import dataclass

from wudan.catalog.catalog import Catalog
from wudan.diff.record import DiffRecord

_FROM_ABOVE = ("上级下放", "上级授权", "上级委托")


@dataclass(frozen=True, slots=True)
class Moves:
    """Baseline entries that decisions hand down to this level or away from it, with the document of each."""

    taken_over: Mapping[str, str]
    delegated: Mapping[str, str]

    def arrives(self, record: DiffRecord) -> bool:
        """Say whether a new record came down from above."""
        return record.text("base") in self.taken_over or record.text("power_source") in _FROM_ABOVE

    def leaves(self, record: DiffRecord) -> bool:
        """Say whether a record that goes was delegated."""
        return record.text("base") in self.delegated


def moves_of(*catalogs: Catalog) -> Moves:
    """Read the decisions of both sides; which of them binds is for the baseline, not for the difference."""
    taken_over: dict[str, str] = {}
    delegated: dict[str, str] = {}
    for catalog in catalogs:
        for placed in catalog.of("adjustment"):
            for change in placed.record.changes:
                if change.kind == "take_over":
                    taken_over.update({entry.id: placed.record.document for entry in change.to})
                elif change.kind == "delegate_down":
                    delegated.update(dict.fromkeys(change.from_, placed.record.document))
    return Moves(taken_over, delegated)
