import pytest
from hypothesis import given
from hypothesis import strategies as st

from wudan.tables.enumerations import list_entries, split_outside
from wudan.tables.process import read_process
from wudan.tables.refusal import CellRefusedError

_SEPARATORS = ";；\n"


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("健康证（原件；复印件）；申请书", ["健康证（原件；复印件）", "申请书"]),
        ("《管理办法；附则》说明；申请书", ["《管理办法；附则》说明", "申请书"]),
        ("平面图[比例；图例]；申请书", ["平面图[比例；图例]", "申请书"]),
        ("租约(自有；租赁）；申请书", ["租约(自有；租赁）", "申请书"]),
        ("合同（未收口；申请书", ["合同（未收口", "申请书"]),
        ("健康证（原件（验后退；不留存）；复印件）", ["健康证（原件（验后退；不留存）；复印件）"]),
        (
            "1.申请书；\n2.租约（自有，证；租，约）；\n3.承诺书。",
            ["申请书", "租约（自有，证；租，约）", "承诺书"],
        ),
        ("1、甲；含副本2、乙", ["甲；含副本", "乙"]),
        ("①甲②乙；丙③丁", ["甲", "乙；丙", "丁"]),
        ("一、甲\n（一）子\n（二）丑\n二、乙", ["甲（一）子（二）丑", "乙"]),
        ("1.甲：\n（1）子；\n（2）丑；\n2.乙", ["甲：（1）子；（2）丑", "乙"]),
        ("1.5吨以上车辆行驶证；申请书", ["1.5吨以上车辆行驶证", "申请书"]),
        ("1.附件2、附件3\n2.申请书", ["附件2、附件3", "申请书"]),
        ("一、二类放射源证明；申请书", ["一、二类放射源证明", "申请书"]),
        ("1、2号楼平面图；申请书", ["1、2号楼平面图", "申请书"]),
        ("1.二级医院证明\n2.三级医院证明", ["二级医院证明", "三级医院证明"]),
        ("⑴申请书⑵身份证", ["申请书", "身份证"]),
        ("㈠申请书；㈡身份证", ["申请书", "身份证"]),
        ("⒈申请书⒉身份证", ["申请书", "身份证"]),
        ("第一，申请书；第二，身份证", ["申请书", "身份证"]),
        ("• 申请书\n• 身份证", ["申请书", "身份证"]),
        ("- 申请书\n- 身份证", ["申请书", "身份证"]),
        ("◆申请书\n◆身份证", ["申请书", "身份证"]),
        ("1.申请书；2.身份证；4.照片", ["申请书", "身份证", "照片"]),  # the third was taken out
        ("1.申请书\n2.身份证\n2.照片", ["申请书", "身份证", "照片"]),
        ("1.甲：2.5寸照片\n2.乙", ["甲：2.5寸照片", "乙"]),
        ("1.申请书，共9.份\n2.乙", ["申请书，共9.份", "乙"]),
    ],
)
def test_a_cell_is_cut_at_its_numbers_and_never_inside_brackets(cell: str, entries: list[str]) -> None:
    assert list(list_entries(cell, _SEPARATORS).entries) == entries


@pytest.mark.parametrize("lead", ["应当提交下列材料：", "申请人提交以下材料:", "材料如下", "包括：", "需要："])
def test_a_line_that_leads_in_is_no_entry_and_is_told(lead: str) -> None:
    listed = list_entries(f"{lead}\n1.甲；2.乙", _SEPARATORS)
    assert (listed.lead, listed.entries) == (lead, ("甲", "乙"))


@pytest.mark.parametrize(
    "cell", ["新办：1.甲2.乙；变更：1.丙2.丁", "新办：\n1.甲\n2.乙\n变更：\n1.丙\n2.丁", "新办：①甲②乙。变更：①丙②丁"]
)
def test_each_list_of_a_cell_has_a_lead_of_its_own(cell: str) -> None:
    listed = list_entries(cell, _SEPARATORS)
    assert (listed.entries, listed.lead) == (("甲", "乙", "丙", "丁"), "新办：；变更：")


@pytest.mark.parametrize(
    "closing",
    ["注：以上材料一式两份", "（备注：外地的另附证明）", "说明：均为原件", "以上复印件加盖公章", "以上材料各一份"],
)
@pytest.mark.parametrize("cell", ["1.甲\n2.乙", "甲；乙"])
def test_a_last_line_on_the_entries_is_no_entry_and_is_told(cell: str, closing: str) -> None:
    listed = list_entries(f"{cell}\n{closing}", _SEPARATORS)
    assert (listed.entries, listed.closing) == (("甲", "乙"), closing)


def test_a_first_line_that_leads_nowhere_stays_an_entry() -> None:
    assert list_entries("申请书\n1.甲\n2.乙", _SEPARATORS).entries == ("申请书", "甲", "乙")


@given(st.text(alphabet="（）()；;、：一二1.2.①类注甲乙\n", max_size=40))
def test_nothing_but_separators_and_numbers_is_lost(text: str) -> None:
    listed = list_entries(text, _SEPARATORS)
    kept = "".join("".join(listed.entries).split())
    assert set(kept) - set("".join(text.split())) == set()
    told = listed.lead + listed.closing
    assert sum(map((kept + told).count, "甲乙")) == sum(map(text.count, "甲乙"))


@given(st.text(alphabet="（）();甲", max_size=30))
def test_splitting_loses_no_character_but_the_separators(text: str) -> None:
    pieces = split_outside(text, ";")
    assert ";".join(pieces) == text


@pytest.mark.parametrize(
    ("cell", "stages"),
    [
        ("受理→审查→决定→送达", ["受理", "审查", "决定", "送达"]),
        ("受理、审查、决定", ["受理", "审查", "决定"]),
        ("1.申请人申请，窗口核对。\n2.科室在3日内审查。", ["申请人申请，窗口核对", "科室在3日内审查"]),
        ("受理：窗口核对材料，当场受理；审查：科室审查", ["受理", "审查"]),
        ("（一）受理（二）审查，含现场核查（三）办结", ["受理", "审查，含现场核查", "办结"]),
        ("第一步：受理；第二步：审查；第三步：决定", ["受理", "审查", "决定"]),
        ("第一步 受理\n第二步 审查", ["受理", "审查"]),
        ("1.受理→2.审查→3.决定", ["受理", "审查", "决定"]),
        ("①受理→②审查→③决定", ["受理", "审查", "决定"]),
        ("受理=>审查=>决定", ["受理", "审查", "决定"]),
        ("受理►审查➜决定", ["受理", "审查", "决定"]),
        ("受理+审查+决定", ["受理", "审查", "决定"]),
        ("受理 审查 决定", ["受理", "审查", "决定"]),
    ],
)
def test_stages_are_read_from_arrows_words_and_numbers(cell: str, stages: list[str]) -> None:
    assert [stage["stage"] for stage in read_process(cell, [])] == stages


@pytest.mark.parametrize(
    "prose",
    [
        "申请人到窗口提交申请，经办人审核材料后报科长审批。",
        "材料齐全的，当场受理。材料不全的，一次告知。",
        "由窗口统一受理，再由业务科室在规定时间内组织专家评审",
        "窗口收件后转交科室办理，办结后通知申请人领取证件。",
        "按照有关规定的程序，逐级上报市局审批，由市局发证",
    ],
)
def test_prose_is_told_and_not_cut_at_its_commas(prose: str) -> None:
    with pytest.raises(CellRefusedError) as refused:
        read_process(prose, [])
    assert refused.value.message == "prose"
