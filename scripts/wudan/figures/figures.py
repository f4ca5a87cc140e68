"""All figures of a catalog, as `wudan stats` gives them."""

from collections import Counter
from collections.abc import Iterable
from typing import get_args

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.measures import measure
from wudan.catalog.model.register import Measure
from wudan.figures.citations import Citations, citation_figures
from wudan.figures.reform import Reform, reform_since_baseline
from wudan.figures.times import Times, times


class Published(msgspec.Struct, frozen=True):
    """A figure that a report printed, beside which the computed ones can be held."""

    report: str
    subject: str
    count: float
    unit: str


class Figures(msgspec.Struct, frozen=True):
    """What can be counted in a catalog on its judged day.

    `counts` is by measure, the others by value; cancelled entries never count. `times` is None where no item of the
    hall states its limits, `reform` where there is no baseline.
    """

    judged_on: str
    counts: dict[str, int]
    items_by_type: dict[str, int]
    items_by_case_type: dict[str, int]
    powers_by_type: dict[str, int]
    places_by_kind: dict[str, int]
    times: Times | None
    reform: Reform | None
    citations: Citations
    published: tuple[Published, ...]


def figures_of(catalog: Catalog) -> Figures:
    """Compute the figures of a catalog."""
    items = [placed.record for placed in catalog.approvals if placed.record.is_in_use]
    powers = [placed.record for placed in catalog.of("powers") if placed.record.is_in_use]
    return Figures(
        judged_on=catalog.judged_on,
        counts={name: measure(catalog, name) for name in get_args(Measure)},
        items_by_type=_by(item.type for item in items),
        items_by_case_type=_by(item.case_type or "" for item in items),
        powers_by_type=_by(power.type for power in powers),
        places_by_kind=_by(place.record.kind for place in catalog.places.values()),
        times=times(catalog),
        reform=reform_since_baseline(catalog),
        citations=citation_figures(catalog),
        published=tuple(
            Published(placed.record.title, claim.subject, claim.count, claim.unit or "")
            for placed in catalog.of("statistics")
            for claim in placed.record.claims
        ),
    )


def _by(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(value for value in values if value).most_common())
