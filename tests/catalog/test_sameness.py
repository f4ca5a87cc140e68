import pytest
from hypothesis import given
from hypothesis import strategies as st

from wudan.catalog.sameness import fold_name, is_same_text

NAME = "采砂许可（新办）"


@pytest.mark.parametrize(
    "written",
    [
        "采砂许可(新办)",
        "采砂许可 （新办）",
        "采砂许可〔新办〕",
        "采砂许可（新办）。",
        "采砂许可（新办）*",
        "1.采砂许可（新办）",
        "１、采砂许可（新办）；",
        "（三）采砂许可（新办）",
        "十二、采砂许可（新办）",
        "⑤采砂许可（新办）",
        "★ 采砂许可（新办）",
        "采砂\u200b许可\xa0（新办）",
    ],
)
def test_a_name_is_the_same_in_any_writing(written: str) -> None:
    assert fold_name(written) == fold_name(NAME)


@pytest.mark.parametrize(
    "other", ["采砂许可（延续）", "采砂许可", "河道采砂许可（新办）", "采砂许可（新办、延续）", "二级采砂许可（新办）"]
)
def test_another_name_stays_another(other: str) -> None:
    assert fold_name(other) != fold_name(NAME)


@pytest.mark.parametrize("name", ["1.5吨以下车辆许可", "三轮车许可", "（临时）占道许可", "3A级景区评定"])
def test_a_number_that_is_part_of_the_name_stays(name: str) -> None:
    assert fold_name(name)[:2] == fold_name(name + "。")[:2]
    assert fold_name(name) != fold_name(name[1:])


@pytest.mark.parametrize("name", ["1.", "*", "（一）", "。", " "])
def test_a_name_of_marks_alone_is_still_told_from_others(name: str) -> None:
    assert fold_name(name) != fold_name("甲")


@given(st.text(max_size=30))
def test_a_text_is_the_same_as_itself_and_marks_at_its_end_tell_nothing(text: str) -> None:
    assert is_same_text(text, text)
    assert fold_name(f"{text}采砂") == fold_name(f" {text}采砂。 ")


def test_the_order_of_lines_makes_no_other_text() -> None:
    assert is_same_text("甲；\n乙", "乙\n甲")
    assert not is_same_text("甲\n乙", "甲\n丙")
