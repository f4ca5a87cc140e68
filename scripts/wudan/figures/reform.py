"""What the reform came to: the items in use against the frozen baseline, and what became of the rest of it."""

from collections import Counter

import msgspec

from wudan.baseline.comparison import comparison_of, fate_of
from wudan.baseline.lineage import origin_of
from wudan.catalog.catalog import Catalog
from wudan.diff.reckoning import Reckoning, reckon


class Reform(msgspec.Struct, frozen=True):
    """The lists against a baseline: its title and day (YYYY-MM-DD), the sums, and what took entries out of it.

    `fates` counts the entries of the baseline that no item stands for one to one: `cancelled`, `delegated`, `merged`,
    `split`, `converted`, and `missing` for those that nobody lists.
    """

    baseline: str
    as_of: str
    reckoning: Reckoning
    fates: dict[str, int]


def reform_since_baseline(catalog: Catalog) -> Reform | None:
    """Hold the approval items in use against the baseline as it was frozen; None where there is no baseline.

    Items of types that the baseline does not cover count only where they stand for one of its entries.
    """
    comparison = catalog.derived(comparison_of)
    if comparison is None:
        return None
    record = comparison.baseline.placed.record
    frozen = {entry.id: entry for entry in record.entries if entry.list == "approvals"}
    origins = [(origin_of(pair, frozen), pair.item.record) for pair in comparison.pairs]
    origins += [(frozen.get(kept.departed.standing.entry.id), kept.item.record) for kept in comparison.kept]
    origins += [(None, item.record) for item in comparison.outside]
    followed = {origin.id for origin, _ in origins if origin}
    gone = [entry for entry in frozen.values() if entry.id not in followed]
    departed = comparison.baseline.departed
    fates = Counter(fate_of(departed[entry.id].decision) if entry.id in departed else "missing" for entry in gone)
    return Reform(
        baseline=record.title,
        as_of=record.as_of,
        reckoning=reckon(
            [(origin, item) for origin, item in origins if origin],
            gone,
            [item for origin, item in origins if origin is None],
            catalog.year,
        ),
        fates=dict(fates.most_common()),
    )
