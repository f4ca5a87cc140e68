"""Periods in words: how long a result holds (4年, 长期有效), how long before its end a renewal is asked for."""

import math
import re

from wudan.catalog.numerals import read_number

_COUNT = "[0-9]{1,3}|[零〇一二两三四五六七八九十]{1,3}"
_PERIOD = re.compile(rf"(?<![0-9])({_COUNT})\s*个?\s*(年|月|工作日|日|天)")
_ENDLESS = re.compile("长期|永久|无期限|不限")
_WITHIN = re.compile(r"^\s*(?:之?内|以内)")
_DAYS = {"年": 365.0, "月": 365 / 12, "工作日": 1.4, "日": 1.0, "天": 1.0}


def periods_in(text: str) -> tuple[float, ...]:
    """Give the periods that a text names, in days, in order; what holds for good is infinite."""
    found = tuple(_days(match) for match in _PERIOD.finditer(text))
    return found or ((math.inf,) if _ENDLESS.search(text) else ())


def period_in(text: str) -> float | None:
    """Give the one period that a text names, in days; None where it names none or several."""
    found = periods_in(text)
    return found[0] if len(found) == 1 else None


def lead_in(text: str) -> float | None:
    """Give how many days before the end something must be asked for at the latest; None where the text does not say.

    届满前90日内 is a time within which it is asked for, up to the last day: 0.
    """
    found = _PERIOD.search(text)
    if found is None or not ("前" in text[: found.start()] or text[found.end() :].lstrip().startswith(("前", "之前"))):
        return None
    rest = text[found.end() :].removeprefix("前")
    return 0.0 if _WITHIN.search(rest) else _days(found)


def rise(old: str, new: str) -> int | None:
    """Give 1 where the periods of a text grew, -1 where they shrank, 0 where they are the same; else None.

    Texts with several periods are compared one by one, where they say the same but for these.
    """
    before, after = periods_in(old), periods_in(new)
    if not before or len(before) != len(after) or (len(before) > 1 and _frame(old) != _frame(new)):
        return None
    signs = {sign(one, other) for one, other in zip(before, after, strict=True)} - {0}
    return None if len(signs) > 1 else next(iter(signs), 0)


def sign(before: float, after: float) -> int:
    """Give 1 where a period is longer than another, -1 where it is shorter, 0 where they are of one length."""
    if before == after or math.isclose(before, after, rel_tol=0.01):
        return 0
    return 1 if after > before else -1


def _frame(text: str) -> str:
    return _PERIOD.sub("", text).replace(" ", "")


def _days(match: re.Match[str]) -> float:
    return read_number(match[1]) * _DAYS[match[2]]
