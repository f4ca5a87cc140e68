"""The difference says exactly what was done, once, and making it to the old lists gives the new ones."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diff.scripts import SCRIPTS
from tests.support.city import HEAD, changed, changes_of, city, days, item, lay_out, loaded
from tests.support.root import CATALOG
from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.grouping import grouped
from wudan.diff.listing import normal
from wudan.diff.naming import names_of
from wudan.diff.patch import owned, patched_records
from wudan.diff.record import records_of
from wudan.diff.report import report_of
from wudan.diff.transitions import EFFECTS, TRANSITIONS, Transition
from wudan.diff.wording import told_apart
from wudan.words import Language

ROUNDS = 200


def told(changes: Any) -> Any:
    return Counter((change.kind, change.record.identity, change.effect) for change in changes)


def flat(records: Any) -> Any:
    return {key: (owner, normal(dict(data))) for key, (owner, data) in records.items()}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return loaded(city(), tmp_path_factory.mktemp("before"))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_script_of_edits_is_told_exactly_and_can_be_made_again(before: Catalog, tmp_path: Path, seed: Any) -> None:
    random = Random(seed)  # noqa: S311
    lists = changed(city())
    used: set[str] = set()
    wanted = Counter(script(lists, random, used) for script in random.sample(SCRIPTS, random.randint(1, 6)))
    for file in lists.values():
        random.shuffle(file)
    after = loaded(lists, tmp_path)
    changes = changes_of(before, after)
    assert told(changes) == wanted
    made = patched_records(owned(records_of(before)), changes)
    assert flat(made) == flat(owned(records_of(after)))


def test_nothing_changed_says_nothing(before: Catalog, tmp_path: Path) -> None:
    assert changes_of(before, before) == ()
    assert changes_of(before, loaded(city(), tmp_path)) == ()


def test_keys_and_files_in_another_order_change_nothing(before: Catalog, tmp_path: Path) -> None:
    lists = {
        path: [dict(reversed(one.items())) for one in reversed(file)] for path, file in reversed(list(city().items()))
    }
    assert changes_of(before, loaded(lists, tmp_path)) == ()


@pytest.mark.parametrize("row", TRANSITIONS.values(), ids=lambda row: row.kind)
def test_every_kind_has_its_mirror(row: Transition) -> None:
    mirror = TRANSITIONS[row.mirror]
    assert mirror.mirror == row.kind
    opposite = {"burden": "relief", "relief": "burden"}
    asymmetric = {"merged", "split"}  # joining saves an errand for sure, taking apart may do so too
    if row.kind not in asymmetric:
        assert mirror.effect == opposite.get(row.effect, row.effect)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.__name__)
def test_the_way_back_is_the_mirror(before: Catalog, tmp_path: Path, script: Callable[..., Any]) -> None:
    lists = changed(city())
    kind, _, _ = script(lists, Random(1), set())  # noqa: S311
    after = loaded(lists, tmp_path)
    back = [change.kind for change in changes_of(after, before)]
    mirror = {"taken_over": "removed"}.get(kind, TRANSITIONS[kind].mirror)  # what is struck off says not why it came
    assert mirror in back
    assert len(back) == len(changes_of(before, after))


@pytest.mark.parametrize(("sources", "targets", "kind"), [(7, 3, "merged"), (2, 1, "merged"), (1, 2, "split")])
def test_mergers_and_splits_are_one_entry_with_both_counts(
    before: Catalog, tmp_path: Path, sources: Any, targets: Any, kind: Any
) -> None:
    lists = changed(city())
    every = [(path, one) for path, file in lists.items() for one in file][:sources]
    new = [item("slj", 50 + number) for number in range(targets)]
    for number, one in enumerate(new):
        one["replaces"] = [old["id"] for place, (_, old) in enumerate(every) if place % targets == number] or [
            every[0][1]["id"]
        ]
        if sources > targets and number:
            one["replaces"].append(every[0][1]["id"])
    for path, old in every:
        lists[path][lists[path].index(old)] = old | {
            "status": "取消", "ended": {"on": "2015-10-01", "document": "令第17号"},
        }  # fmt: skip
    lists["approvals/slj.yml"] += new
    after = loaded(lists, tmp_path)
    changes = changes_of(before, after)
    assert [change.kind for change in changes] == [kind]
    (written,) = report_of(changes, {}, "zh").changes
    assert f"原{sources}项→现{targets}项" in written.message
    assert flat(patched_records(owned(records_of(before)), changes)) == flat(owned(records_of(after)))


def test_an_item_that_takes_in_another_is_a_merger_of_two_to_one(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    file = lists["approvals/wjw.yml"]
    file[0]["replaces"] = ["wjw-xk-002"]
    file[1] |= {"status": "取消", "ended": {"on": "2015-10-01", "document": "令第17号", "replaced_by": ["wjw-xk-001"]}}
    (change,) = changes_of(before, loaded(lists, tmp_path))
    assert change.kind == "merged"
    assert (len(change.sources), len(change.targets)) == (2, 1)


def test_restored_is_the_way_back_from_cancelled(tmp_path: Path) -> None:
    lists = changed(city())
    lists["approvals/wjw.yml"][0] |= {"status": "取消", "ended": {"on": "2014-01-01", "document": "令第1号"}}
    (change,) = changes_of(loaded(lists, tmp_path / "a"), loaded(city(), tmp_path / "b"))
    assert (change.kind, change.effect) == ("revived", "burden")


def test_a_changed_id_is_known_by_its_code(tmp_path: Path) -> None:
    code = "11440100007482575H3440118009000"
    lists = changed(city())
    lists["approvals/wjw.yml"][0]["code"] = code
    other = changed(lists)
    other["approvals/wjw.yml"][0]["id"] = "wjw-xk-090"
    (change,) = changes_of(loaded(lists, tmp_path / "a"), loaded(other, tmp_path / "b"))
    assert (change.kind, change.old, change.new) == ("id_changed", "wjw-xk-001", "wjw-xk-090")


def test_names_alone_match_nothing_and_are_offered_as_a_guess(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    lists["approvals/wjw.yml"][0]["id"] = "wjw-xk-090"
    changes = changes_of(before, loaded(lists, tmp_path))
    assert sorted(change.kind for change in changes) == ["added", "removed"]
    added = next(change for change in report_of(changes, {}, "zh").changes if change.kind == "added")
    assert "会不会就是删去的“采血许可（wjw1）”？同一事项要保留原编号 wjw-xk-001" in added.message


def test_a_new_entry_unlike_all_that_went_is_no_guess(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    lists["approvals/wjw.yml"][0] |= {"id": "wjw-xk-090", "name": "医师执业注册"}
    assert [change.guess for change in changes_of(before, loaded(lists, tmp_path))] == [None, None]


def test_a_precondition_told_by_its_id_instead_of_its_name_is_one_change(tmp_path: Path) -> None:
    other, own = city(), city()
    name = own["approvals/zjj.yml"][0]["name"]
    other["approvals/wjw.yml"][0]["preconditions"] = [{"external": {"name": name, "body": "住建局"}}]
    own["approvals/wjw.yml"][0]["preconditions"] = [{"approval": "zjj-xk-001"}]
    old, new = loaded(other, tmp_path / "a"), loaded(own, tmp_path / "b")
    (change,) = changes_of(old, new)
    assert (change.kind, change.effect) == ("called_otherwise", "unclear")
    assert flat(patched_records(owned(records_of(old)), [change])) == flat(owned(records_of(new)))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("每本200元", "每本220元", "stricter"),
        ("每本200元，签注20元", "每本160元，签注20元", "easier"),
        ("每本200元，签注20元", "每本160元，签注40元", "reworded"),
        ("每本200元", "每张220元", "reworded"),
        ("由省核定", "由市核定", "reworded"),
    ],
)
def test_a_standard_in_words_is_judged_where_its_numbers_alone_differ(
    tmp_path: Path, old: str, new: str, kind: Any
) -> None:
    def fee(standard: Any) -> Any:
        entries = [{"number": "1", "name": "护照", "standard": standard}, {"number": "1", "name": "签注"}]
        return {"fees/gaj.yml": [{"id": "gaj-sf-001", "name": "证件费", "standard": standard, "entries": entries}]}

    changes = changes_of(loaded(fee(old), tmp_path / "a"), loaded(fee(new), tmp_path / "b"))
    assert [(change.kind, change.field) for change in changes] == [(kind, "entries[护照].standard"), (kind, "standard")]


def test_a_field_of_a_part_is_told_with_the_name_of_the_part(tmp_path: Path) -> None:
    lists = city()
    lists["approvals/wjw.yml"][0]["parts"] = [{"id": "a", "name": "延续", "time_limit": {"promised": days(5)}}]
    longer = changed(lists)
    longer["approvals/wjw.yml"][0]["parts"][0]["time_limit"]["promised"] = days(7)
    (written,) = report_of(changes_of(loaded(lists, tmp_path / "a"), loaded(longer, tmp_path / "b")), {}, "zh").changes
    assert written.message.endswith("“延续”的承诺办结时限由 5 个工作日延长到 7 个工作日")


def test_of_a_file_that_cannot_be_read_nothing_is_said(before: Catalog, tmp_path: Path) -> None:
    broken = lay_out(city(), tmp_path / "broken")
    (broken / "approvals" / "wjw.yml").write_text("- id: [", encoding="utf-8")
    after = load_catalog(open_folder(broken))
    assert changes_of(before, after) == changes_of(after, before) == ()


def test_the_same_edit_of_many_items_is_one_group(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    for file in lists.values():
        for one in file:
            one["time_limit"]["promised"] = days(5)
    report = report_of(changes_of(before, loaded(lists, tmp_path)), {}, "zh")
    (group,) = grouped(report.changes)
    assert len(group.changes) == 18
    assert group.first.message == "承诺办结时限由 8 个工作日缩短到 5 个工作日"


def test_what_moves_the_rules_comes_first(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(12)
    head = {"catalog.yml": HEAD | {"levels": {"Q001": "info"}}}
    changes = changes_of(before, loaded(lists, tmp_path, **head))
    assert [change.record.kind.id for change in changes] == ["catalog", "approvals"]


def test_positions_are_those_of_both_sides(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    lists["approvals/wjw.yml"][0]["visits"] = 1
    (change,) = report_of(changes_of(before, loaded(lists, tmp_path)), {}, "zh").changes
    assert change.before.file == change.after.file == "catalog/approvals/wjw.yml"
    text = (tmp_path / "catalog" / "approvals" / "wjw.yml").read_text(encoding="utf-8").splitlines()
    assert text[change.after.line - 1].strip() == '"visits": 1,'


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.__name__)
def test_every_change_is_worded_in_both_languages(
    before: Catalog, tmp_path: Path, script: Callable[..., Any], language: Language
) -> None:
    lists = changed(city())
    script(lists, Random(3), set())  # noqa: S311
    for change in report_of(changes_of(before, loaded(lists, tmp_path)), {}, language).changes:
        assert change.message and "{" not in change.message
        assert change.effect in EFFECTS


def test_the_demo_city_beside_itself_has_not_changed() -> None:
    demo = load_catalog(open_folder(CATALOG))
    assert changes_of(demo, demo) == ()


@given(st.text(max_size=90), st.text(max_size=12), st.text(max_size=12), st.text(max_size=90))
def test_what_differs_in_long_texts_is_told_and_little_around_it(start: Any, old: str, new: str, end: Any) -> None:
    before, after = told_apart(f"{start}{old}{end}", f"{start}{new}{end}")
    assert (before == after) == (old == new)
    if old != new:
        assert max(len(before), len(after)) <= 42 + len(old) + len(new)


def test_a_change_late_in_a_long_text_is_seen_in_its_message(before: Catalog, tmp_path: Path) -> None:
    lists, text = changed(city()), "在本市行政区域内从事经营活动的单位和个人" * 10
    lists["approvals/wjw.yml"][0]["scope"] = f"{text}甲。"
    other = changed(lists)
    other["approvals/wjw.yml"][0]["scope"] = f"{text}乙。"
    (written,) = report_of(changes_of(loaded(lists, tmp_path / "a"), loaded(other, tmp_path / "b")), {}, "zh").changes
    assert written.message == "适用范围由“…活动的单位和个人甲。”改为“…活动的单位和个人乙。”"


def test_departments_places_and_items_are_told_by_their_names(before: Catalog, tmp_path: Path) -> None:
    lists = changed(city())
    moved = lists["approvals/wjw.yml"].pop(0)
    moved["bodies"] = {"accepts": "zjj", "decides": "zjj"}
    lists["approvals/zjj.yml"].append(moved)
    lists["approvals/slj.yml"][0]["preconditions"] = [{"approval": "zjj-xk-002"}]
    after = loaded(lists, tmp_path)
    messages = {one.message for one in report_of(changes_of(before, after), names_of(before, after), "zh").changes}
    assert "由wjw局划转到zjj局" in messages
    assert "前置条件增加“取水许可（zjj2）（zjj-xk-002）”" in messages
