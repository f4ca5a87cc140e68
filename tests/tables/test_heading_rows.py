"""Headings of two rows whose merged cells are lost, as in every csv, or still known, as in a workbook."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import import_json, read_catalog
from tests.tables.books import book, inline, read
from wudan.tables.heading_rows import join_heading_rows
from wudan.tables.sheet import Sheet


def joined(*rows: Any) -> Any:
    made = join_heading_rows(Sheet("", tuple(tuple(row.split(",")) for row in rows)))
    return [",".join(row) for row in made.rows]


@pytest.mark.parametrize(
    ("upper", "lower", "heading"),
    [
        ("部门,名称,时限,", ",,法定,承诺", "部门,名称,法定,承诺"),
        ("部门,时限,,名称,联系,", ",法定,承诺,,咨询,监督", "部门,法定,承诺,名称,咨询,监督"),
        ("时限,,,名称,类型", "法定,承诺,实际,,", "法定,承诺,实际,名称,类型"),
        ("序号,部门,名称,时限,,", ",,,法定,承诺,", "序号,部门,名称,法定,承诺,"),
        ("部门,名称,时限", ",,法定,承诺", "部门,名称,法定,承诺"),
    ],
)
def test_a_lower_row_names_what_the_upper_row_groups(upper: Any, lower: Any, heading: Any) -> None:
    assert joined("清单", upper, lower, "x,y,z") == ["清单", upper, heading, "x,y,z"]


@pytest.mark.parametrize(
    "rows",
    [
        ("部门,名称,类型", "市卫健委,甲许可,行政许可"),
        ("部门,名称,类型,", "市卫健委,甲许可,行政许可,注"),
        ("部门,名称,类型", ",甲许可,"),
        ("部门,名称,时限,", ",甲,法定,承诺"),
        ("部门,名称,类型", ",,"),
        ("部门,名称,类型",),
        ("部门,名称", ",甲"),
    ],
)
def test_rows_of_items_are_no_heading(rows: Any) -> None:
    assert joined(*rows) == list(rows)


ROW = "wjw,甲许可,行政许可,20个工作日,10个工作日,0371-12345678,0371-87654321"


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_heading_of_two_rows_is_read_from_csv_and_workbook_alike(city: Any, tmp_path: Path, name: Any) -> None:
    path = tmp_path / name
    upper, lower = "部门,事项名称,事项类型,办理时限,,联系方式,", ",,,法定时限,承诺时限,咨询电话,监督电话"
    if name == "a.csv":
        path.write_text("\n".join((upper, lower, ROW)), encoding="utf-8")
    else:
        path.write_bytes(merged_book(upper, lower, ROW))
    outcome = import_json(city, path)
    assert outcome["findings"] == []
    (item,) = (placed.record for placed in read_catalog(city).approvals)
    assert (item.name, item.time_limit.statutory.count, item.time_limit.promised.count) == ("甲许可", 20, 10)
    assert (item.contact.phone, item.contact.complaint) == ("0371-12345678", "0371-87654321")


def merged_book(*rows: Any) -> Any:
    data = "".join(
        f'<row r="{number}">'
        + "".join(inline(f"{'ABCDEFG'[column]}{number}", text) for column, text in enumerate(row.split(",")) if text)
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    areas = ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1")
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return book(data, around=("", f"<mergeCells>{merged}</mergeCells>"))


def test_what_stands_under_half_of_a_merged_heading_is_told(city: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    data = (
        f'<row r="1">{inline("A1", "部门")}{inline("B1", "事项名称")}{inline("C1", "事项类型")}'
        f'{inline("D1", "设定依据")}</row><row r="2">{inline("A2", "wjw")}{inline("B2", "甲许可")}'
        f"{inline('C2', '行政许可')}{inline('D2', '《甲法》')}{inline('E2', '第三条')}</row>"
    )
    path.write_bytes(book(data, around=("", '<mergeCells><mergeCell ref="D1:E1"/></mergeCells>')))
    (finding,) = import_json(city, path)["findings"]
    assert (finding["level"], finding["message"].partition("：")[0]) == ("warning", "事项!E2")


def test_reading_keeps_the_text_of_the_merged_cell_for_each_place(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, merged_book("a,b,c,办理时限,,联系方式,", ",,,法定时限,承诺时限,咨询电话,监督电话"))
    assert [sheet.cell(1, column).covered for column in range(1, 8)] == ["", "", "", "", "办理时限", "", "联系方式"]
    assert sheet.rows[1] == ("a", "b", "c", "法定时限", "承诺时限", "咨询电话", "监督电话")
