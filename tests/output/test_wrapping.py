import pytest
from hypothesis import given
from hypothesis import strategies as st

from wudan.output.wrapping import columns, definitions, wrapped

TEXTS = st.text(alphabet="审批事项，。（）“”abc 1-", max_size=60)


@given(TEXTS, st.integers(10, 40))
def test_wrapping_loses_and_adds_nothing_but_blanks(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="审批事项清单", max_size=80), st.integers(2, 40))
def test_chinese_fills_its_lines_and_is_never_wider(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert all(columns(line) >= width - 1 for line in lines[:-1])


@given(TEXTS)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(text: str) -> None:
    between = "审".join(text.split())
    lines = wrapped(f"审{between}审", 20)
    assert [line for line in lines[1:] if line[:1] in set("，。）”")] == []
    assert [line for line in lines[:-1] if line[-1:] in set("（“")] == []


def test_words_break_at_blanks_alone() -> None:
    assert wrapped("one two-three four", 9) == ["one", "two-three", "four"]


def test_a_word_that_is_too_long_stands_on_a_line_of_its_own() -> None:
    assert wrapped("a 012345678901234 b", 10) == ["a", "012345678901234", "b"]


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("审批", 4), ("“审”", 6)])
def test_a_chinese_character_is_two_columns_wide(text: str, width: int) -> None:
    assert columns(text) == width


def test_a_long_term_has_a_line_of_its_own() -> None:
    rows = [("--a", "短"), ("--much-longer-than-that", "长")]
    assert list(definitions(rows, 40, most=10)) == ["  --a         短", "  --much-longer-than-that", "              长"]
