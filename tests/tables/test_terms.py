import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import wudan.tables.terms as module
from wudan.catalog.model.kinds import LIST_IDS
from wudan.tables.headings import known_headings
from wudan.tables.refusal import CellRefusedError
from wudan.tables.terms import term_of
from wudan.tables.values import Reading, node_at, read_value


def read(list_id: str, path: str, text: str, **setting: Any) -> Any:
    return read_value(text, Reading(node_at(list_id, path), path.rpartition(".")[2], **setting))


def allowed(node: Mapping[str, Any]) -> list[Any]:
    return node.get("enum") or node.get("items", {}).get("enum") or []


def test_every_term_of_the_table_is_one_that_the_model_allows() -> None:
    terms = {
        (path.rpartition(".")[2], term)
        for list_id in LIST_IDS
        for path in known_headings(list_id).values()
        if not path.startswith("@") and not path.endswith(".unit")
        for term in allowed(node_at(list_id, path))
    }
    terms |= {("unit", unit) for unit in ("工作日", "自然日", "小时", "月", "年")}
    with Path(module.__file__).with_name("terms.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert {(row["key"], row["term"]) for row in rows} <= terms
    assert len({(row["key"], row["written"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("code", "type_"),
    [
        ("1", "行政许可"),
        ("01", "行政许可"),
        ("5", "行政给付"),
        ("07", "行政确认"),
        ("10", "其他行政权力"),
        ("20", "公共服务"),
    ],
)
def test_codes_of_the_national_exchange_are_types(code: str, type_: str) -> None:
    assert read("approvals", "type", code) == type_


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ("case_type", "承诺", "承诺件"),
        ("channels", "窗口办理、网上办理", ["窗口", "网上"]),
        ("channels", "1;2", ["窗口", "网上"]),
        ("serves", "自然人，企业法人", ["自然人", "企业法人"]),
        ("online.depth", "III", "Ⅲ"),
        ("online.depth", "三级", "Ⅲ"),
        ("status", "有效", "在用"),
        ("level", "区级", "县级"),
        ("fee.charged", "不收费", False),
        ("visits", "1次", 1),
        ("checked_on", "2015年3月1日", "2015-03-01"),
        ("time_limit.actual_mean", "5.1个工作日", {"count": 5.1, "unit": "工作日"}),
        ("materials", "1.身份证\n2.营业执照；", [{"name": "身份证"}, {"name": "营业执照"}]),
        ("process", "受理→审查→决定", [{"stage": "受理"}, {"stage": "审查"}, {"stage": "决定"}]),
        ("aliases", "卫生证、开理发店", ["卫生证", "开理发店"]),
    ],
)
def test_cells_become_values_of_their_key(path: str, written: str, value: str) -> None:
    assert read("approvals", path, written) == value


@pytest.mark.parametrize(
    ("path", "written", "message"),
    [
        ("case_type", "诺承件", "near_term"),
        ("type", "99", "term"),
        ("fee.charged", "看情况", "yes_no"),
        ("visits", "1.5", "number"),
        ("visits", "21", "number"),
        ("checked_on", "2015年13月1日", "date"),
        ("online.url", "javascript:alert(1)", "form"),
        ("time_limit.statutory", "20", "limit_unit"),
        ("time_limit.statutory", "按规定", "limit"),
        ("bodies.accepts", "无此局", "reference"),
        ("name", "长" * 201, "too_long"),
    ],
)
def test_cells_that_say_something_else_are_refused(path: str, written: str, message: str) -> None:
    with pytest.raises(CellRefusedError) as refused:
        read("approvals", path, written)
    assert refused.value.message == message


def test_a_power_s_duties_are_known_by_their_stage() -> None:
    duties = read("powers", "duties", "1.受理责任：公示材料。\n2.审查责任：核对材料。")
    assert duties == [{"stage": "受理", "duty": "公示材料。"}, {"stage": "审查", "duty": "核对材料。"}]
    with pytest.raises(CellRefusedError):
        read("powers", "duties", "依法履行职责")


def test_a_term_of_another_key_is_no_term_of_this_one() -> None:
    assert term_of("3", "case_type", ("即办件", "承诺件", "上报件")) is None
