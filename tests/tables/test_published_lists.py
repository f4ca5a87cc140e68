"""What published lists look like: their headings, spellings of bodies, limits, results, parts, transfers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import wudan
from tests.support.importing import codes, import_json, read_catalog, run_import
from wudan.tables.headings import path_of
from wudan.tables.limits import Length, read_length, why_unread
from wudan.tables.parts import part_names

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
        ("approvals", "行政审批事项名称", "name"),
        ("approvals", "法律法规依据及条款", "basis"),
        ("approvals", "需要提交的材料", "materials"),
        ("approvals", "行政许可实施机关", "@department"),
        ("approvals", "共同审批部门", "bodies.joint"),
        ("approvals", "是否收费及依据", "fee.charged"),
        ("approvals", "收费依据和标准", "fee.note"),
        ("approvals", "窗口电话", "contact.phone"),
        ("approvals", "投诉监督电话", "contact.complaint"),
        ("approvals", "审批层级", "level"),
        ("powers", "职权项目名称", "name"),
        ("powers", "追责情形及依据", "accountability"),
        ("powers", "责任事项及依据", "duties"),
        ("fees", "收费部门", "@department"),
        ("fees", "减免优惠政策", "exemptions"),
        ("fees", "是否涉企", "burdens_firms"),
    ],
)
def test_headings_of_published_lists_have_their_place(list_id: str, heading: str, path: str) -> None:
    assert path_of(heading, list_id) == path


@pytest.mark.parametrize("heading", ["办理时间", "办公时间", "结果样本", "下放层级", "前置审批", "清理意见依据"])
def test_headings_that_mean_something_else_have_no_place(heading: str) -> None:
    assert path_of(heading, "approvals") is None


@pytest.mark.parametrize(
    ("heading", "key", "unit"),
    [
        ("法定工作日", "statutory", "工作日"),
        ("承诺工作日", "promised", "工作日"),
        ("法定办结时限（自然日）", "statutory", "自然日"),
    ],
)
def test_a_heading_says_in_which_days_bare_numbers_count(
    city: Path, table: Table, heading: str, key: str, unit: str
) -> None:
    import_json(city, table(f"{HEADING}|{heading}", "wjw|甲|1|20"))
    assert only(city)["time_limit"] == {key: {"count": 20, "unit": unit}}


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
        ("自受理申请之日起二十日内", Length(20, "")),
        ("自受理之日起，20个工作日内", Length(20, "工作日")),
        ("收到申请材料之日起15个工作日内审查完毕", Length(15, "工作日")),
        ("20个工作日内作出是否准予的决定", Length(20, "工作日")),
        ("10个工作日，不含公示时间", Length(10, "工作日", "不含公示时间")),
        ("10个工作日【不含听证】", Length(10, "工作日", "不含听证")),
        ("＜20个工作日", Length(20, "工作日")),
        ("二〇日", Length(20, "")),
        ("贰拾日", Length(20, "")),
        ("7个工作日内核发", Length(7, "工作日")),
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
        ("2015-01-20", "limit_date"),
        ("2015年1月20日", "limit_date"),
        ("三五日", "limit"),
        ("两周", "limit"),
        ("省级20日，市级10日", "limit_several"),
        ("不少于5日", "limit"),
        ("每年6月", "limit"),
    ],
)
def test_a_limit_that_is_not_read_is_told_with_the_reason(city: Path, table: Table, written: str, why: str) -> None:
    assert (read_length(written), why_unread(written)) == (None, why)
    outcome = import_json(city, table(f"{HEADING}|法定时限", f"wjw|甲|1|{written}"))
    assert codes(outcome, "warning") == ["S002"]
    assert only(city).keys() == {"id", "name", "type", "status"}


@pytest.mark.parametrize(
    "names",
    [
        ("青河市文旅局", "市文旅局"),
        ("市文旅局", "文旅局"),
        ("文旅局（章）", "市文旅局"),
        ("1.市文旅局", "2.市文旅局"),
        ("（三）市文旅局", "市文旅局。"),
        ("市 文 旅 局", "市文旅局"),
        ("★市文旅局", "市文旅局"),
        ("市文旅局；", "文旅局"),
    ],
)
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


@pytest.mark.parametrize(
    "cell",
    [
        "市卫健委和市发展和改革委员会",
        "市卫健委会同市发展和改革委员会",
        "市卫健委及市发展和改革委员会",
        "市卫健委、市发展和改革委员会等部门",
        "市卫健委 市发展和改革委员会",
    ],
)
def test_words_that_join_bodies_part_them_and_words_in_a_name_do_not(city: Path, table: Table, cell: str) -> None:
    outcome = import_json(city, table(HEADING, f"{cell}|甲|1"))
    (placed,) = read_catalog(city).approvals
    assert (placed.owner, placed.record.bodies.joint, outcome["summary"]["departments"]) == ("wjw", ("fgw",), [])


@pytest.mark.parametrize(
    "row", ["市水务局|甲|不知", "市水务局||1|x", "同上|甲|1", "〃|甲|1", "待定|甲|1", "见附件|甲|1", "市水务局|同上|1"]
)
def test_no_body_is_registered_for_a_row_that_does_not_come_in(city: Path, table: Table, row: str) -> None:
    outcome = import_json(city, table(f"{HEADING}|设定依据", row))
    assert outcome["summary"]["balance"]["rows"]["refused"] == 1
    assert set(read_catalog(city).departments) == {"wjw", "fgw"}


@pytest.mark.parametrize(
    "code", ["91350100m000100y43", "91350100 M000100Y43", "'91350100M000100Y43", "９１３５０１００Ｍ０００１００Ｙ４３"]
)
def test_the_code_of_a_body_is_taken_in_any_writing(city: Path, table: Table, code: str) -> None:
    outcome = import_json(city, table(f"部门代码|{HEADING}", f"{code}|水务局|甲|1"))
    assert (codes(outcome, "warning"), read_catalog(city).departments["swj"].record.code) == ([], "91350100M000100Y43")


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


@pytest.mark.parametrize(
    "part",
    [
        "甲延续（换址的除外）",
        "甲变更(法人)",
        "甲（新办）",
        "甲注销 （主动）",
        "甲补证",
        "甲延续。",
        "甲〔延续〕",
        "甲【变更】",
        "甲变更登记",
        "甲（注销登记）",
        "甲延期申请",
        "甲补领",
        "甲（增项）",
    ],
)
def test_the_case_of_a_part_stands_before_its_brackets_or_in_them(city: Path, table: Table, part: str) -> None:
    import_json(city, table(f"{HEADING}|主项名称", f"wjw|{part}|1|甲"), "--group")
    assert only(city)["parts"][0]["kind"] == "情形"


def test_parts_that_come_later_get_ids_of_their_own_and_the_earlier_stay(city: Path, table: Table) -> None:
    import_json(city, table("部门|项目名称|子项|类型", "wjw|甲|甲一|1", "wjw|甲|甲二|1"))
    outcome = import_json(city, table("部门|项目名称|子项|类型", "wjw|甲|甲三|1", "wjw|甲|甲二|1"))
    assert {part["id"]: part["name"] for part in only(city)["parts"]} == {"a": "甲一", "b": "甲二", "c": "甲三"}
    assert codes(outcome, "warning") == ["S002"]


@pytest.mark.parametrize(
    "cell", ["1.新办；2.变更；3.延续", "新办；变更；延续", "①新办②变更③延续", "（1）新办（2）变更（3）延续"]
)
def test_a_cell_that_lists_parts_gives_each_of_them(city: Path, table: Table, cell: str) -> None:
    import_json(city, table(f"{HEADING}|子项|申请材料", f"wjw|甲|1|{cell}|申请表"))
    parts = [
        {"id": id_, "name": name, "kind": "情形"} for id_, name in zip("abc", ("新办", "变更", "延续"), strict=True)
    ]
    assert (only(city)["parts"], only(city)["materials"]) == (parts, [{"name": "申请表"}])


@pytest.mark.parametrize("lines", ["新办\n变更\n延续", "首次（含试用）\n变更\n注销登记"])
def test_lines_of_a_cell_are_parts_where_each_is_a_case(lines: str) -> None:
    assert part_names(lines) == tuple(lines.split("\n"))


@pytest.mark.parametrize("name", ["建筑工程\n施工许可", "甲、乙变更", "一、二类装置", "甲（新办；变更）"])
def test_the_name_of_one_part_is_not_cut(name: str) -> None:
    assert part_names(name) == (name.replace("\n", ""),)


@pytest.mark.parametrize("code", ["000123001000", "440118009000", "0A0123001000", "000123 001000", "'000123001000"])
def test_a_code_of_twelve_is_the_base_code(city: Path, table: Table, code: str) -> None:
    import_json(city, table(f"{HEADING}|职权编码", f"wjw|甲|1|{code}"), "--list", "powers")
    assert only(city, "powers")["base_code"] == code.replace(" ", "").strip("'")
    assert "code" not in only(city, "powers")


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
