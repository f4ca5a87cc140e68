"""Every row and every filled cell of a table is accounted for."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import codes, import_json, read_catalog, run_import

Table = Callable[..., Path]

HEADING = "部门|事项名称|事项类型"


def filled(rows: list[list[str]]) -> tuple[int, int]:
    """Count the rows and cells of a table that hold anything."""
    return sum(any(row) for row in rows), sum(bool(cell.strip()) for row in rows for cell in row)


def balance_of(city: Path, path: Path, *options: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Import, and give the balance after holding it against the file itself."""
    outcome = import_json(city, path, *options)
    balance = outcome["summary"]["balance"]
    rows, cells = balance["rows"], balance["cells"]
    with path.open(encoding="utf-8", newline="") as file:
        delimiter = "," if path.suffix == ".csv" else "\t"
        assert (rows["read"], cells["read"]) == filled(list(csv.reader(file, delimiter=delimiter)))
    assert rows["read"] == sum(rows[name] for name in ("new", "changed", "same", "refused", "told_apart"))
    assert cells["read"] == cells["taken"] + cells["told"]
    return outcome, balance


def test_a_clean_table_has_nothing_to_tell(city: Path, table: Table) -> None:
    _, balance = balance_of(city, table(f"{HEADING}|咨询电话", "wjw|甲|1|0999-1", "wjw|乙|1|0999-2"))
    assert balance["rows"] == {"read": 3, "new": 2, "changed": 0, "same": 0, "refused": 0, "told_apart": 1}
    assert balance["cells"] == {"read": 12, "taken": 12, "told": 0}


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("一、许可类（2项）||", "section"),
        ("（二）确认类||", "section"),
        ("第一部分 行政许可||", "section"),
        ("市卫健委（2项）||", "section"),
        ("行政许可类||", "section"),
        ("合计|2项|", "total"),
        ("小 计|2|", "total"),
        ("总计：2项||", "total"),
        ("|共2项|", "total"),
        ("合计（共2项）||", "total"),
        ("填表人：张三||", "signature"),
        ("审核人：李四|日期：3月1日|", "signature"),
        ("单位负责人（签字）：||", "signature"),
        ("填报单位（盖章）：||", "signature"),
        ("制表日期：2015年3月||", "signature"),
        ("注：时限以工作日计||", "note"),
        ("备注：无||", "note"),
        ("※ 以上事项均可网上办理||", "note"),
        ("填表说明：逐行填写||", "note"),
        ("1|2|3", "heading"),
        (HEADING, "heading"),
        ("本页小计|2项|", "total"),
        ("累计：2项||", "total"),
        ("科长：张三|经办：李四|", "signature"),
        ("填表人：张三|审核人：李四|日期：3月1日", "signature"),
        ("一|行政许可|", "section"),
        ("|以下空白|", "note"),
        ("（此处无正文）||", "note"),
        ("（1）|（2）|（3）", "heading"),
        ("①|②|③", "heading"),
        ("甲|乙|丙", "heading"),
        ("栏次|1|2", "heading"),
    ],
)
def test_rows_that_are_no_items_are_told_apart_by_kind(city: Path, table: Table, row: str, kind: str) -> None:
    outcome, balance = balance_of(city, table(HEADING, "wjw|甲|1", row))
    assert (outcome["summary"]["added"], outcome["summary"]["departments"]) == (1, [])
    assert balance["apart"] == {"heading": 1} | {kind: 2 if kind == "heading" else 1}


@pytest.mark.parametrize("name", ["合计表备案", "共享单车停放备案", "注册登记", "第一类医疗器械备案", "一次性建筑许可"])
def test_a_name_that_only_begins_like_a_total_is_an_item(city: Path, table: Table, name: str) -> None:
    outcome, _ = balance_of(city, table(HEADING, f"wjw|{name}|1"))
    assert outcome["summary"]["added"] == 1


