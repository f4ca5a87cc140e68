"""Lengths of time as intervals of working days, so that limits in different units can be compared honestly.

Thirty calendar days hold between so and so many working days, depending on where the holidays fall. What the interval
cannot decide stays undecided.
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, Protocol

_WORKING_HOURS_A_DAY = 8
_HOURS_A_DAY = 24
_SATURDAY = 5


class Length(Protocol):
    """A length of time as the model has it: `Limit`, `MeanTime`."""

    @property
    def count(self) -> float:
        """How many units."""

    @property
    def unit(self) -> str:
        """工作日, 自然日, 小时, 月 or 年."""


class WorkingDays(NamedTuple):
    """The least and the most working days that a length of time can be."""

    least: float
    most: float

    def surely_longer(self, other: "WorkingDays") -> bool:
        """Say whether this is longer than the other, wherever the holidays fall."""
        return self.least > other.most

    def perhaps_longer(self, other: "WorkingDays") -> bool:
        """Say whether this can be longer than the other; true as well of what surely is."""
        return self.most > other.least

    def __str__(self) -> str:
        """Give `20` or `18–22`."""
        return f"{self.least:g}" if self.least == self.most else f"{self.least:g}–{self.most:g}"


def working_days(length: Length, year: int) -> WorkingDays:
    """Give the working days that a length of time can hold when it begins on any day of that year.

    The public holidays are those that the State Council announced (全国年节及纪念日放假办法). Of years for which none
    are known, every day from Monday to Friday counts.
    """
    count = length.count
    if length.unit == "工作日":
        return WorkingDays(count, count)
    if length.unit == "小时":
        return WorkingDays(count / _HOURS_A_DAY, count / _WORKING_HOURS_A_DAY)
    return _span(int(count), length.unit, year)


def is_surely_longer(one: Length, other: Length, year: int) -> bool:
    """Say whether a length of time is longer than another wherever the holidays fall; in one unit the counts tell."""
    if one.unit == other.unit:
        return one.count > other.count
    return working_days(one, year).surely_longer(working_days(other, year))


@cache
def _span(count: int, unit: str, year: int) -> WorkingDays:
    """Give the fewest and the most working days in so many days, months or years that begin in the year."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    begins = [start + timedelta(days=day) for day in range((end - start).days + 1)]
    ends = [_after(begin, count, unit) for begin in begins]
    workdays = _workdays(begins[0], ends[-1])
    counts = [
        bisect_left(workdays, last) - bisect_left(workdays, first) for first, last in zip(begins, ends, strict=True)
    ]
    return WorkingDays(min(counts), max(counts))


def _after(begin: date, count: int, unit: str) -> date:
    """Give the day on which a length of time that begins on a day has passed."""
    if unit == "自然日":
        return begin + timedelta(days=count)
    month = begin.month - 1 + count * (12 if unit == "年" else 1)
    year, month = begin.year + month // 12, month % 12 + 1
    return date(year, month, min(begin.day, monthrange(year, month)[1]))


def _workdays(first: date, last: date) -> Sequence[date]:
    """Give the working days of a span of time; where no holidays are known, those from Monday to Friday."""
    import chinese_calendar  # noqa: PLC0415 (only limits in other units than working days need it)
    from chinese_calendar.constants import holidays  # noqa: PLC0415

    known = range(min(holidays).year, max(holidays).year + 1)
    days = (first + timedelta(days=day) for day in range((last - first).days + 1))
    return [
        day for day in days if (chinese_calendar.is_workday(day) if day.year in known else day.weekday() < _SATURDAY)
    ]
