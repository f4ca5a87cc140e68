"""The sums of a difference: cancelling never passes for speed, and the other way round it says the opposite."""

from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from tests.diff.scripts import SCRIPTS
from tests.support.city import DEPARTMENTS, changed, city, days, item, lay_out, loaded
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.difference import Difference
from wudan.diff.formats.wording import verdict
from wudan.diff.reckoning import Sum
from wudan.diff.report import DiffSummary

NO_CHANGES = {"changes": 1, "burden": 0, "unclear": 0, "relief": 1, "neutral": 0, "by_kind": {}}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return loaded(city(), tmp_path_factory.mktemp("before"))


def edited(folder: Path, edit: Any) -> Any:
    lists = changed(city())
    edit(lists)
    return loaded(lists, folder)


def test_a_shorter_promise_a_material_less_and_a_visit_less_are_summed_up(before: Any, tmp_path: Path) -> None:
    def edit(lists: Any) -> None:
        first = lists["approvals/wjw.yml"][0]
        first["time_limit"]["promised"] = days(5)
        first["materials"].pop()
        first["visits"] = 1

    sums = Difference(before, edited(tmp_path, edit)).reckoning.over_both
    assert sums["promised"] == Sum(144, 141, 18, 18)
    assert sums["materials"] == Sum(36, 35, 18, 18)
    assert sums["visits"] == Sum(36, 35, 18, 18)
    assert sums["stages"] == Sum(54, 54, 18, 18)


def test_cancelling_shortens_nothing_but_the_sum_over_all(before: Any, tmp_path: Path) -> None:
    def cancel(lists: Any) -> None:
        lists["approvals/wjw.yml"][0]["status"] = "取消"
        del lists["approvals/wjw.yml"][1]

    reckoning = Difference(before, edited(tmp_path, cancel)).reckoning
    assert (reckoning.before, reckoning.now, reckoning.both) == (18, 16, 16)
    assert reckoning.over_both["promised"] == Sum(128, 128, 16, 16)
    assert reckoning.over_all["promised"] == Sum(144, 128, 18, 16)


def test_an_item_that_breaks_its_schema_is_neither_gone_nor_new(before: Any, tmp_path: Path) -> None:
    broken = edited(tmp_path, lambda lists: lists["approvals/wjw.yml"][0].update(visits="两次"))
    for reckoning in (Difference(before, broken).reckoning, Difference(broken, before).reckoning):
        assert (reckoning.before, reckoning.now, reckoning.both) == (17, 17, 17)


def test_the_items_of_a_file_that_one_side_cannot_read_are_in_no_sum(before: Any, tmp_path: Path) -> None:
    catalog = lay_out(city(), tmp_path)
    (catalog / "approvals" / "wjw.yml").write_text("- [", encoding="utf-8")
    broken = load_catalog(open_folder(catalog))
    for reckoning in (Difference(before, broken).reckoning, Difference(broken, before).reckoning):
        assert (reckoning.before, reckoning.now, reckoning.both) == (12, 12, 12)
        assert reckoning.over_all["promised"] == Sum(96, 96, 12, 12)


def test_a_limit_in_calendar_days_counts_as_the_middle_of_what_the_holidays_make_of_it(
    before: Any, tmp_path: Path
) -> None:
    calendar = edited(
        tmp_path, lambda lists: lists["approvals/wjw.yml"][0]["time_limit"].update(promised=days(8, "自然日"))
    )
    assert 144 - 8 < Difference(before, calendar).reckoning.over_both["promised"].now < 144


@pytest.mark.parametrize("seed", range(20))
def test_the_mirrored_difference_has_the_mirrored_sums_and_departments_add_up(
    before: Any, tmp_path: Path, seed: Any
) -> None:
    random = Random(seed)  # noqa: S311
    lists = changed(city())
    used: set[str] = set()
    for script in random.sample(SCRIPTS, 6):
        script(lists, random, used)
    after = loaded(lists, tmp_path)
    forth, back = Difference(before, after).reckoning, Difference(after, before).reckoning
    assert (forth.before, forth.now, forth.both) == (back.now, back.before, back.both)
    for name, one in forth.over_both.items():
        mirrored = back.over_both[name]
        assert (one.before, one.now) == (mirrored.now, mirrored.before)
    single = [Difference(before, after).reckoning_of(department) for department in DEPARTMENTS]
    assert sum(one.before for one in single) == forth.before
    assert sum(one.now for one in single) == forth.now


def told(before: Any, after: Any) -> Any:
    return verdict(msgspec.convert({**NO_CHANGES, "reckoning": Difference(before, after).reckoning}, DiffSummary), "zh")


def test_the_verdict_tells_only_the_sums_that_moved(before: Any, tmp_path: Path) -> None:
    shorter = edited(tmp_path / "1", lambda lists: lists["approvals/wjw.yml"][0]["time_limit"].update(promised=days(5)))
    assert told(before, shorter).endswith("前后都有的 18 项审批事项合计：承诺时限 144 → 141 个工作日。")
    more = edited(tmp_path / "2", lambda lists: lists["approvals/wjw.yml"].append(item("wjw", 7)))
    assert "前后都有" not in told(before, more)
    assert "连同取消、合并和新增的，原 18 项，现 19 项，合计：" in told(before, more)
    assert told(before, before).endswith("不影响申请人 0 处。")


BARE: list[dict[str, Any]] = [
    {"id": f"slj-xk-00{number}", "name": f"许可{number}", "type": "行政许可", "status": "在用"}
    for number in range(1, 4)
]


def test_where_items_went_and_no_sum_moved_the_verdict_says_which_sums_stayed(tmp_path: Path) -> None:
    """Three items and two, and a sum of nothing more or less, would read as a contradiction."""
    three, two = (loaded({**city(), "approvals/slj.yml": BARE[:count]}, tmp_path / str(count)) for count in (3, 2))
    stated = "办理环节、申请材料、到现场、法定时限、承诺时限"
    assert told(three, two).endswith(f"原 15 项，现 14 项；各项合计（{stated}）与原来相同。")


def test_where_nothing_is_stated_the_verdict_speaks_of_no_sum(tmp_path: Path) -> None:
    three, two = (loaded({"approvals/slj.yml": BARE[:count]}, tmp_path / str(count)) for count in (3, 2))
    assert told(three, two).endswith("连同取消、合并和新增的，原 3 项，现 2 项。")
