"""The edits between two pieces of data: none between equals, and made to the one they give the other."""

from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wudan.diff.edit import Edit, edits
from wudan.diff.listing import Element, normal
from wudan.diff.patch import patched

NAMES = st.sampled_from(["申请书", "申请表", "身份证复印件", "身份证原件", "章程", "住所证明", "营业执照"])
LIMITS = st.fixed_dictionaries({"count": st.integers(0, 60), "unit": st.sampled_from(["工作日", "自然日"])})
MATERIALS = st.lists(
    st.fixed_dictionaries({"name": NAMES}, optional={"copies": st.integers(1, 3), "kind": st.sampled_from(["原件"])}),
    max_size=5,
)
STAGES = st.lists(
    st.fixed_dictionaries(
        {"stage": st.sampled_from(["受理", "审查", "现场核查", "专家评审", "决定", "送达"])}, optional={"limit": LIMITS}
    ),
    max_size=6,
)
ITEMS = st.fixed_dictionaries(
    {"id": st.just("wjw-xk-001")},
    optional={
        "name": NAMES,
        "visits": st.integers(0, 3),
        "serves": st.lists(st.sampled_from(["自然人", "企业法人", "其他组织"]), max_size=4),
        "materials": MATERIALS,
        "process": STAGES,
        "conditions": st.lists(st.fixed_dictionaries({"text": NAMES}), max_size=4),
        "time_limit": st.fixed_dictionaries({}, optional={"promised": LIMITS, "statutory": LIMITS}),
        "fee": st.fixed_dictionaries({"charged": st.booleans()}, optional={"fees": st.lists(NAMES, max_size=3)}),
        "quota": st.one_of(st.text(max_size=3), st.integers(), st.booleans(), st.none()),
    },
)


@given(ITEMS)
def test_equal_data_have_no_edits(item: dict[str, str]) -> None:
    assert list(edits(item, deepcopy(item))) == []


@given(ITEMS, ITEMS)
def test_edits_made_to_the_one_give_the_other(old: dict[str, str], new: dict[str, str]) -> None:
    assert normal(patched(old, edits(old, new))) == normal(new)


@given(ITEMS, ITEMS)
def test_the_data_that_is_compared_stays_as_it_is(old: dict[str, str], new: dict[str, str]) -> None:
    before = deepcopy((old, new))
    patched(old, edits(old, new))
    assert (old, new) == before


@given(ITEMS, st.randoms(use_true_random=False))
def test_order_says_nothing_but_among_stages(item: dict[str, Any], random: Random) -> None:
    other = {key: item[key] for key in random.sample(sorted(item), len(item))}
    for name in ("materials", "conditions", "serves"):
        if name in other:
            other[name] = random.sample(other[name], len(other[name]))
    assert list(edits(item, other)) == []


def test_a_limit_in_another_unit_is_one_edit() -> None:
    old, new = ({"promised": {"count": count, "unit": unit}} for count, unit in ((8, "工作日"), (12, "自然日")))
    assert list(edits(old, new)) == [Edit(("promised",), "change", old["promised"], new["promised"])]


def test_one_gone_and_one_come_that_are_alike_are_a_rename_told_once() -> None:
    old = {"materials": [{"name": "食品经营许可申请书", "copies": 1}]}
    new = {"materials": [{"name": "食品经营许可证申请书", "copies": 2}]}
    named = Edit(("materials", Element("食品经营许可申请书")), "rename", "食品经营许可申请书", "食品经营许可证申请书")
    more = Edit(("materials", Element("食品经营许可证申请书"), "copies"), "change", 1, 2)
    assert list(edits(old, new)) == [named, more]


def test_one_gone_and_one_come_that_are_not_alike_are_two_edits() -> None:
    old, new = {"materials": [{"name": "章程"}]}, {"materials": [{"name": "检测报告"}]}
    assert [edit.operation for edit in edits(old, new)] == ["remove", "add"]


def test_a_stage_in_the_middle_is_added_there() -> None:
    old = {"process": [{"stage": "受理"}, {"stage": "决定"}]}
    new = {"process": [{"stage": "受理"}, {"stage": "专家评审"}, {"stage": "决定"}]}
    (edit,) = edits(old, new)
    assert (edit.operation, edit.index) == ("add", 1)


def test_stages_in_another_order_are_one_edit() -> None:
    old = {"process": [{"stage": "受理"}, {"stage": "审查"}, {"stage": "公示"}]}
    new = {"process": [{"stage": "受理"}, {"stage": "公示"}, {"stage": "审查"}]}
    assert [edit.operation for edit in edits(old, new)] == ["order"]
