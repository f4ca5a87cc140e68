"""Numbers are read as laws and guides write them."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.numerals import DIGITS, numeral
from wudan.catalog.numerals import read_number

NUMBERS = st.integers(1, 9999)


@given(NUMBERS)
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    assert read_number(numeral(number)) == read_number(str(number)) == number


@given(st.integers(1000, 9999))
def test_a_year_is_read_digit_by_digit(year: int) -> None:
    written = "".join(DIGITS[int(digit)] for digit in str(year))
    assert read_number(written) == read_number(written.replace("零", "〇")) == year


def test_a_pair_is_two() -> None:
    assert read_number("两") == 2
