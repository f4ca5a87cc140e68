"""The lists held against the effective baseline, item by item: what a reviewer goes through with a department."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from wudan.baseline.decision import Decision
from wudan.baseline.effective import Departed, EffectiveBaseline, Standing, effective_baseline
from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """An item in use and the entry of the baseline that it stands for."""

    item: Placed[Approval]
    standing: Standing


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """An item in use although its entry has left the baseline."""

    item: Placed[Approval]
    departed: Departed


@dataclass(frozen=True, eq=False)
class Comparison:
    """Which items stand for which entries, which stand outside, and which entries nobody lists.

    `tombstones` holds the items of status 取消 by baseline id.
    """

    catalog: Catalog
    baseline: EffectiveBaseline
    pairs: tuple[Pair, ...]
    kept: tuple[Kept, ...]
    outside: tuple[Placed[Approval], ...]
    missing: tuple[Standing, ...]
    tombstones: Mapping[str, Placed[Approval]] = field(default_factory=dict)

    @cached_property
    def by_entry(self) -> Mapping[str, tuple[Placed[Approval], ...]]:
        """The items in use by the id of their baseline entry."""
        found: dict[str, tuple[Placed[Approval], ...]] = {}
        for pair in self.pairs:
            found[pair.standing.entry.id] = (*found.get(pair.standing.entry.id, ()), pair.item)
        return found


Fate = Literal["cancelled", "delegated", "merged", "split", "converted", "renamed"]
_FATES: Mapping[str, Fate] = {
    "cancel": "cancelled",
    "delegate_down": "delegated",
    "merge": "merged",
    "split": "split",
    "convert": "converted",
}


def fate_of(decision: Decision) -> Fate:
    """Say what became of an entry by the decision that took it out of the baseline."""
    return _FATES.get(decision.change.kind, "renamed")


def comparison_of(catalog: Catalog) -> Comparison | None:
    """Compare the approval items of a catalog with its effective baseline; None where there is no baseline.

    Items are matched by `base` alone, never by name. Items of types that the baseline does not cover are compared
    only where they name an entry. Use it through `catalog.derived`.
    """
    baseline = catalog.derived(effective_baseline)
    if baseline is None:
        return None
    pairs, kept, outside = [], [], []
    tombstones: dict[str, Placed[Approval]] = {}
    for item in catalog.approvals:
        base = item.record.base or ""
        if not item.record.is_in_use:
            tombstones.setdefault(base, item)
        elif base in baseline.standing:
            pairs.append(Pair(item, baseline.standing[base]))
        elif base in baseline.departed:
            kept.append(Kept(item, baseline.departed[base]))
        elif baseline.covers(item.record.type):
            outside.append(item)
    listed = {pair.standing.entry.id for pair in pairs} | catalog.faulty_values("approvals", "base")
    missing = tuple(
        standing
        for entry_id, standing in baseline.standing.items()
        if standing.entry.list == "approvals" and entry_id not in listed and "approvals" not in catalog.unread
    )
    return Comparison(catalog, baseline, tuple(pairs), tuple(kept), tuple(outside), missing, tombstones)
