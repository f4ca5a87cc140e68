import csv
from pathlib import Path

import pytest

import wudan.tables.headings as module
from wudan.catalog.model.kinds import LIST_IDS
from wudan.catalog.reading.load import record_schema
from wudan.tables.columns import find_layout, nearest_heading
from wudan.tables.headings import known_headings, path_of, unit_of
from wudan.tables.sheet import Sheet
from wudan.tables.values import node_at

_OWN = {"@department", "@department_code", "@main_item", "@sub_item", "@ignored"}


def paths(list_id: str, *headings: str) -> list[str | None]:
    return [path_of(heading, list_id) for heading in headings]


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_every_heading_leads_to_a_key_of_the_model(list_id: str) -> None:
    for path in known_headings(list_id).values():
        if path not in _OWN:
            assert node_at(list_id, path.removesuffix(".unit")), path


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_every_title_of_the_model_is_a_heading(list_id: str) -> None:
    schema = record_schema(list_id)
    entry = schema["$defs"][schema["$ref"].rpartition("/")[2]]
    for key, node in entry["properties"].items():
        if "$ref" not in node:
            assert path_of(node["title"], list_id) in {key, f"@{key}", "@department", "name"}, key


def test_no_heading_stands_twice_for_one_list() -> None:
    with Path(module.__file__).with_name("headings.tsv").open(encoding="utf-8") as file:
        rows = [(row["lists"], row["heading"]) for row in csv.DictReader(file, delimiter="\t")]
    assert len(set(rows)) == len(rows)


def test_the_names_of_the_national_exchange_are_known() -> None:
    headings = ("taskName", "itemCode", "task_code", "taskType", "deptCode", "deptName", "department", "main_item")
    assert paths("approvals", *headings) == [
        "name", "code", "code", "type", "@department_code", "@department", "@department", "@main_item",
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["事项名称", "权责事项名称", "权力事项名称", "职权名称", "项目名称"])
def test_all_words_for_a_name_are_one(heading: str) -> None:
    assert paths("powers", heading) == ["name"]


@pytest.mark.parametrize("heading", ["行使主体", "实施主体", "责任主体", "审批部门"])
def test_all_words_for_a_body_are_one(heading: str) -> None:
    assert paths("approvals", heading) == ["@department"]


@pytest.mark.parametrize("heading", [" 事项\n名称 ", "＊事项名称", "事项名称：", "事项名称（必填）", "事 项 名 称"])
def test_layout_marks_and_remarks_of_a_heading_do_not_matter(heading: str) -> None:
    assert paths("approvals", heading) == ["name"]


def test_one_heading_means_what_its_list_means_by_it() -> None:
    assert paths("fees", "收费项目", "收费标准", "执收单位") == ["name", "standard", "collector"]
    assert paths("powers", "办理环节", "监督电话") == ["duties[].stage", "phone"]
    assert paths("approvals", "办理环节", "监督电话") == ["process", "contact.complaint"]


def test_a_heading_can_state_the_unit() -> None:
    assert unit_of("法定办结时限（工作日）") == "工作日"
    assert unit_of("法定办结时限（单位：自然日）") == "自然日"
    assert unit_of("法定办结时限（含听证）") == ""


def test_the_heading_row_is_found_below_titles_and_notes() -> None:
    rows = (
        ("青河市事项表", "", ""),
        ("填表单位：", "市卫健委", ""),
        ("序号", "事项名称", "事项类型"),
        ("1", "甲", "1"),
    )
    layout = find_layout(Sheet("", rows), "approvals")
    assert layout is not None
    assert layout.heading_row == 3
    assert [column.path for column in layout.columns] == ["@ignored", "name", "type"]


def test_of_a_heading_in_two_lines_the_lower_one_counts() -> None:
    rows = (
        ("部门", "事项名称", "办结时限", ""),
        ("部门", "事项名称", "法定时限", "承诺时限"),
        ("甲局", "乙", "20日", "5日"),
    )
    layout = find_layout(Sheet("", rows), "approvals")
    assert layout is not None
    assert layout.heading_row == 2
    assert [column.path for column in layout.columns][2:] == ["time_limit.statutory", "time_limit.promised"]


def test_a_sheet_without_known_headings_has_no_layout() -> None:
    assert find_layout(Sheet("", (("甲", "乙"), ("1", "2"))), "approvals") is None


def test_the_body_that_collects_a_fee_owns_it_where_no_other_is_named() -> None:
    def owner(*headings: str) -> list[str]:
        layout = find_layout(Sheet("", (headings,)), "fees")
        return [column.path for column in layout.columns]

    assert owner("执收单位", "收费项目") == ["@department", "name"]
    assert owner("部门", "执收单位", "收费项目") == ["@department", "collector", "name"]


def test_an_unknown_heading_is_compared_with_the_known_ones() -> None:
    assert nearest_heading("事项类形", "approvals") == "事项类型"
    assert nearest_heading("areaCode", "approvals") == ""
