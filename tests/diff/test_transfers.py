"""An item that another department has now is told as transferred, also where it got a new id on the way."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.city import Lists, changed, changes_of, city, days, loaded
from wudan.catalog.catalog import Catalog
from wudan.diff.listing import normal
from wudan.diff.patch import owned, patched_records
from wudan.diff.record import records_of
from wudan.diff.report import report_of

ENDED = {"status": "取消", "ended": {"on": "2015-12-01", "document": "新政〔2015〕30号"}}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return loaded(city(), tmp_path_factory.mktemp("before"))


def moved(*, removes: bool, **otherwise: Any) -> Lists:
    """Give the lists with the first item of wjw ended there, and entered at zjj under a new id."""
    lists = changed(city())
    first = lists["approvals/wjw.yml"][0]
    bodies = {"accepts": "zjj", "decides": "zjj"}
    lists["approvals/zjj.yml"].append({**changed(first), "id": "zjj-xk-090", "bodies": bodies, **otherwise})
    if removes:
        del lists["approvals/wjw.yml"][0]
    else:
        first.update(ENDED)
    return lists


def kinds(changes: Any) -> list[tuple[str, str, str]]:
    return sorted((change.kind, change.record.identity, change.effect) for change in changes)


@pytest.mark.parametrize("removes", [True, False], ids=["removed", "cancelled"])
def test_an_item_with_a_new_id_elsewhere_is_transferred(before: Catalog, tmp_path: Path, removes: bool) -> None:
    after = loaded(moved(removes=removes), tmp_path)
    changes = changes_of(before, after)
    assert kinds(changes) == [("moved_away", "wjw-xk-001", "neutral"), ("moved_here", "zjj-xk-090", "neutral")]
    names = {"wjw": "卫计委", "zjj": "住建局"}
    said = {change.message for change in report_of(changes, names, "zh").changes}
    assert said == {"由卫计委划转到住建局，没有保留原编号"}


@pytest.mark.parametrize("removes", [True, False], ids=["removed", "cancelled"])
@pytest.mark.parametrize("otherwise", [{}, {"visits": 3}], ids=["alike", "otherwise"])
def test_making_the_changes_gives_the_other_side_and_the_way_back_mirrors_them(
    before: Catalog, tmp_path: Path, removes: bool, otherwise: Any
) -> None:
    after = loaded(moved(removes=removes, **otherwise), tmp_path)
    for one, other in ((before, after), (after, before)):
        made = patched_records(owned(records_of(one)), changes_of(one, other))
        assert {key: (owner, normal(dict(data))) for key, (owner, data) in made.items()} == {
            key: (owner, normal(dict(data))) for key, (owner, data) in owned(records_of(other)).items()
        }
    mirror = {"moved_away": "moved_here", "moved_here": "moved_away"}
    whole = {(mirror[change.kind], change.record.identity) for change in changes_of(before, after) if change.does}
    assert {(change.kind, change.record.identity) for change in changes_of(after, before) if change.does} == whole


def test_what_the_new_department_asks_more_stays_a_burden(before: Catalog, tmp_path: Path) -> None:
    limits = {"statutory": days(20), "promised": days(15)}
    changes = changes_of(before, loaded(moved(removes=False, time_limit=limits, visits=3), tmp_path))
    assert kinds(changes) == [
        ("limit_lengthened", "zjj-xk-090", "burden"),
        ("moved_away", "wjw-xk-001", "neutral"),
        ("moved_here", "zjj-xk-090", "neutral"),
        ("stricter", "zjj-xk-090", "burden"),
    ]


def test_names_in_another_writing_are_one_name_and_other_types_are_not(before: Catalog, tmp_path: Path) -> None:
    name = city()["approvals/wjw.yml"][0]["name"].replace("（", "(").replace("）", ")")
    written = changes_of(before, loaded(moved(removes=True, name=name), tmp_path / "1"))
    assert {"moved_here", "moved_away", "renamed"} == {change.kind for change in written}
    typed = changes_of(before, loaded(moved(removes=True, type="行政确认"), tmp_path / "2"))
    assert {"added", "removed"} == {change.kind for change in typed}


def test_of_two_with_one_name_nobody_knows_which_moved(before: Catalog, tmp_path: Path) -> None:
    lists = moved(removes=True)
    lists["approvals/slj.yml"].append({**changed(lists["approvals/zjj.yml"][-1]), "id": "slj-xk-090"})
    assert {"added", "removed"} == {change.kind for change in changes_of(before, loaded(lists, tmp_path))}


def test_a_new_item_that_another_department_still_has_is_new_and_its_namesake_is_told(
    before: Catalog, tmp_path: Path
) -> None:
    lists = moved(removes=True)
    lists["approvals/wjw.yml"].insert(0, city()["approvals/wjw.yml"][0])
    (change,) = report_of(changes_of(before, loaded(lists, tmp_path)), {"wjw": "卫计委"}, "zh").changes
    assert (change.kind, change.effect) == ("added", "burden")
    assert "（卫计委有同名事项 wjw-xk-001；是划转的，应当保留原编号，移到本部门的文件里）" in change.message
