"""The reform in figures: items followed back to the frozen baseline, cancelled ones apart."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.city import city, days, loaded
from wudan.figures.reform import Reform, reform_since_baseline


def entry(identity: str, promised: int = 10, **more: Any) -> dict[str, Any]:
    return {
        "id": identity, "name": identity, "type": "行政许可", "body": "wjw",
        "process": [{"stage": "受理"}, {"stage": "审查"}, {"stage": "复核"}, {"stage": "决定"}],
        "time_limit": {"statutory": days(20), "promised": days(promised)}, **more,
    }  # fmt: skip


BASELINE = {
    "id": "round-10", "title": "第十轮目录", "as_of": "2013-06-30", "document": "演示", "covers": ["行政许可"],
    "entries": [entry(f"r-{letter}") for letter in "abcdefg"],
}  # fmt: skip


def decision(number: int, **change: str | list[Any]) -> dict[str, Any]:
    return {
        "document": f"国发〔2015〕{number}号", "title": "决定", "issuer": "国务院", "date": "2015-01-01",
        "changes": [change],
    }  # fmt: skip


DECISIONS = (
    decision(1, kind="cancel", **{"from": ["r-e"]}),
    decision(2, kind="merge", **{"from": ["r-c", "r-d"]}, to=[entry("r-cd")]),
    decision(3, kind="rename", **{"from": ["r-b"]}, to=[entry("r-b2")]),
    decision(4, kind="convert", **{"from": ["r-f"]}, to=[entry("r-f2", type="其他行政权力")], converted_to="备案"),
    decision(5, kind="delegate_down", **{"from": ["r-g"]}, from_level="县级", to_level="镇（乡、街道）级"),
)


def lists(*bases: str) -> dict[str, list[dict[str, Any]]]:
    items = city()["approvals/wjw.yml"][: len(bases)]
    return {"approvals/wjw.yml": [{**item, "base": base} for item, base in zip(items, bases, strict=True)]}


@pytest.fixture
def reform(tmp_path: Path) -> Reform:
    files = {f"baseline/adjustments/{number}.yml": one for number, one in enumerate(DECISIONS)}
    catalog = loaded(lists("r-a", "r-b2", "r-cd", "r-f2"), tmp_path, **{"baseline/round-10.yml": BASELINE}, **files)
    found = reform_since_baseline(catalog)
    assert found is not None
    return found


def test_renamed_and_converted_items_are_followed_back_and_what_merged_or_went_is_told_apart(reform: Reform) -> None:
    assert (reform.reckoning.before, reform.reckoning.now, reform.reckoning.both) == (7, 4, 3)
    assert reform.fates == {"merged": 2, "cancelled": 1, "delegated": 1}


def test_the_sums_over_both_leave_cancelling_out(reform: Reform) -> None:
    both, every = reform.reckoning.over_both["promised"], reform.reckoning.over_all["promised"]
    assert (both.before, both.now, both.items_before, both.items_now) == (30, 24, 3, 3)
    assert (every.before, every.now, every.items_before, every.items_now) == (70, 32, 7, 4)
    assert (reform.reckoning.over_both["stages"].before, reform.reckoning.over_both["stages"].now) == (12, 9)


def test_the_baseline_says_nothing_of_materials_and_visits_so_no_sum_is_made_up(reform: Reform) -> None:
    assert reform.reckoning.over_both.keys() == {"stages", "preconditions", "statutory", "promised"}


def test_without_a_baseline_there_is_no_such_figure(tmp_path: Path) -> None:
    assert reform_since_baseline(loaded(city(), tmp_path)) is None
