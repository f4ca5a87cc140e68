"""Quotation marks in delimited text that leave open which cells they part."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.importing import import_json, read_catalog, run_import
from tests.tables.books import read, refusal
from wudan.tables.formats.quoting import stray_quote

HEAD = "部门,事项名称,事项类型,备注\n"


@pytest.mark.parametrize(
    ("rows", "name", "line"),
    [
        ('wjw,"甲许可,行政许可,x\nwjw,乙许可,行政许可,x\n', "B2", 2),  # never closed
        ('wjw,甲许可,行政许可,x\nwjw,"乙"许可,行政许可,x\n', "B3", 3),  # closed within the cell
        ('wjw,"甲许可,行政许可,x\nwjw,乙许可,行政许可,x\nwjw,丙"许可,行政许可,x\n', "B2", 2),
        ('wjw,"甲许可,行政许可,x\nwjw,乙许可",行政许可,x\n', "B2", 2),  # swallows a row and leaves the count even
        ('wjw,甲许可,行政许可,"x\nwjw,乙许可,行政许可,"y"\n', "D2", 2),
        ('wjw,甲许可,行政许可,"第一行\n第二行"\nwjw,"乙,行政许可,x\n', "B3", 4),
    ],
)
def test_a_stray_quotation_mark_is_refused_at_its_line_and_cell(
    tmp_path: Path, rows: Any, name: Any, line: Any
) -> None:
    refused = refusal(tmp_path, (HEAD + rows).encode())
    row, column = refused.place
    assert (refused.reason, f"{'ABCD'[column - 1]}{row}", refused.arguments["line"]) == ("stray_quote", name, line)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ('"第一行\n第二行"', "第一行\n第二行"),
        ('"甲,乙"', "甲,乙"),
        ('"甲,\n乙"', "甲,\n乙"),
        ('"称为""甲""的"', '称为"甲"的'),
        ('称为"甲"的', '称为"甲"的'),
        ('""', ""),
    ],
)
def test_quotation_marks_in_pairs_part_as_they_should(tmp_path: Path, written: Any, cell: Any) -> None:
    (sheet,) = read(tmp_path, f"{HEAD}wjw,甲许可,行政许可,{written}\nwjw,乙许可,行政许可,x\n".encode())
    assert (sheet.text(2, 4), sheet.text(3, 2), len(sheet.rows)) == (cell, "乙许可", 3)


def test_the_message_names_line_cell_and_text(city: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + 'wjw,甲许可,行政许可,x\nwjw,"乙"许可,行政许可,x\n', encoding="utf-8")
    (finding,) = import_json(city, path)["findings"]
    assert (finding["code"], finding["level"], finding["line"], finding["column"]) == ("S001", "error", 3, 2)
    assert finding["message"].startswith('B3：第 3 行的英文引号“"乙"许可”没有成对')
    assert 'B3: The quotation mark at "乙"许可 in line 3' in run_import(city, path, "--lang", "en").stdout


def parsed(text: Any) -> Any:
    return tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline="")))


@given(st.lists(st.lists(st.text(alphabet='甲乙a",;', max_size=6), min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_of_one_line_are_never_called_stray(rows: Any) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    assert stray_quote(out.getvalue(), ",", parsed(out.getvalue())) is None


@given(st.text(alphabet='甲乙"\n\r,', max_size=60))
def test_no_text_is_a_fault(text: Any) -> None:
    found = stray_quote(text, ",", parsed(text))
    assert found is None or '"' in found.text


_ROWS = "部门,事项名称,事项类型,设定依据\nwjw,甲许可,行政许可,《甲法》第一条\n"


@pytest.mark.parametrize(
    "content",
    [
        ("sep=,\r\n" + _ROWS).encode(),
        ("sep=;\n" + _ROWS.replace(",", ";")).encode(),
        _ROWS.replace(",", "，").encode(),
        _ROWS.replace("甲许可,行政许可,", ' "甲许可", "行政许可", ').encode(),
        ("青河市行政审批事项清单（2015年）\n单位：项\n" + _ROWS).encode(),
        _ROWS.replace("\n", "\r").encode("gb18030"),
        _ROWS.replace(",", "\t").encode("utf-16"),
        ("\ufeff\ufeff" + _ROWS).encode(),
    ],
    ids=[
        "sep=,",
        "sep=;",
        "wide commas",
        "blank before the mark",
        "titles",
        "old Mac, GBK",
        "Unicode text",
        "two marks",
    ],
)
def test_text_tables_of_all_programs_are_read(city: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    outcome = import_json(city, path)
    assert [finding for finding in outcome["findings"] if finding["level"] != "info"] == []
    (placed,) = read_catalog(city).approvals
    assert (placed.owner, placed.record.name, placed.record.basis[0].article) == ("wjw", "甲许可", "第一条")


def test_a_comma_between_marks_with_a_blank_before_them_parts_no_cells(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, f'{HEAD}wjw, "甲,乙许可", 行政许可, "x, y"\n'.encode())
    assert sheet.rows[1] == ("wjw", "甲,乙许可", "行政许可", "x, y")
