import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wudan.tables.limits import Length, read_length


@pytest.mark.parametrize(
    ("written", "count", "unit"),
    [
        ("20个工作日", 20, "工作日"),
        ("２０ 个工作日", 20, "工作日"),
        ("二十个工作日", 20, "工作日"),
        ("自受理之日起20个工作日内", 20, "工作日"),
        ("法定15个工作日", 15, "工作日"),
        ("45自然日", 45, "自然日"),
        ("20日", 20, ""),
        ("十天以内", 10, ""),
        ("20", 20, ""),
        ("2小时", 2, "小时"),
        ("3个月", 3, "月"),
        ("一年", 1, "年"),
        ("即办", 0, "工作日"),
        ("当场办结", 0, "工作日"),
        ("即办件", 0, "工作日"),
    ],
)
def test_lengths_of_time_are_read(written: str, count: int, unit: str) -> None:
    assert read_length(written) == Length(count, unit)


@pytest.mark.parametrize(
    "written", ["", "按规定", "20日，可延长10日", "20个工作日或者30个工作日", "尽快", "十十日", "-5日"]
)
def test_what_is_no_single_length_is_not_guessed(written: str) -> None:
    assert read_length(written) is None


def numeral(number: int) -> str:
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=999))
def test_chinese_numerals_are_the_numbers_they_stand_for(number: int) -> None:
    assert read_length(f"{numeral(number)}个工作日") == Length(number, "工作日")


@settings(deadline=None)
@given(st.text(alphabet="0123456789十百零〇一二个工作日自然天时月年内以之法定承诺不超过在。 ", max_size=60))
def test_no_text_is_a_crash_and_no_length_is_negative(text: str) -> None:
    length = read_length(text)
    assert length is None or length.count >= 0
