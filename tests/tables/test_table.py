import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook.workbook import Workbook

from wudan.tables.formats import archive as unpacking
from wudan.tables.formats import grid, web_table
from wudan.tables.sheet import MAX_CELLS, MAX_FILE_BYTES, TableRefusedError, column_letters, column_number
from wudan.tables.table import read_table

ROWS = (("部门", "事项名称"), ("市卫健委", "公共场所卫生许可"))


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(TableRefusedError) as refused:
        read_table(path)
    return refused.value.reason


def workbook(fill: Callable[..., Any]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rezipped(content: bytes, change: Callable[..., Any]) -> bytes:
    """Give the workbook with its parts changed by a function of name and content."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_text_is_read_in_every_encoding_of_spreadsheet_programs(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = "\r\n".join(delimiter.join(row) for row in ROWS)
    (sheet,) = read_table(written(tmp_path, "a.csv", text.encode(encoding)))
    assert sheet.rows == ROWS


def test_a_comma_inside_quotation_marks_parts_nothing(tmp_path: Path) -> None:
    (sheet,) = read_table(written(tmp_path, "a.csv", '事项名称,备注\n"甲,乙","第一行\n第二行"\n'.encode()))
    assert sheet.rows[1] == ("甲,乙", "第一行\n第二行")


def test_a_lone_quotation_mark_swallows_no_rows(tmp_path: Path) -> None:
    (sheet,) = read_table(written(tmp_path, "a.tsv", '事项名称\t类型\n"甲\t1\n乙\t1\n丙"\t1\n'.encode()))
    assert [row[0] for row in sheet.rows] == ["事项名称", '"甲', "乙", '丙"']


def test_merged_cells_stand_in_each_row_they_cover(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        for row in (*ROWS, (None, "托幼机构卫生评价")):
            sheet.append(row)
        sheet.merge_cells("A2:A3")

    (sheet,) = read_table(written(tmp_path, "a.xlsx", workbook(fill)))
    assert [row[0] for row in sheet.rows] == ["部门", "市卫健委", "市卫健委"]


def test_numbers_dates_and_truth_are_written_as_people_type_them(tmp_path: Path) -> None:
    content = workbook(lambda book: book.active.append([20, 5.5, date(2015, 11, 20), True]))
    assert read_table(written(tmp_path, "a.xlsx", content))[0].rows == (("20", "5.5", "2015-11-20", "是"),)


def test_a_formula_is_data_and_never_computed(tmp_path: Path) -> None:
    text = "事项名称\t备注\n=1+1\t=A1\n"
    (sheet,) = read_table(written(tmp_path, "a.tsv", text.encode()))
    assert sheet.rows[1][0] == "=1+1"
    content = workbook(lambda book: book.active.append(["=1+1", "事项"]))
    assert read_table(written(tmp_path, "a.xlsx", content))[0].rows == (("", "事项"),)


def test_hidden_sheets_are_marked(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["事项名称"])
        hidden = book.create_sheet("旧表")
        hidden.append(["事项名称"])
        hidden.sheet_state = "hidden"

    sheets = read_table(written(tmp_path, "a.xlsx", workbook(fill)))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet", False), ("旧表", True)]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_an_xls_that_is_a_page_is_read_with_spans_and_open_cells(tmp_path: Path, encoding: str) -> None:
    page = """<html><style>td{color:red}</style><table><tr><td colspan=2>标题</td></tr>
    <tr><th>部门</th><th>事项<br>名称</th></tr>
    <tr><td rowspan="2">市卫健委</td><td>甲&amp;乙</td></tr><tr><td> 丙 <td>丁</table>"""
    (sheet,) = read_table(written(tmp_path, "a.xls", page.encode(encoding)))
    assert sheet.rows == (
        ("标题", "", ""),
        ("部门", "事项\n名称", ""),
        ("市卫健委", "甲&乙", ""),
        ("市卫健委", "丙", "丁"),
    )


def test_several_tables_of_a_page_are_several_sheets(tmp_path: Path) -> None:
    page = "<table><tr><td>甲<table><tr><td>内</td></tr></table></td></tr></table><table><tr><td>乙</td></tr></table>"
    sheets = read_table(written(tmp_path, "a.xls", page.encode()))
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [
        ("表1", (("甲",),)),
        ("表2", (("内",),)),
        ("表3", (("乙",),)),
    ]


def test_the_content_decides_not_the_extension(tmp_path: Path) -> None:
    content = workbook(lambda book: book.active.append(["事项名称"]))
    assert read_table(written(tmp_path, "a.csv", content))[0].rows == (("事项名称",),)
    assert read_table(written(tmp_path, "a.xlsx", "事项名称,类型\n".encode()))[0].rows == (("事项名称", "类型"),)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 ...", "other_kind"),
        (b"<html><body>none</body></html>", "not_table"),
        (b"a\0b", "not_table"),
        (b"\xff\xff\xff\x81", "encoding"),
        (b"PK\x03\x04 broken", "broken_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "broken_workbook"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert refusal(written(tmp_path, "a.xlsx", content)) == reason


def test_a_document_that_is_a_zip_archive_is_no_table(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(written(tmp_path, "a.xlsx", content.getvalue())) == "other_kind"


def test_a_file_one_byte_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert refusal(path) == "file_size"


def test_one_row_of_cells_too_many_is_refused(tmp_path: Path) -> None:
    row, most = b"a," * 999 + b"a\n", MAX_CELLS // 1000
    assert len(read_table(written(tmp_path, "a.csv", row * most))[0].rows) == most
    assert refusal(written(tmp_path, "a.csv", row * (most + 1))) == "cells"


def test_cells_that_a_page_spans_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_table, "MAX_CELLS", 12)
    page = "<table><tr><td rowspan={} colspan=4>x</td></tr></table>"
    assert len(read_table(written(tmp_path, "a.xls", page.format(3).encode()))) == 1
    assert refusal(written(tmp_path, "a.xls", page.format(4).encode())) == "cells"


def test_a_sheet_counts_as_the_rectangle_that_its_last_cell_spans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 12)

    def filled(last: str) -> bytes:
        def fill(book: Workbook) -> None:
            sheet = book.worksheets[0]
            sheet["A1"] = "事项名称"
            sheet[last] = "x"

        return workbook(fill)

    assert len(read_table(written(tmp_path, "a.xlsx", filled("C4")))[0].rows) == 4
    content = filled("D4")
    assert refusal(written(tmp_path, "a.xlsx", content)) == "cells"
    other_attributes = rezipped(content, lambda _, part: part.replace(b'r="D4"', b'spans=">" r="D4"'))
    assert refusal(written(tmp_path, "b.xlsx", other_attributes)) == "cells"


def test_a_workbook_that_unpacks_to_one_byte_too_many_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = workbook(lambda book: book.active.append(["事项名称"]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    monkeypatch.setattr(unpacking, "MAX_UNPACKED_BYTES", unpacked)
    assert read_table(written(tmp_path, "a.xlsx", content))[0].rows == (("事项名称",),)
    monkeypatch.setattr(unpacking, "MAX_UNPACKED_BYTES", unpacked - 1)
    assert refusal(written(tmp_path, "a.xlsx", content)) == "unpacked"


def with_shared_texts(content: bytes, texts: list[str]) -> bytes:
    """Give a workbook whose cells refer to a table of texts, as Excel writes it; each cell holds its index there."""
    made = io.BytesIO()
    cell = re.compile(rb't="n"><v>([0-9]+)</v>')
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, cell.sub(rb't="s"><v>\1</v>', old.read(name)))
        items = "".join(f"<si><t>{text}</t></si>" for text in texts)
        space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        new.writestr("xl/sharedStrings.xml", f"<sst {space}>{items}</sst>")
    return made.getvalue()


def test_texts_that_cells_share_are_read(tmp_path: Path) -> None:
    content = with_shared_texts(workbook(lambda book: book.active.append([1, 0, 1])), ["甲", "乙"])
    assert read_table(written(tmp_path, "a.xlsx", content))[0].rows == (("乙", "甲", "乙"),)


def test_a_shared_text_counts_in_every_cell_that_repeats_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_shared_texts(workbook(lambda book: book.active.append([0, 0, 0])), ["公共场所卫生许可"])
    characters = 3 * len("公共场所卫生许可")
    monkeypatch.setattr(grid, "MAX_TEXT_CHARACTERS", characters)
    assert read_table(written(tmp_path, "a.xlsx", content))[0].rows == (("公共场所卫生许可",) * 3,)
    monkeypatch.setattr(grid, "MAX_TEXT_CHARACTERS", characters - 1)
    assert refusal(written(tmp_path, "a.xlsx", content)) == "text"


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=20_000))
def test_letters_and_number_of_a_column_are_the_same_column(number: int) -> None:
    assert column_number(column_letters(number)) == number


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_content_is_a_crash(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(content)
        try:
            read_table(path)
        except TableRefusedError as refused:
            assert refused.reason
