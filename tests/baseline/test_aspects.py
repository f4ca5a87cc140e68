"""In which of the aspects an item departs from its entry, what was there before, and whether a newer law backs it."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.city import days
from tests.support.reform import Record, baseline, entry, item, reformed
from wudan.baseline.aspects import (
    Departure,
    added_preconditions,
    added_stages,
    citation_text,
    is_same_body,
    law_is_newer,
    longer_limits,
    lost_bases,
)
from wudan.baseline.comparison import comparison_of
from wudan.baseline.names import differs_in_form, plain_item_name
from wudan.catalog.model.base import Citation
from wudan.law.register import law_register

LAWS = [
    {"name": "甲法", "kind": "法律", "versions": [{"since": "2000-01-01"}], "replaced_by": "乙法"},
    {"name": "乙法", "kind": "法律", "versions": [{"since": "2014-05-01"}]},
    {"name": "丙条例", "kind": "地方性法规", "versions": [{"since": "2001-01-01"}]},
    {"name": "丁通知", "kind": "规范性文件", "number": "新政〔2014〕8号"},
]
Aspect = Callable[[Any, Any, Any], Iterable[Departure]]


def departures(aspect: Aspect, before: Record, now: Record) -> list[Departure]:
    """Hold one item against one entry, with the fields given."""
    files = {"laws.yml": LAWS, "approvals/wjw.yml": [item("a", **now)]}
    catalog = reformed(baseline(entry("a", **before)), files=files)
    comparison = catalog.derived(comparison_of)
    assert comparison is not None
    (pair,) = comparison.pairs
    return list(aspect(catalog, pair.item, pair.standing.entry))


def basis(*laws: str, **more: object) -> Record:
    return {"basis": [{"law": law, "sets": True, **more} for law in laws]}


def test_a_basis_that_is_there_under_another_of_its_names_is_not_lost() -> None:
    assert (
        departures(lost_bases, basis("甲法", article="第四条"), basis("《中华人民共和国甲法》", article="第四条")) == []
    )


def test_another_article_of_the_same_law_is_told_with_both() -> None:
    (other,) = departures(lost_bases, basis("甲法", article="第四条"), basis("甲法", article="第九条"))
    assert (other.what, other.was, other.now) == ("article", "《甲法》第四条", "《甲法》第九条")


def test_a_lost_basis_is_named_and_a_lower_one_in_its_place_sinks() -> None:
    lost, sunk = departures(lost_bases, basis("甲法", article="第四条"), basis("丙条例"))
    assert (lost.what, lost.was, lost.is_milder) == ("lost", "《甲法》第四条", False)
    assert (sunk.what, sunk.was, sunk.now) == ("sunk", "法律", "地方性法规")


def test_the_law_that_took_the_place_of_another_is_a_remark() -> None:
    (lost,) = departures(lost_bases, basis("甲法"), basis("乙法"))
    assert lost.is_milder


def test_nothing_sinks_where_a_rank_is_not_known() -> None:
    assert [one.what for one in departures(lost_bases, basis("甲法"), basis("没有登记的办法"))] == ["lost"]


def test_a_precondition_is_the_same_in_whatever_form_it_is_named() -> None:
    def named(name: str, **more: object) -> Record:
        return {"preconditions": [{"external": {"name": name}, "timing": "前置", **more}]}

    assert departures(added_preconditions, named("环评(审批)"), named("环评（审批）")) == []
    (added,) = departures(added_preconditions, named("环评审批"), named("消防验收"))
    assert (added.path, added.now, added.is_backed) == (("preconditions", 0), "消防验收", False)
    (backed,) = departures(added_preconditions, {}, named("消防验收", basis={"law": "乙法"}))
    assert backed.is_backed


def stages(*names: str) -> Record:
    return {"process": [{"stage": name} for name in names]}


def test_a_stage_is_the_same_under_each_of_its_names() -> None:
    assert departures(added_stages, stages("受理", "决定"), stages("窗口受理", "决定")) == []
    (added,) = departures(added_stages, stages("受理", "决定"), stages("受理", "专家评审", "决定"))
    assert (added.path, added.now) == (("process", 1, "stage"), "专家评审")


def test_where_the_entry_has_no_process_none_is_compared() -> None:
    assert departures(added_stages, {}, stages("受理", "专家评审")) == []


def limits(count: int, unit: str = "工作日") -> Record:
    return {"time_limit": {"promised": days(count, unit)}}


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_limit_departs_exactly_where_it_is_longer(before: int, now: int) -> None:
    found = departures(longer_limits, limits(before), limits(now))
    assert [one.what for one in found] == (["promised"] if now > before else [])
    assert all(one.is_sure for one in found)


@pytest.mark.parametrize(
    ("before", "now", "sure"),
    [
        (("工作日", 10), ("自然日", 10), None),
        (("工作日", 10), ("自然日", 14), False),
        (("工作日", 10), ("自然日", 60), True),
    ],
)
def test_in_different_units_it_may_be_left_open(
    before: tuple[str, int], now: tuple[str, int], sure: bool | None
) -> None:
    found = departures(longer_limits, limits(before[1], before[0]), limits(now[1], now[0]))
    assert [one.is_sure for one in found] == ([] if sure is None else [sure])


@pytest.mark.parametrize(
    ("citation", "newer"),
    [
        (None, False),
        (Citation(law="甲法"), False),
        (Citation(law="乙法"), True),
        (Citation(law="丁通知"), True),
        (Citation(law="没有登记的办法", number="国发〔2013〕5号"), False),
        (Citation(law="没有登记的办法", number="国发〔2014〕5号"), True),
        (Citation(law="没有登记的办法"), False),
    ],
)
def test_a_law_is_newer_by_its_first_version_or_the_year_of_its_number(citation: Citation | None, newer: bool) -> None:
    register = law_register(reformed(None, files={"laws.yml": LAWS}))
    assert law_is_newer(register, citation, "2013-12-31") is newer


def test_a_body_is_the_same_when_it_succeeds_the_one_before() -> None:
    departments = [
        {"id": "wjw", "name": "新密市卫生局", "former_names": ["新密市卫生科"], "kind": "政府部门"},
        {
            "id": "wjj",
            "name": "新密市卫生和计划生育委员会",
            "kind": "政府部门",
            "succeeds": [{"body": "新密市卫生科", "since": "2014-05-01"}],
        },
        {"id": "zjj", "name": "新密市住房和城乡建设局", "kind": "政府部门"},
    ]
    catalog = reformed(None, files={"departments.yml": departments})
    assert is_same_body(catalog, "wjw", "wjw")
    assert is_same_body(catalog, "wjj", "wjw")
    assert not is_same_body(catalog, "zjj", "wjw")
    assert not is_same_body(catalog, None, "wjw")


def test_a_citation_is_written_with_the_plain_name_of_its_law() -> None:
    assert citation_text(Citation(law="中华人民共和国行政许可法", article="第四条")) == "《行政许可法》第四条"


@given(st.text("甲乙许可（）()[]、，县级本级 ＡA", max_size=14))
def test_a_name_differs_in_form_from_itself_never_and_from_its_plain_form_only_in_form(name: str) -> None:
    assert not differs_in_form(name, name)
    wide = name.replace("(", "（").replace(")", "）")
    assert plain_item_name(name) == plain_item_name(wide)
    assert differs_in_form(name, wide) == (name != wide)
