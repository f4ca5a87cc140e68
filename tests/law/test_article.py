"""Places in a law are read whole, or not at all."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.numerals import numeral
from wudan.law.article import Article, read_article

NUMBERS = st.integers(1, 9999)


@given(
    NUMBERS,
    st.one_of(st.none(), st.integers(1, 99)),
    st.one_of(st.none(), st.integers(1, 99)),
    st.booleans(),
    st.sampled_from([numeral, str]),
)
def test_an_article_is_read_as_it_was_written(
    number: int, paragraph: int | None, item: int | None, inserted: bool, write: Callable[[int], str]
) -> None:
    text = f"第{write(number)}条" + ("之一" if inserted else "")
    text += f"第{write(paragraph)}款" if paragraph else ""
    text += f"第（{write(item)}）项" if item else ""
    assert read_article(text) == Article(number, inserted=inserted, paragraph=paragraph, item=item)


@given(NUMBERS, st.sampled_from(["附件", "附表", "附录"]), st.sampled_from(["项", "号", "条"]))
def test_a_place_in_an_annex_is_told_from_an_article(number: int, annex: str, unit: str) -> None:
    assert read_article(f"{annex}第{number}{unit}") == Article(number, in_annex=True)


def test_blanks_mean_nothing() -> None:
    assert read_article(" 第 四 条 第 二 款 ") == Article(4, paragraph=2)


@pytest.mark.parametrize(
    "text",
    ["", "第三章", "第四条、第五条", "第四条至第六条", "四条", "第四条第二款及第三款", "第205项", "附件", "第条"],
)
def test_anything_else_is_not_guessed(text: str) -> None:
    assert read_article(text) is None


@given(st.text("第一二三十百条款项之附件0123（）至、", max_size=12))
def test_any_text_is_read_or_not_and_a_number_is_never_below_zero(text: str) -> None:
    article = read_article(text)
    assert article is None or article.number >= 0
