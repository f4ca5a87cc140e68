"""What published lists look like: their headings, spellings of bodies, limits, results, parts, transfers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import wudan
from tests.support.importing import codes, import_json, read_catalog, run_import
from wudan.tables.headings import path_of
from wudan.tables.limits import Length, read_length, why_unread

Table = Callable[..., Path]

HEADING = "部门|事项名称|事项类型"


def only(city: Path, list_id: str = "approvals") -> dict[str, Any]:
    (placed,) = read_catalog(city).of(list_id)
    record: dict[str, Any] = placed.document.value(placed.path)
    return record


@pytest.mark.parametrize("heading", ["设定和实施依据", "审批依据", "许可依据", "法定依据", "权力依据"])
def test_the_legal_basis_is_known_under_the_names_that_lists_give_it(heading: str) -> None:
    assert path_of(heading, "approvals") == "basis"


@pytest.mark.parametrize(
    ("list_id", "heading", "path"),
    [
        ("powers", "责任事项内容", "duties"),
        ("powers", "责任事项依据", "duties[].basis"),
        ("powers", "权利类型", "type"),
        ("powers", "抽查事项名称", "name"),
        ("powers", "抽查依据", "basis"),
        ("powers", "检查主体", "@department"),
        ("approvals", "办理地址", "handled_at"),
        ("approvals", "办理结果", "result.name"),
        ("approvals", "办理时限", "time_limit.promised"),
        ("approvals", "法定时限依据", "time_limit.statutory.basis"),
        ("negative", "禁止或许可事项", "name"),
        ("negative", "禁止或许可准入措施描述", "requirement"),
    ],
)
def test_headings_of_published_lists_have_their_place(list_id: str, heading: str, path: str) -> None:
    assert path_of(heading, list_id) == path


@pytest.mark.parametrize("heading", ["收费依据|设定依据", "设定依据|收费依据"])
def test_the_basis_of_the_fee_is_never_the_basis_of_the_licence(city: Path, table: Table, heading: str) -> None:
    said = {"收费依据": "《甲收费办法》第三条", "设定依据": "《甲法》第十条"}
    import_json(city, table(f"{HEADING}|{heading}", "wjw|甲|1|" + "|".join(said[one] for one in heading.split("|"))))
    assert only(city)["basis"] == [{"law": "甲法", "article": "第十条"}]
    assert only(city)["fee"]["note"] == "《甲收费办法》第三条"


def test_a_heading_of_two_rows_is_one_heading(city: Path, table: Table) -> None:
    rows = table(
        "部门|事项名称|事项类型|办结时限||审批结果||",
        "|||法定|承诺|名称|类型|咨询电话",
        "wjw|甲|1|20个工作日|8个工作日|甲证|证照|0999-1",
    )
    import_json(city, rows)
    assert only(city)["time_limit"]["promised"]["count"] == 8
    assert only(city)["result"] == {"name": "甲证", "kind": "证照"}
    assert only(city)["contact"] == {"phone": "0999-1"}


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("20个工作日（不含公示）", Length(20, "工作日", "不含公示")),
        ("审查时限：15个工作日", Length(15, "工作日")),
        ("20日（工作日）", Length(20, "工作日")),
        ("半年", Length(6, "月")),
        ("廿日", Length(20, "")),
        ("当日办结", Length(0, "工作日")),
        ("即来即办", Length(0, "工作日")),
        ("10个工作日(材料齐全)内", Length(10, "工作日", "材料齐全")),
    ],
)
def test_limits_are_read_as_lists_write_them(written: str, length: Length) -> None:
    assert read_length(written) == length


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("5-10个工作日", "limit_several"),
        ("法定20日，承诺10日", "limit_several"),
        ("0.5个工作日", "limit_fraction"),
        ("1个半月", "limit_fraction"),
        ("10个工作日，可延长5个工作日", "limit_extension"),
        ("视情况而定", "limit"),
    ],
)
def test_a_limit_that_is_not_read_is_told_with_the_reason(city: Path, table: Table, written: str, why: str) -> None:
    assert (read_length(written), why_unread(written)) == (None, why)
    outcome = import_json(city, table(f"{HEADING}|法定时限", f"wjw|甲|1|{written}"))
    assert codes(outcome, "warning") == ["S002"]
    assert only(city).keys() == {"id", "name", "type", "status"}


@pytest.mark.parametrize("names", [("青河市文旅局", "市文旅局"), ("市文旅局", "文旅局"), ("文旅局（章）", "市文旅局")])
def test_spellings_of_one_body_in_one_table_are_one_body(city: Path, table: Table, names: tuple[str, ...]) -> None:
    outcome = import_json(city, table(HEADING, *(f"{name}|事项{name}|1" for name in names)))
    assert len(outcome["summary"]["departments"]) == 1
    assert {placed.owner for placed in read_catalog(city).approvals} == {"wlj"}


def test_the_fullest_spelling_is_the_name(city: Path, table: Table) -> None:
    import_json(city, table(HEADING, "市文旅局|甲|1", "青河市文旅局|乙|1"))
    assert read_catalog(city).departments["wlj"].record.name == "青河市文旅局"


def test_joint_bodies_are_the_first_and_those_that_join_it(city: Path, table: Table) -> None:
    import_json(city, table(HEADING, "市卫健委、青河市发展和改革委员会|甲|1"))
    (placed,) = read_catalog(city).approvals
    assert (placed.owner, placed.record.bodies.joint) == ("wjw", ("fgw",))


@pytest.mark.parametrize("body", ["3", "12", "１"])
def test_a_bare_number_is_no_body(city: Path, table: Table, body: str) -> None:
    outcome = import_json(city, table(HEADING, f"{body}|甲|1", "wjw|乙|1"))
    assert codes(outcome) == ["S004"]
    assert [placed.record.name for placed in read_catalog(city).approvals] == ["乙"]


def test_the_first_valid_code_of_a_body_counts(city: Path, table: Table) -> None:
    valid = "91350100M000100Y43"
    import_json(city, table(f"部门代码|{HEADING}", "123|水务局|甲|1", f"{valid}|水务局|乙|1"))
    assert read_catalog(city).departments["swj"].record.code == valid


def test_a_clerk_can_say_which_body_is_meant(city: Path, table: Table) -> None:
    outcome = import_json(city, table(HEADING, "卫生计生局|甲|1"), "--body", "卫生计生局=wjw")
    assert (outcome["summary"]["departments"], read_catalog(city).approvals[0].owner) == ([], "wjw")


@pytest.mark.parametrize("body", ["卫生计生局", "=wjw", "卫生计生局=没有"])
def test_a_body_that_cannot_be_meant_is_wrong_usage(city: Path, table: Table, body: str) -> None:
    assert run_import(city, table(HEADING, "卫生计生局|甲|1"), "--body", body).exit_code == 2


def test_where_no_body_is_registered_it_is_said_how_one_is(city: Path, table: Table) -> None:
    (city / "catalog" / "departments.yml").unlink()
    result = run_import(city, table("事项名称|事项类型", "甲|1"), "--department", "swj")
    assert result.exit_code == 2
    assert "- id: swj" in result.stderr


@pytest.mark.parametrize(
    "type_", ["行政许可（国办）", "行政许可(省级)", "许可（委托）", "行政许可 （县）", "许可类（1）"]
)
def test_a_remark_behind_a_term_is_told_and_the_term_read(city: Path, table: Table, type_: str) -> None:
    outcome = import_json(city, table(HEADING, f"wjw|甲|{type_}"))
    assert only(city)["type"] == "行政许可"
    assert codes(outcome, "info") == ["S002"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("甲许可证", "证照"), ("营业执照", "证照"), ("关于甲的批复", "批文"), ("准予决定书", "批文"), ("盖章", "其他")],
)
def test_a_result_without_its_kind_is_kept(city: Path, table: Table, name: str, kind: str) -> None:
    import_json(city, table(f"{HEADING}|结果名称", f"wjw|甲|1|{name}"))
    assert only(city)["result"] == {"name": name, "kind": kind}


def test_the_kind_of_a_result_that_the_catalog_knows_is_kept(city: Path, table: Table) -> None:
    import_json(city, table(f"{HEADING}|结果名称|结果类型", "wjw|甲|1|甲许可证|其他"))
    import_json(city, table(f"{HEADING}|结果名称", "wjw|甲|1|甲登记证"))
    assert only(city)["result"] == {"name": "甲登记证", "kind": "其他"}


@pytest.mark.parametrize("part", ["甲延续（换址的除外）", "甲变更(法人)", "甲（新办）", "甲注销 （主动）", "甲补证"])
def test_the_case_of_a_part_stands_before_its_brackets_or_in_them(city: Path, table: Table, part: str) -> None:
    import_json(city, table(f"{HEADING}|主项名称", f"wjw|{part}|1|甲"), "--group")
    assert only(city)["parts"][0]["kind"] == "情形"


def test_parts_that_come_later_get_ids_of_their_own_and_the_earlier_stay(city: Path, table: Table) -> None:
    import_json(city, table("部门|项目名称|子项|类型", "wjw|甲|甲一|1", "wjw|甲|甲二|1"))
    outcome = import_json(city, table("部门|项目名称|子项|类型", "wjw|甲|甲三|1", "wjw|甲|甲二|1"))
    assert {part["id"]: part["name"] for part in only(city)["parts"]} == {"a": "甲一", "b": "甲二", "c": "甲三"}
    assert codes(outcome, "warning") == ["S002"]


@pytest.mark.parametrize("code", ["000123001000", "440118009000", "0A0123001000"])
def test_a_code_of_twelve_is_the_base_code(city: Path, table: Table, code: str) -> None:
    import_json(city, table(f"{HEADING}|职权编码", f"wjw|甲|1|{code}"), "--list", "powers")
    assert (only(city, "powers")["base_code"], "code" in only(city, "powers")) == (code, False)


def test_an_address_becomes_a_place_and_is_known_the_next_time(city: Path, table: Table) -> None:
    rows = table(f"{HEADING}|办理地址", "wjw|甲|1|青河市政务服务中心3号窗口；北街服务站")
    assert len(import_json(city, rows)["summary"]["places"]) == 1
    assert only(city)["handled_at"] == [{"place": "hall", "window": 3}, {"place": "bjfwz"}]
    assert import_json(city, rows)["summary"]["unchanged"] == 1


@pytest.mark.parametrize("text", ["甲\xa0乙", "甲\u200b乙", "甲\ue004乙", "甲\u2003乙", "甲\u202e乙", "甲\ufeff乙"])
def test_nothing_is_written_that_check_refuses(city: Path, table: Table, text: str) -> None:
    import_json(city, table(f"{HEADING}|适用范围", f"wjw|{text}|1|{text}"))
    result = wudan("check", "--format", "json", folder=city)
    assert '"S007"' not in result.stdout
    assert "甲" in only(city)["scope"]


def test_an_item_at_another_body_is_told_and_moves_where_that_is_asked(city: Path, table: Table) -> None:
    import_json(city, table(HEADING, "wjw|甲|1", "wjw|乙|1"))
    moved = table(HEADING, "fgw|甲|1")
    told = import_json(city, moved, "--dry-run")
    assert "是不是划转" in told["findings"][0]["message"]
    outcome = import_json(city, moved, "--transfer")
    assert (outcome["summary"]["transferred"], outcome["summary"]["added"]) == (["wjw-xk-001"], 0)
    assert {placed.record.id: placed.owner for placed in read_catalog(city).approvals} == {
        "wjw-xk-001": "fgw",
        "wjw-xk-002": "wjw",
    }