@pytest.mark.parametrize(
    "row",
    [
        "wjw,甲,1,《甲法》第一条,第二条",
        "wjw,甲,1,《甲法》第一条,,备用",
        "wjw,甲,1,,x,y",
        "wjw,甲,1,《甲法》第一条,,,,z",
        "wjw,甲,1,/,第三条",
    ],
)
def test_a_row_with_more_cells_than_headings_is_refused(city: Path, tmp_path: Path, row: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"部门,事项名称,事项类型,设定依据\n{row}\n", encoding="utf-8")
    outcome, balance = balance_of(city, path)
    assert (balance["rows"]["refused"], outcome["summary"]["added"]) == (1, 0)
    assert {finding["line"] for finding in outcome["findings"] if finding["level"] == "error"} == {2}


@pytest.mark.parametrize(
    ("heading", "row"),
    [("子项", "|||变更"), ("子项|承诺时限", "|||变更|3个工作日"), ("承办科室", "|||水政科")],
)
def test_a_row_that_a_lost_merged_cell_left_without_a_name_is_no_note(
    city: Path, table: Table, heading: str, row: str
) -> None:
    outcome, balance = balance_of(city, table(f"{HEADING}|{heading}", "wjw|甲|1|首次", row))
    assert codes(outcome) == ["S002"]
    assert balance["rows"]["refused"] == 1


@pytest.mark.parametrize("heading", ["行权依据条目", "办结期限情况", "职责边界责任", "协同部门名单", "廉政责任点"])
def test_a_filled_key_column_that_is_lost_is_a_warning(city: Path, table: Table, heading: str) -> None:
    outcome, balance = balance_of(city, table(f"{HEADING}|{heading}", "wjw|甲|1|某内容"))
    assert codes(outcome, "warning") == ["S002"]
    assert balance["cells"]["told"] == 2


def test_an_empty_column_that_is_not_known_is_no_warning(city: Path, table: Table) -> None:
    outcome, _ = balance_of(city, table(f"{HEADING}|行权依据条目", "wjw|甲|1|"))
    assert codes(outcome, "warning") == []


@pytest.mark.parametrize("heading", ["設定依據", "實施依據", "承諾時限", "申請材料", "辦理地點"])
def test_a_heading_in_traditional_characters_gets_a_hint(city: Path, table: Table, heading: str) -> None:
    outcome, _ = balance_of(city, table(f"{HEADING}|{heading}", "wjw|甲|1|某内容"))
    assert "是不是“" in outcome["findings"][0]["message"]


def test_a_row_that_is_refused_is_counted_and_its_cells_are_told(city: Path, table: Table) -> None:
    _, balance = balance_of(city, table(HEADING, "wjw|甲|1", "wjw|乙|不知", "|丙|1"))
    assert (balance["rows"]["refused"], balance["cells"]["told"]) == (2, 5)


def test_a_table_that_is_refused_takes_nothing(city: Path, table: Table) -> None:
    _, balance = balance_of(city, table(HEADING, "wjw|甲|1", "wjw|乙|不知"), "--strict")
    assert (balance["rows"]["refused"], balance["cells"]["taken"]) == (2, 0)


def test_the_balance_stands_in_the_text_in_both_languages(city: Path, table: Table) -> None:
    path = table("标题||", HEADING, "wjw|甲|1", "合计|1项|")
    assert "行：读了 4 行 = 新增 1 + 有变化 0" in run_import(city, path, "--dry-run").stdout
    assert "Rows: 4 read = 1 new + 0 changed" in run_import(city, path, "--dry-run", "--lang", "en").stdout


def test_a_form_of_headings_and_values_is_balanced_as_the_item_that_it_is(city: Path, table: Table) -> None:
    path = table("收费项目名称|甲证工本费|执收单位|wjw", "收费标准|每证5元|收费依据|某文件")
    _, balance = balance_of(city, path, "--list", "fees")
    assert (balance["rows"]["new"], balance["cells"]["told"]) == (1, 0)
    assert [placed.record.name for placed in read_catalog(city).of("fees")] == ["甲证工本费"]
