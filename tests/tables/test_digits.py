from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wudan.tables.formats.digits import of_text, plain_number


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("1234", "1234"),
        ("1.2345678E7", "12345678"),
        ("123456789012345", "123456789012345"),
        ("1.5", "1.5"),
        ("-0.0", "0"),
        ("1234567890123456", "1234567890123456"),  # sixteen digits that a double still holds
        ("410199005501240001", "410199005501240001"),  # no double has these digits
        ("1141019900550124000000012345678", "1141019900550124000000012345678"),
    ],
)
def test_a_number_with_all_its_digits_is_taken(raw: Any, text: Any) -> None:
    assert plain_number(raw) == (text, None)


@pytest.mark.parametrize(
    "raw",
    [
        "1.141019900550124e+30",
        "1.10101199003072E+17",
        "1e15",
        "1234567890123450",  # ends in zero, as spreadsheet programs leave it
        "410199005501240000",
        "1E400",
    ],
)
def test_a_number_that_lost_digits_is_not_taken(raw: Any) -> None:
    text, trait = plain_number(raw)
    assert text == ""
    assert (trait.kind, trait.shown) == ("digits_lost", raw)


@pytest.mark.parametrize(
    ("text", "taken", "kind"),
    [
        ("1.14102E+30", "", "digits_lost"),
        ("4.10199E+17", "", "digits_lost"),
        ("1.141019900550124e+30", "", "digits_lost"),
        (" 4.1E+17 ", "", "digits_lost"),
        ("1E+15", "", "digits_lost"),
        ("1.23E+02", "123", ""),
        ("1.23456789E+08", "123456789", ""),
        ("410199005501240000", "410199005501240000", "digits_doubtful"),
        ("1141019900550120000000000000000", "1141019900550120000000000000000", "digits_doubtful"),
        ("410199000000", "410199000000", ""),
        ("410199005501240100", "410199005501240100", ""),
        ("11E5", "11E5", ""),
        ("3E2", "3E2", ""),
        ("1.5E+3室", "1.5E+3室", ""),
        ("001234", "001234", ""),
    ],
)
def test_a_text_that_shows_a_number_is_looked_at(text: Any, taken: Any, kind: Any) -> None:
    found, trait = of_text(text)
    assert (found, trait.kind if trait else "") == (taken, kind)


@given(st.integers(min_value=10**17, max_value=10**18 - 1))
def test_no_code_of_eighteen_digits_that_went_through_a_double_is_taken(code: Any) -> None:
    assert plain_number(repr(float(code)))[0] == ""
    assert plain_number(str(int(float(code))))[0] == ""


@given(st.integers(min_value=0, max_value=10**31))
def test_digits_are_taken_as_they_are_or_not_at_all(code: Any) -> None:
    assert plain_number(str(code))[0] in {str(code), ""}
