"""A department's table becomes catalog files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.support.importing import codes, import_json, read_catalog, run_import

HEADING = "实施主体|事项名称|事项类型|法定办结时限|承诺办结时限|办件类型|是否收费|设定依据|咨询电话"
ROW = "市卫健委|公共场所卫生许可|行政许可|20个工作日|8个工作日|承诺件|否|《公共场所卫生管理条例》第四条|0999-0000001"


def only(city: Path, list_id: str = "approvals") -> dict[str, Any]:
    (placed,) = read_catalog(city).of(list_id)
    record: dict[str, Any] = placed.document.value(placed.path)
    return record


def test_a_row_becomes_an_entry_of_its_department(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table(HEADING, ROW))
    assert outcome["summary"]["written"]
    assert (city / "catalog" / "approvals" / "wjw.yml").is_file()
    assert only(city) == {
        "id": "wjw-xk-001",
        "name": "公共场所卫生许可",
        "type": "行政许可",
        "status": "在用",
        "basis": [{"law": "公共场所卫生管理条例", "article": "第四条"}],
        "time_limit": {"statutory": {"count": 20, "unit": "工作日"}, "promised": {"count": 8, "unit": "工作日"}},
        "case_type": "承诺件",
        "fee": {"charged": False},
        "contact": {"phone": "0999-0000001"},
    }


def test_what_the_table_lacks_is_absent_and_the_assumed_status_is_said(city: Path, table: Callable[..., Any]) -> None:
    result = run_import(city, table("实施主体|事项名称|事项类型", "wjw|甲|行政许可"))
    assert only(city).keys() == {"id", "name", "type", "status"}
    assert "表中没有事项状态，新增的 1 项都登记为“在用”。" in result.stdout


def test_a_new_file_begins_with_the_schema_line_of_its_neighbours(city: Path, table: Callable[..., Any]) -> None:
    run_import(city, table(HEADING, ROW))
    text = (city / "catalog" / "approvals" / "wjw.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../.schemas/approvals.json\n")


def test_a_dry_run_writes_nothing(city: Path, table: Callable[..., Any]) -> None:
    before = sorted(city.rglob("*"))
    result = run_import(city, table(HEADING, ROW.replace("市卫健委", "市住建局")), "--dry-run")
    assert result.exit_code == 0
    assert sorted(city.rglob("*")) == before
    assert "试运行，没有写入。将要写入 2 个文件：" in result.stdout


def test_departments_are_known_by_any_of_their_names_and_new_ones_are_added(
    city: Path, table: Callable[..., Any]
) -> None:
    names = (
        "青河市卫生健康委员会",
        "市卫健委",
        "青河市卫生局",
        "wjw",
        "卫生健康委员会",
        "市发展和改革委员会",
        "市水务局",
        "市税务局",
    )
    outcome = import_json(city, table("部门|事项名称|事项类型", *(f"{name}|事项{name}|1" for name in names)))
    catalog = read_catalog(city)
    owners = [placed.owner or "" for placed in catalog.approvals]
    assert sorted(owners) == ["fgw", "swj", "swj2", *["wjw"] * 5]
    assert outcome["summary"]["departments"] == ["swj", "swj2"]
    added = catalog.departments["swj2"].record
    assert (added.name, added.kind) == ("市税务局", "政府部门")


def test_a_department_given_by_id_owns_every_row(city: Path, table: Callable[..., Any]) -> None:
    import_json(city, table("事项名称|事项类型", "甲|1", "乙|20"), "--department", "fgw")
    assert [placed.record.id for placed in read_catalog(city).approvals] == ["fgw-xk-001", "fgw-gg-001"]


def test_a_row_of_another_department_is_an_error_where_one_is_given(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型", "市卫健委|甲|1"), "--department", "fgw")
    assert codes(outcome) == ["S004"]
    assert not outcome["summary"]["written"]


@pytest.mark.parametrize("options", [("--department", "zzz"), ("--type", "无此类"), ("--missing", "cancel")])
def test_wrong_usage_ends_with_2_and_touches_nothing(
    city: Path, table: Callable[..., Any], options: tuple[str, str]
) -> None:
    result = run_import(city, table(HEADING, ROW), *options)
    assert result.exit_code == 2
    assert not (city / "catalog" / "approvals").exists()


def test_a_missing_file_and_a_missing_catalog_are_said_in_both_languages(
    city: Path, tmp_path: Path, table: Callable[..., Any]
) -> None:
    for folder, file in ((city, tmp_path / "none.xlsx"), (tmp_path / "nowhere", table(HEADING, ROW))):
        result = run_import(folder, file)
        assert result.exit_code == 3
        assert result.failure.zh
        assert result.failure.en


def test_a_finding_points_at_the_cell_of_the_sheet(city: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "事项表"
    for row in (["青河市事项表"], ["部门", "事项名称", "事项类型", "办件类型"], ["wjw", "甲", "行政许可", "诺承件"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    outcome = import_json(city, tmp_path / "a.xlsx")
    (finding,) = outcome["findings"]
    assert finding["message"].startswith("事项表!D3：")
    assert (finding["code"], finding["line"], finding["column"]) == ("S002", 3, 4)
    assert (finding["list"], finding["pointer"]) == ("approvals", "/case_type")
    assert "是不是“承诺件”" in finding["message"]
    assert "即办件" in finding["help"]


def test_with_strict_one_error_keeps_every_file_unwritten(city: Path, table: Callable[..., Any]) -> None:
    rows = table("部门|事项名称|事项类型|办件类型", "wjw|甲|1|诺承件", "fgw|乙|不知|即办件")
    result = run_import(city, rows, "--strict")
    assert result.exit_code == 1
    assert not (city / "catalog" / "approvals").exists()
    assert "有错误，没有写入任何文件。" in result.stdout


def test_a_row_that_cannot_come_in_is_an_error_and_the_others_come_in(city: Path, table: Callable[..., Any]) -> None:
    result = run_import(city, table("部门|事项名称|事项类型", "wjw|甲|1", "fgw|乙|不知", "fgw|丙|"))
    assert result.exit_code == 1
    assert [placed.record.name for placed in read_catalog(city).approvals] == ["甲"]
    assert "有 2 行没有导入" in result.stdout


def test_nothing_is_cancelled_while_rows_of_the_table_are_refused(city: Path, table: Callable[..., Any]) -> None:
    import_json(city, table("部门|事项名称|事项类型", "wjw|甲|1", "wjw|乙|1"))
    rows = table("部门|事项名称|事项类型", "wjw|甲|1", "wjw|乙|不知")
    outcome = import_json(city, rows, "--missing", "cancel", "--document", "青政〔2015〕3号", "--on", "2015-12-31")
    assert not outcome["summary"]["written"]
    assert {placed.record.status for placed in read_catalog(city).approvals} == {"在用"}


def test_lenient_leaves_out_the_cell_and_takes_the_rest(city: Path, table: Callable[..., Any]) -> None:
    rows = table("部门|事项名称|事项类型|办件类型|法定时限", "wjw|甲|1|诺承件|按规定")
    outcome = import_json(city, rows, "--lenient")
    assert codes(outcome, "warning") == ["S002", "S002"]
    assert only(city).keys() == {"id", "name", "type", "status"}


def test_lenient_does_not_excuse_what_an_item_cannot_do_without(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型", "wjw|甲|不知"), "--lenient")
    assert codes(outcome) == ["S002"]


def test_cells_that_say_the_same_wrong_thing_are_one_finding(city: Path, table: Callable[..., Any]) -> None:
    rows = [f"wjw|事项{number}|1|诺承件" for number in range(30)]
    outcome = import_json(city, table("部门|事项名称|事项类型|办件类型", *rows))
    (finding,) = outcome["findings"]
    assert "这样的单元格共 30 个" in finding["message"]


def test_a_row_without_a_name_is_an_error_and_a_note_is_none(city: Path, table: Callable[..., Any]) -> None:
    rows = table("部门|事项名称|事项类型|办件类型", "wjw||1|即办件", "合计：1 项|||", "|||", "填表人：甲|||审核人：乙")
    outcome = import_json(city, rows)
    assert [(finding["level"], finding["line"]) for finding in outcome["findings"]] == [
        ("error", 2),
        ("info", 3),
        ("info", 5),
    ]


def test_a_heading_repeated_on_every_printed_page_is_no_item(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型", "wjw|甲|1", "部门|事项名称|事项类型", "wjw|乙|1"))
    assert outcome["summary"]["added"] == 2
    assert outcome["findings"] == []


def test_unknown_columns_are_listed_and_never_lost_silently(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型|廉政风险点|办件类形", "wjw|甲|1|高|x"))
    assert outcome["summary"]["unknown_columns"] == ["廉政风险点", "办件类形"]
    assert codes(outcome, "info") == ["S002", "S002"]
    assert "是不是“办件类型”" in outcome["findings"][1]["message"]


@pytest.mark.parametrize(
    ("heading", "messages"),
    [
        ("部门|事项类型|办件类型", "没有“事项名称”一列"),
        ("部门|事项名称|办件类型", "没有“事项类型”一列"),
        ("事项名称|事项类型|办件类型", "没有部门一列"),
        ("甲|乙|丙", "没有找到表头"),
    ],
)
def test_a_table_that_lacks_a_column_it_must_have_is_refused(
    city: Path, table: Callable[..., Any], heading: str, messages: str
) -> None:
    outcome = import_json(city, table(heading, "a|b|c"))
    assert len(codes(outcome)) == 1
    assert messages in " ".join(finding["message"] for finding in outcome["findings"])


def test_one_type_can_be_given_for_a_table_that_has_none(city: Path, table: Callable[..., Any]) -> None:
    import_json(city, table("部门|事项名称", "wjw|甲"), "--type", "许可")
    assert only(city)["type"] == "行政许可"


def test_a_bare_day_is_a_working_day_for_a_licence_and_a_calendar_day_elsewhere(
    city: Path, table: Callable[..., Any]
) -> None:
    rows = table("部门|事项名称|事项类型|法定时限", "wjw|甲|行政许可|20日", "wjw|乙|行政确认|20日")
    outcome = import_json(city, rows)
    units = [placed.record.time_limit.statutory.unit for placed in read_catalog(city).approvals]
    assert units == ["工作日", "自然日"]
    assert codes(outcome, "info") == ["S002", "S002"]


def test_units_may_stand_in_the_heading_or_in_a_column_of_their_own(city: Path, table: Callable[..., Any]) -> None:
    heading = "部门|事项名称|事项类型|法定时限（自然日）|承诺办结时限|承诺办结时限单位"
    import_json(city, table(heading, "wjw|甲|1|30|8|工作日"))
    assert only(city)["time_limit"] == {
        "statutory": {"count": 30, "unit": "自然日"},
        "promised": {"count": 8, "unit": "工作日"},
    }


def test_a_basis_that_quotes_the_law_is_kept_as_text(city: Path, table: Callable[..., Any]) -> None:
    text = "《甲法》第三条：国家实行许可制度。"
    import_json(city, table("部门|事项名称|事项类型|设定依据", f"wjw|甲|1|{text}"))
    assert only(city)["basis_text"] == text
    assert "basis" not in only(city)


def test_a_code_is_kept_to_the_letter_whatever_it_looks_like(city: Path, table: Callable[..., Any]) -> None:
    code = "G-000007-001-999901000000-000-00833722x-1-00"
    outcome = import_json(city, table("部门|事项名称|事项类型|itemCode", f"wjw|甲|1|{code}"))
    assert only(city)["code"] == code
    assert codes(outcome) == []


def test_control_characters_are_left_out_and_said(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型", "wjw|甲\x07乙|1"))
    assert only(city)["name"] == "甲乙"
    assert codes(outcome, "warning") == ["S007"]


def test_texts_that_look_like_yaml_stay_texts(city: Path, table: Callable[..., Any]) -> None:
    names = ["- id: x", "&a *b", "!!str", "yes", "123", "{a: b}", "# 注", "'\"", "=1+1", "<script>"]
    import_json(city, table("部门|事项名称|事项类型", *(f"wjw|{name}|1" for name in names)))
    assert [placed.record.name for placed in read_catalog(city).approvals] == names


def test_merged_departments_and_title_rows_of_a_workbook_are_understood(city: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["青河市行政许可事项清单（2015年）"],
        [],
        ["序号", "审批部门", "项目名称", "类型", "办理时限", None],
        [None, None, None, None, "法定", "承诺"],
        [1, "市卫健委", "甲", "行政许可", "20个工作日", "8个工作日"],
        [2, None, "乙", "行政许可", "20个工作日", "当场"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    for column in "ABCD":
        sheet.merge_cells(f"{column}3:{column}4")
    sheet.merge_cells("E3:F3")
    sheet.merge_cells("B5:B6")
    book.create_sheet("说明").append(["请逐行填写"])
    book.save(tmp_path / "a.xlsx")
    outcome = import_json(city, tmp_path / "a.xlsx")
    assert codes(outcome) == []
    first, second = read_catalog(city).approvals
    assert (first.owner, second.owner) == ("wjw", "wjw")
    assert (first.record.time_limit.statutory.count, second.record.time_limit.promised.count) == (20, 0)


def test_every_sheet_with_a_heading_comes_in_and_hidden_ones_are_named(city: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, name in (("一", "甲"), ("二", "乙"), ("旧", "丙")):
        sheet = book.create_sheet(title)
        sheet.append(["部门", "事项名称", "事项类型"])
        sheet.append(["wjw", name, "行政许可"])
    sheet.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    outcome = import_json(city, tmp_path / "a.xlsx")
    assert [placed.record.name for placed in read_catalog(city).approvals] == ["甲", "乙"]
    assert "“旧”是隐藏的" in outcome["findings"][0]["message"]


def test_an_xls_that_is_a_page_in_gbk_comes_in(city: Path, tmp_path: Path) -> None:
    heading = "<tr><th>部门<th>权力事项名称<th>权力类型"
    page = f"<table>{heading}<tr><td rowspan=2>wjw<td>甲<td>行政处罚<tr><td>乙<td>行政检查</table>"
    (tmp_path / "a.xls").write_bytes(page.encode("gbk"))
    import_json(city, tmp_path / "a.xls", "--list", "powers")
    assert [placed.record.id for placed in read_catalog(city).of("powers")] == ["wjw-cf-001", "wjw-jc-001"]


def test_the_stages_of_a_power_in_a_row_each_are_one_power(city: Path, table: Callable[..., Any]) -> None:
    rows = table(
        "部门|权力名称|权力类型|办理环节|责任事项|承办科室",
        "wjw|甲|行政处罚|立案|及时立案|执法科",
        "wjw|甲|行政处罚|决定|依法决定|法规科",
        "wjw|乙|行政检查|检查|每年一次|执法科",
    )
    outcome = import_json(city, rows, "--list", "powers")
    assert outcome["summary"]["added"] == 2
    first = read_catalog(city).of("powers")[0].record
    assert [(duty.stage, duty.duty, duty.office) for duty in first.duties] == [
        ("立案", "及时立案", "执法科"),
        ("决定", "依法决定", "法规科"),
    ]


def test_fees_and_funds_come_in_by_their_own_headings(city: Path, table: Callable[..., Any]) -> None:
    fees = table(
        "序号|执收单位|收费项目|收费标准|资金管理方式|政策依据|设立级次",
        "1|wjw|甲费|每次80元|缴入地方国库|豫价〔2004〕1号|省级",
    )
    import_json(city, fees, "--list", "fees")
    assert only(city, "fees") == {
        "id": "wjw-sf-001",
        "name": "甲费",
        "status": "在用",
        "basis_text": "豫价〔2004〕1号",
        "standard": "每次80元",
        "set_by": "省",
        "money": "缴入地方国库",
    }
    funds = table("征收部门|基金名称|征收标准", "fgw|甲基金|3%", name="funds.tsv")
    import_json(city, funds, "--list", "funds")
    assert only(city, "funds")["id"] == "fgw-jj-001"


def test_parts_in_rows_of_their_own_are_one_item(city: Path, table: Callable[..., Any]) -> None:
    rows = table(
        "部门|项目名称|子项|类型|承诺时限",
        "wjw|甲许可|甲许可新办|1|8个工作日",
        "wjw|甲许可|甲许可注销|1|1个工作日",
        "wjw|乙许可||1|5个工作日",
    )
    import_json(city, rows)
    first, second = read_catalog(city).approvals
    assert [(part.id, part.name, part.kind) for part in first.record.parts] == [
        ("a", "甲许可新办", "情形"),
        ("b", "甲许可注销", "情形"),
    ]
    assert [part.time_limit.promised.count for part in first.record.parts] == [8, 1]
    assert second.record.time_limit.promised.count == 5


def test_rows_of_one_item_that_contradict_each_other_are_told(city: Path, table: Callable[..., Any]) -> None:
    rows = table("部门|项目名称|子项|类型|办件类型", "wjw|甲|甲一|1|承诺件", "wjw|甲|甲二|1|即办件")
    outcome = import_json(city, rows)
    assert codes(outcome, "warning") == ["S009"]
    assert only(city)["case_type"] == "承诺件"


def test_places_are_known_by_name(city: Path, table: Callable[..., Any]) -> None:
    import_json(city, table("部门|事项名称|事项类型|办理地点", "wjw|甲|1|青河市政务服务中心"))
    assert only(city)["handled_at"] == [{"place": "hall"}]


def test_english_is_complete(city: Path, table: Callable[..., Any]) -> None:
    result = run_import(city, table("部门|事项名称|事项类型|其他", "市水务局|甲|1|x"), "--lang", "en")
    assert "1 rows: 1 items added" in result.stdout
    assert "was added as a new department" in result.stdout
    assert "Mend: " in result.stdout


def test_the_json_outcome_has_findings_with_the_keys_of_every_report(city: Path, table: Callable[..., Any]) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型|其他", "wjw|甲|1|x"))
    assert outcome.keys() == {"findings", "summary"}
    assert outcome["findings"][0].keys() == {
        "code", "level", "message", "file", "line", "column", "end_line", "list", "item", "pointer", "related",
        "fingerprint", "fix", "help",
    }  # fmt: skip


def test_a_list_that_the_city_does_not_keep_is_said(city: Path, table: Callable[..., Any]) -> None:
    head = city / "catalog" / "catalog.yml"
    head.write_text(head.read_text(encoding="utf-8") + "lists: [approvals]\n", encoding="utf-8")
    outcome = import_json(city, table("部门|收费项目", "wjw|甲费"), "--list", "fees")
    assert codes(outcome, "warning") == ["S006"]
    assert outcome["summary"]["written"]
