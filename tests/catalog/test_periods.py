"""Periods in words are read in digits and numerals; what a text does not say is not guessed."""

import math

import pytest

from wudan.catalog.periods import lead_in, period_in, rise


@pytest.mark.parametrize(
    ("text", "days"),
    [("4年", 1460), ("四年", 1460), ("12个月", 365), ("十五日", 15), ("最长不超过2年", 730), ("长期有效", math.inf),
     ("当年有效", None), ("五年，最长不超过十年", None), ("2015年有效", None), ("许可证载明的期限", None)],
)  # fmt: skip
def test_a_period_is_read_where_the_text_names_one(text: str, days: float | None) -> None:
    assert period_in(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [("届满 30 日前", 30), ("有效期满前三个月", 91.25), ("期满前90日内", 0), ("到期前6个月以内", 0), ("4年", None),
     ("经营期限届满前重新提出申请", None), ("届满四十五天之前", 45)],
)  # fmt: skip
def test_the_lead_of_a_renewal_is_read_and_a_time_within_is_none(text: str, days: float | None) -> None:
    assert lead_in(text) == days


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [("4年", "1年", -1), ("两年", "长期", 1), ("1年", "12个月", 0), ("一类6年；二类3年", "一类6年；二类2年", -1),
     ("一类6年；二类3年", "一类4年；二类5年", None), ("一类6年；二类3年", "甲类4年；乙类2年", None),
     ("4年", "证上写明", None)],
)  # fmt: skip
def test_periods_are_compared_one_by_one(old: str, new: str, way: int | None) -> None:
    assert rise(old, new) == way
