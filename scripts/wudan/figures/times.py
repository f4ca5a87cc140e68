"""How long the items of the hall take: by law, by promise, and in fact."""

from typing import TYPE_CHECKING

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.measures import is_in_hall
from wudan.catalog.model.approval import TimeLimit
from wudan.catalog.model.base import Limit
from wudan.catalog.working_days import working_days

if TYPE_CHECKING:
    import pandas as pd

_DAYS = frozenset({"工作日", "自然日"})


class Mean(msgspec.Struct, frozen=True):
    """The mean of a length of time over the items that state it, in days."""

    days: float
    items: int


class Times(msgspec.Struct, frozen=True):
    """Means over the items in use that are handled in the hall or a branch hall.

    `printed` takes a limit by law as it is printed, calendar days and working days alike, which is how published
    reports count; a limit in months or years is taken in working days. `statutory_least` and `statutory_most` turn
    every limit into working days, as few and as many as the holidays allow. `promised` and `actual` are working days.
    `compression` is the share by which the promises stay below the printed limits by law, from 0 to 1.
    """

    printed: Mean
    statutory_least: Mean
    statutory_most: Mean
    promised: Mean
    actual: Mean
    compression: float


def time_table(catalog: Catalog) -> "pd.DataFrame":
    """Give one row an item of the hall, indexed by its id; a time that the item does not state is missing.

    Columns: department, case_type, and in days printed, statutory_least, statutory_most, promised, actual.
    """
    import pandas as pd  # noqa: PLC0415 (belongs to an extra, and the schema of the figures needs none of it)

    year = catalog.year
    columns = ["id", "department", "case_type", *Times.__struct_fields__[:5]]
    rows = [
        (placed.record.id, placed.owner, placed.record.case_type, *_days(placed.record.time_limit, year))
        for placed in catalog.approvals
        if placed.record.is_in_use and is_in_hall(catalog, placed.record)
    ]
    return pd.DataFrame(rows, columns=columns).set_index("id")


def times(catalog: Catalog) -> Times | None:
    """Give the means over the items of the hall; None where there is no item that states its limits."""
    table = time_table(catalog)
    stated = table.dropna(subset=["printed", "promised"])
    if stated.empty:
        return None
    return Times(
        **{name: _mean(table[name]) for name in Times.__struct_fields__[:5]},
        compression=round(1 - float(stated["promised"].sum()) / float(stated["printed"].sum()), 4),
    )


def _mean(days: "pd.Series[float]") -> Mean:
    stated = days.dropna()
    return Mean(round(float(stated.mean()), 4) if len(stated) else 0.0, len(stated))


def _days(times: TimeLimit | None, year: int) -> tuple[float | None, ...]:
    """Give the five times of an item in days."""
    if times is None:
        return (None,) * 5
    least, most = working_days(times.statutory, year) if times.statutory else (None, None)
    promised = sum(working_days(times.promised, year)) / 2 if times.promised else None
    actual = sum(working_days(times.actual_mean, year)) / 2 if times.actual_mean else None
    return _printed(times.statutory, year), least, most, promised, actual


def _printed(limit: Limit | None, year: int) -> float | None:
    if limit is None:
        return None
    return limit.count if limit.unit in _DAYS else sum(working_days(limit, year)) / 2
