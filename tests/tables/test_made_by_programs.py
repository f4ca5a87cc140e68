"""The same table in files that spreadsheet programs made; `files/README.md` says how."""

from pathlib import Path
from typing import Any

import pytest

from tests.tables.books import FILES, traits
from wudan.tables.table import read_table

HEADINGS = ("部门", "事项名称", "事项类型", "实施编码", "设定依据", "法定办结时限", "取消日期", "收费标准", "备注")
ROWS = (
    ("市卫健委", "甲许可", "行政许可", "001234", "《甲法》第三条", "20个工作日", "2015-11-20", "5%"),
    ("市卫健委", "乙许可", "行政许可", "123456789012", "《乙法》第六条", "15个工作日", "2016-02-29", "12.5元"),
    ("市卫健委", "丙许可", "行政许可", "000123", "", "3个工作日", "", "0"),
    ("市发改委", "丁许可", "行政许可", "", "《丁法》", "7个工作日", "", "1000"),
    ("市发改委", "戊许可", "行政许可", "0456", "《戊法》", "7个工作日", "", "1000"),
    ("市发改委", "己许可", "行政许可", "0457", "《己法》", "7个工作日", "", "1000"),
)


@pytest.mark.parametrize("name", ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"])
def test_every_format_says_the_same(name: Any) -> None:
    sheet, old = read_table(FILES / name)
    assert sheet.rows[0] == HEADINGS
    assert tuple(row[:8] for row in sheet.rows[1:]) == ROWS
    assert (sheet.name, sheet.hidden) == ("事项", False)
    assert sheet.hidden_rows == {6: "hand"}
    assert sheet.hidden_columns == {9}
    assert (old.name, old.hidden) == ("旧表", True)
    found = traits(sheet)
    assert found["E3"] == [("struck_words", "第四条")]
    assert found["E4"] == [("struck", "《丙法》第五条")]
    assert [kind for kind, _ in found["D5"]] == ["digits_lost"]


@pytest.mark.parametrize(
    ("name", "formula", "error"),
    [
        ("openpyxl.xlsx", "formula_no_result", "formula_no_result"),
        ("libreoffice.xlsx", "formula", "cell_error"),
        ("libreoffice.ods", "formula", "cell_error"),
        ("libreoffice.xls", "formula", "cell_error"),
    ],
)
def test_only_a_program_that_computes_leaves_results(name: Any, formula: Any, error: Any) -> None:
    sheet, _ = read_table(FILES / name)
    assert [sheet.cell(row, 9).traits[0].kind for row in (2, 3)] == [formula, error]
    assert sheet.text(2, 9) == ("2" if formula == "formula" else "")
    assert sheet.text(3, 9) == ""


def test_a_page_that_libreoffice_calls_xls(tmp_path: Path) -> None:
    (sheet,) = read_table(FILES / "libreoffice.html.xls")
    assert sheet.rows[0] == HEADINGS[:8]
    assert sheet.rows[1] == ROWS[0]
    assert traits(sheet)["E4"] == [("struck", "《丙法》第五条")]
    assert [kind for kind, _ in traits(sheet)["D5"]] == ["digits_lost"]


def test_a_workbook_of_xlsxwriter_has_a_filter_and_no_results() -> None:
    (sheet,) = read_table(FILES / "xlsxwriter.xlsx")
    assert sheet.rows[1] == ("市卫健委", "甲许可", "行政许可", "000077", "《甲法》第六条", "")
    assert sheet.rows[2][0] == "市卫健委"
    assert sheet.hidden_rows == {4: "filter", 5: "filter"}
    assert traits(sheet) == {"E2": [("struck_words", "第四条")], "F2": [("formula_no_result", "=10+10")]}
