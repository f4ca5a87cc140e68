"""Every item is paired with its entry, kept although that went, or outside; every entry is listed or missing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reform import Record, baseline, change, decision, entry, item, reformed
from wudan.baseline.comparison import Comparison, comparison_of, fate_of
from wudan.baseline.merging import is_merged_away

FROZEN = baseline(entry("a"), entry("b"), entry("c"))


def compared(items: list[dict[str, Any]], *decisions: Record) -> Comparison:
    found = comparison_of(reformed(FROZEN, *decisions, files={"approvals/wjw.yml": items}))
    assert found is not None
    return found


def test_items_are_matched_by_their_base_and_never_by_name() -> None:
    found = compared([item("a", 1, name="全新的名称"), item("x", 2, name="b许可")])
    assert [(pair.item.record.id, pair.standing.entry.id) for pair in found.pairs] == [("wjw-xk-001", "a")]
    assert [one.record.id for one in found.outside] == ["wjw-xk-002"]
    assert [one.entry.id for one in found.missing] == ["b", "c"]


def test_an_item_of_an_uncovered_type_is_outside_of_nothing() -> None:
    found = compared([item("x", 1, type="公共服务"), item("a", 2, type="公共服务")])
    assert not found.outside
    assert [pair.standing.entry.id for pair in found.pairs] == ["a"]


def test_a_cancelled_item_stands_for_nothing_and_is_remembered() -> None:
    ended = {"on": "2015-01-01", "document": "新政〔2015〕1号"}
    found = compared([item("a", 1, status="取消", ended=ended)])
    assert not found.pairs
    assert found.tombstones["a"].record.id == "wjw-xk-001"
    assert "a" in {one.entry.id for one in found.missing}


@pytest.mark.parametrize(
    ("made", "fate"),
    [
        (change("cancel", "a"), "cancelled"),
        (change("delegate_down", "a", to_level="镇（乡、街道）级"), "delegated"),
        (change("merge", "a", "b", to=(entry("n"),)), "merged"),
        (change("split", "a", to=(entry("n"), entry("o"))), "split"),
        (change("convert", "a"), "converted"),
        (change("rename", "a", to=(entry("n"),)), "renamed"),
    ],
)
def test_an_item_is_kept_with_the_fate_of_its_entry(made: Record, fate: str) -> None:
    (kept,) = compared([item("a")], decision(made)).kept
    assert fate_of(kept.departed.decision) == fate


def test_several_items_may_stand_for_one_entry() -> None:
    found = compared([item("a", 1), item("a", 2)])
    assert [one.record.id for one in found.by_entry["a"]] == ["wjw-xk-001", "wjw-xk-002"]


def test_an_item_given_up_for_another_is_merged_away_whoever_says_so() -> None:
    ended: dict[str, Any] = {"on": "2015-01-01", "document": "新政〔2015〕1号"}
    gone = item("a", 1, status="取消", ended=ended)
    named_here = item("a", 1, status="取消", ended=ended | {"replaced_by": ["wjw-xk-002"]})
    for items, merged in (
        ([gone, item("b", 2)], False),
        ([named_here, item("b", 2)], True),
        ([gone, item("b", 2, replaces=["wjw-xk-001"])], True),
    ):
        found = compared(items)
        assert is_merged_away(found, found.baseline.standing["a"]) is merged
        assert not is_merged_away(found, found.baseline.standing["c"])


@given(st.lists(st.sampled_from(["a", "b", "c", "x"]), max_size=5), st.lists(st.sampled_from("abc"), unique=True))
def test_every_item_and_every_entry_has_one_place(bases: list[str], cancelled: list[str]) -> None:
    decisions = [decision(change("cancel", *cancelled))] if cancelled else []
    found = compared([item(base, number) for number, base in enumerate(bases, 1)], *decisions)
    placed = [pair.item.record.id for pair in found.pairs]
    placed += [kept.item.record.id for kept in found.kept] + [one.record.id for one in found.outside]
    assert sorted(placed) == [f"wjw-xk-{number:03}" for number in range(1, len(bases) + 1)]
    assert {kept.item.record.base for kept in found.kept} <= set(cancelled)
    listed = {pair.standing.entry.id for pair in found.pairs}
    assert listed | {one.entry.id for one in found.missing} == set("abc") - set(cancelled)
    assert not listed & {one.entry.id for one in found.missing}
