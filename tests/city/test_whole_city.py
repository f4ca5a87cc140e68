"""The demo city is a whole one: its lists, registers and figures, as `wudan stats` and `wudan compare` count them."""

from collections import Counter
from itertools import combinations
from typing import Any, get_args

import pytest
from rapidfuzz import fuzz, process

from tests.support.root import CATALOG
from wudan.baseline.comparison import comparison_of
from wudan.catalog.catalog import Catalog
from wudan.catalog.content import content_hash, latest_release
from wudan.catalog.model.reform import ChangeKind
from wudan.catalog.model.values import ItemType
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.figures.figures import figures_of
from wudan.findings.judge import judge
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import BaselineRule

MOST_ALIKE = 80  # of 100; above it a guide could stand under another item
POWER_TYPES = set(get_args(ItemType)) - {"公共服务", "非行政许可审批"}


@pytest.fixture(scope="module")
def city() -> Any:
    return load_catalog(open_folder(CATALOG))


@pytest.fixture(scope="module")
def figures(city: Catalog) -> Any:
    return figures_of(city)


@pytest.fixture(scope="module")
def in_use(city: Catalog) -> Any:
    return [placed for placed in city.approvals if placed.record.is_in_use]


def test_nothing_is_wrong_and_little_is_waived(city: Catalog) -> None:
    found = judge(city, list(all_rules().values()))
    assert [(one.rule.code, one.problem.place.file) for one in found.standing if one.level != "info"] == []
    assert len(city.of("waivers")) <= 5
    assert city.city.levels == {}


def test_bodies_windows_and_items_are_those_of_the_seed(figures: Any) -> None:
    assert figures.counts["部门"] == 33
    assert figures.counts["窗口"] == 35
    assert figures.counts["进厅事项"] == 122


def test_the_means_of_promise_and_of_fact_are_those_of_the_seed(figures: Any) -> None:
    times = figures.times
    assert (f"{times.promised.days:.2f}", times.promised.items) == ("8.00", 122)
    assert (f"{times.actual.days:.2f}", times.actual.items) == ("5.10", 122)
    assert times.statutory_least.days < times.printed.days


def test_all_case_types_occur(figures: Any) -> None:
    assert set(figures.items_by_case_type) == {"即办件", "承诺件", "上报件"}


def test_powers_are_of_all_ten_types_and_of_all_bodies(city: Catalog, figures: Any, in_use: Any) -> None:
    assert set(figures.powers_by_type) == POWER_TYPES
    assert sum(figures.powers_by_type.values()) >= 300
    assert {placed.owner for placed in city.of("powers")} >= {placed.owner for placed in in_use}


@pytest.mark.parametrize(
    ("measure", "least"),
    [("收费项目", 40), ("政府性基金", 8), ("负面清单条目", 30), ("村级便民服务站", 40), ("乡镇便民服务中心", 17)],
)
def test_a_list_is_whole(figures: Any, measure: str, least: int) -> None:
    assert figures.counts[measure] >= least


def test_every_power_has_duties_and_accountability(city: Catalog) -> None:
    for placed in city.of("powers"):
        if placed.record.is_in_use:
            assert placed.record.duties and placed.record.accountability, placed.record.id


def test_both_services_are_there(city: Catalog) -> None:
    joint = city.services["lian-shen-lian-ban"].record
    assert len(joint.members) >= 12
    assert any(member.after for member in joint.members)
    three = city.services["san-zheng-yi-zhang"].record
    assert (three.before.count, three.promised.count) == (14, 5)


def test_every_negative_entry_names_its_industry(city: Catalog) -> None:
    assert all(placed.record.industry for placed in city.of("negative"))


def test_registers_are_full(city: Catalog) -> None:
    assert len(city.laws) >= 150
    assert sum(len(placed.record.words) for placed in city.lexicon) >= 150
    assert len({placed.record.subsystem for placed in city.standards}) == 19


def test_every_kind_of_change_occurs(city: Catalog) -> None:
    changes = [change for placed in city.of("adjustment") for change in placed.record.changes]
    assert {change.kind for change in changes} == set(get_args(ChangeKind))
    assert any(change.part for change in changes)


def test_the_city_agrees_with_the_effective_baseline(city: Catalog) -> None:
    comparison = city.derived(comparison_of)
    assert comparison is not None
    rules = [rule for rule in all_rules().values() if isinstance(rule, BaselineRule)]
    found = judge(city, rules, is_whole=False)
    assert [(one.rule.code, one.problem.item) for one in found.standing if one.is_error] == []


def guide_text(item: Any) -> str:
    """Give the conditions and materials of an item, those of its parts too, without its name."""
    holders = (item, *item.parts)
    conditions = [condition.text for holder in holders for condition in holder.conditions]
    materials = [f"{one.name}{one.note or ''}" for holder in holders for one in holder.materials]
    return "\n".join([*conditions, *materials]).replace(item.name, "")


def test_no_guide_could_stand_under_another_item(in_use: Any) -> None:
    texts = [guide_text(placed.record) for placed in in_use]
    likeness = process.cdist(texts, texts, scorer=fuzz.ratio)
    alike = [
        (in_use[one].record.id, in_use[other].record.id, likeness[one, other])
        for one, other in combinations(range(len(texts)), 2)
        if likeness[one, other] > MOST_ALIKE
    ]
    assert alike == []


def test_no_condition_is_said_in_the_same_words_of_many_items(in_use: Any) -> None:
    sentences = Counter(
        text for placed in in_use for text in {condition.text for condition in placed.record.conditions}
    )
    assert [text for text, count in sentences.items() if count > 2] == []


def test_what_lies_here_is_the_edition_that_was_approved_last(city: Catalog) -> None:
    latest = latest_release(city)
    assert latest is not None
    assert latest.hash == content_hash(city), "the lists changed: cut a new edition with `wudan release`"


def test_its_editions_show_what_an_edition_brings(city: Catalog) -> None:
    first, last = sorted((placed.record for placed in city.of("release")), key=lambda release: release.on)[:2]
    assert first.changes == ()
    kinds = {change["kind"] for change in last.changes}
    assert {"limit_shortened", "not_asked", "easier", "type_changed"} <= kinds
    assert "burden" not in {change["effect"] for change in last.changes}


def test_every_word_offered_on_the_home_page_stands_for_an_item(city: Catalog, in_use: Any) -> None:
    words = {word: placed.record.terms for placed in city.lexicon for word in placed.record.words}
    names = [placed.record.name for placed in in_use]
    assert city.city.examples
    for example in city.city.examples:
        assert any(term in name for term in words[example] for name in names), example
