from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wudan.tables.formats.number_format import format_code, write_number, write_text


def written(raw: Any, code: Any) -> Any:
    text, trait = write_number(raw, code)
    return trait.kind if trait else text


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("1234", "000000", "001234"),
        ("0", "000", "000"),
        ("1234567", "000000", "1234567"),
        ("11410199", "0000000000", "0011410199"),
        ("37112345678", "0000-00000000", "0371-12345678"),
        ("20150101", '0000"年"00"月"00"日"', "2015年01月01日"),
        ("20", '0"个工作日"', "20个工作日"),
        ("20", "0个工作日", "20个工作日"),
        ("20", 'General"个工作日"', "20个工作日"),
        ("7", '"不超过"0"日"', "不超过7日"),
        ("5.5", '0.0"个工作日"', "5.5个工作日"),
        ("5.5", '0"个工作日"', "5.5个工作日"),
        ("20", r"0\天", "20天"),
        ("1000", "#,##0", "1000"),
        ("1234567.5", '#,##0.00"元"', "1234567.5元"),
        ("10", '"¥"#,##0.00', "10元"),
        ("10", r"[$¥-804]#,##0.00;[$¥-804]\-#,##0.00", "10元"),
        ("10", '"$"#,##0.00', "$10"),
        ("-10", "#,##0.00_);(#,##0.00)", "-10"),
        ("-10", "0;[Red]-0", "-10"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0"),
        ("120000", r'0\.0,"万元"', "12.0万元"),
        ("120000", '0.00,"千元"', "120千元"),
        ("0.05", "0%", "5%"),
        ("0.125", "0.00%", "12.5%"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "", "0.3"),
        ("0.0000001", "", "0.0000001"),
        ("123456789012", "0.00E+00", "123456789012"),
        ("0.5", "# ?/?", "0.5"),
        ("1", '[=1]"是";[=0]"否";0', "是"),
        ("0", '[=1]"是";[=0]"否";0', "否"),
        ("150", '[>=100]0"元";0"角"', "150元"),
        ("5", '[>=100]0"元";0"角"', "5角"),
        ("20", "[DBNum1]0", "20"),
        ("20", "[Red]0", "20"),
        ("20", "@", "20"),
    ],
)
def test_what_a_format_adds_belongs_to_the_text(raw: Any, code: Any, text: Any) -> None:
    assert written(raw, code) == text


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("42328", "yyyy-mm-dd", "2015-11-20"),
        ("42328", 'yyyy"年"m"月"d"日"', "2015-11-20"),
        ("42328", "yyyy年m月d日", "2015-11-20"),
        ("42328", r"[$-804]yyyy\-m\-d;@", "2015-11-20"),
        ("42328", "m/d/yy", "2015-11-20"),
        ("42328", 'yyyy"年"m"月"', "2015-11-20"),
        ("42328.354166666664", "yyyy-mm-dd hh:mm", "2015-11-20 08:30"),
        ("42328.354166666664", "yyyy-mm-dd", "2015-11-20"),
        ("0.354166666666667", "h:mm", "08:30"),
        ("0.354178240740741", "h:mm:ss AM/PM", "08:30:01"),
        ("1.5", "[h]:mm", "36:00"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("-5", "yyyy-mm-dd", "-5"),
        ("99999999", "yyyy-mm-dd", "99999999"),
    ],
)
def test_a_date_is_written_by_its_day(raw: Any, code: Any, text: Any) -> None:
    assert written(raw, code) == text


def test_dates_may_be_counted_from_1904() -> None:
    assert write_number("40866", "yyyy-mm-dd", from_1904=True)[0] == "2015-11-20"


@pytest.mark.parametrize("number", [14, 22, 31, 36, 57, 58])
def test_formats_without_a_code_are_known_by_their_number(number: Any) -> None:
    assert written("42328", format_code(number, {})) == "2015-11-20"


def test_a_code_in_the_file_goes_before_the_number() -> None:
    assert format_code(14, {14: "0"}) == "0"
    assert format_code(9, {}) == "0%"
    assert format_code(1, {}) == ""


def test_a_text_has_the_words_that_its_format_puts_around_it() -> None:
    assert write_text("20", '@"个工作日"') == "20个工作日"
    assert write_text("甲", '0.00;-0.00;0;"《"@"》"') == "《甲》"
    assert write_text("甲", "0.00") == "甲"


@given(st.text(alphabet='0#?.,%@;[]"\\_*EGyemdhs年¥$-+()/ A', max_size=12), st.floats(allow_nan=False))
def test_no_format_is_a_fault(code: Any, value: Any) -> None:
    text, trait = write_number(repr(value), code) if abs(value) < 1e300 else ("", None)
    assert isinstance(text, str)
    assert trait is None or text == ""


@given(st.integers(min_value=0, max_value=10**15 - 1), st.integers(min_value=1, max_value=15))
def test_leading_zeros_change_no_number(number: Any, places: Any) -> None:
    text = written(str(number), "0" * places)
    assert len(text) >= places
    assert int(text) == number
