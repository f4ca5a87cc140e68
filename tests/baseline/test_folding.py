"""Decisions are folded into the frozen baseline by date; each applies whole, or is kept with the reason why not."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reform import Record, baseline, change, decision, entry, reformed
from wudan.baseline.effective import EffectiveBaseline, effective_baseline

FROZEN = baseline(entry("a"), entry("b"), entry("c", parts=["公园", "体育馆"]))


def folded(*decisions: Record, at: str | None = None, frozen: Record = FROZEN) -> EffectiveBaseline:
    found = effective_baseline(reformed(frozen, *decisions, at=at))
    assert found is not None
    return found


def reasons(found: EffectiveBaseline) -> list[tuple[str, str]]:
    return [(one.reason, one.entry) for one in found.inapplicable]


def test_without_decisions_the_baseline_stands_as_it_was_frozen() -> None:
    found = folded()
    assert {one: standing.entry.name for one, standing in found.standing.items()} == {
        "a": "a许可", "b": "b许可", "c": "c许可",
    }  # fmt: skip
    assert not found.departed
    assert not found.inapplicable


def test_a_catalog_without_a_baseline_has_none() -> None:
    assert effective_baseline(reformed(None, decision(change("cancel", "a")))) is None


@pytest.mark.parametrize(
    ("made", "standing", "departed"),
    [
        (change("cancel", "a"), "bc", "a"),
        (change("delegate_down", "a", to_level="镇（乡、街道）级"), "bc", "a"),
        (change("take_over", to=(entry("n"),)), "abcn", ""),
        (change("merge", "a", "b", to=(entry("n"),)), "cn", "ab"),
        (change("split", "a", to=(entry("n"), entry("o"))), "bcno", "a"),
        (change("rename", "a", to=(entry("n"),)), "bcn", "a"),
        (change("rename", "a", to=(entry("a", name="新名"),)), "abc", ""),
        (change("convert", "a", converted_to="备案"), "bc", "a"),
        (change("convert", "a", to=(entry("n", type="其他行政权力"),)), "bcn", "a"),
        (change("amend", "a", to=(entry("a", level="县级"),)), "abc", ""),
        (change("suspend", "a"), "abc", ""),
        (change("post", "a"), "abc", ""),
        (change("add", to=(entry("n"),)), "abcn", ""),
    ],
)
def test_each_kind_of_change_does_what_it_says(made: Record, standing: str, departed: str) -> None:
    found = folded(decision(made))
    assert not found.inapplicable
    assert "".join(sorted(found.standing)) == standing
    assert "".join(sorted(found.departed)) == departed


def test_a_part_goes_and_the_entry_stays() -> None:
    found = folded(decision(change("cancel", "c", part=True, parts=["公园"])))
    assert found.standing["c"].entry.parts == ("体育馆",)
    assert not found.departed
    last = found.standing["c"].decided("cancel")
    assert last is not None
    assert last.document == "国发〔2014〕5号"


def test_what_is_suspended_stands_until_it_is_resumed() -> None:
    assert folded(decision(change("suspend", "a"))).standing["a"].is_suspended
    resumed = folded(decision(change("suspend", "a")), decision(change("resume", "a"), date="2014-07-01"))
    assert not resumed.standing["a"].is_suspended
    assert [one.change.kind for one in resumed.standing["a"].decisions] == ["suspend", "resume"]


def test_what_is_restored_keeps_its_history() -> None:
    found = folded(decision(change("cancel", "a")), decision(change("restore", to=(entry("a"),)), date="2014-07-01"))
    assert [one.change.kind for one in found.standing["a"].decisions] == ["cancel", "restore"]
    assert not found.departed


def test_an_entry_is_read_where_it_is_written_last() -> None:
    found = folded(decision(change("cancel", "b"), change("rename", "a", to=(entry("a", name="新名"),))))
    standing = found.standing["a"]
    assert standing.document.path == "catalog/baseline/adjustments/01.yml"
    assert standing.path == ("changes", 1, "to", 0)
    assert found.standing["c"].document.path == "catalog/baseline/round-10.yml"


@pytest.mark.parametrize(
    ("made", "reason", "at_entry"),
    [
        (change("cancel", "x"), "unknown", "x"),
        (change("cancel", "a", "a"), "gone", "a"),
        (change("add", to=(entry("a"),)), "exists", "a"),
        (change("rename", "a", to=(entry("b"),)), "exists", "b"),
        (change("merge", "a", to=(entry("n"),)), "shape", ""),
        (change("split", "a", to=(entry("n"),)), "shape", ""),
        (change("rename", "a", "b", to=(entry("n"),)), "shape", ""),
        (change("cancel"), "shape", ""),
        (change("restore", to=(entry("a"),)), "present", "a"),
        (change("restore", to=(entry("x"),)), "unknown", "x"),
        (change("resume", "a"), "running", "a"),
    ],
)
def test_what_cannot_be_applied_changes_nothing_and_says_why(made: Record, reason: str, at_entry: str) -> None:
    found = folded(decision(made))
    assert reasons(found) == [(reason, at_entry)]
    assert found.refused == tuple(one.decision for one in found.inapplicable)
    assert "".join(sorted(found.standing)) == "abc"
    assert all(standing.decisions == () for standing in found.standing.values())


def test_a_change_that_fails_half_way_is_undone_and_the_next_one_applies() -> None:
    found = folded(decision(change("cancel", "a", "x"), change("cancel", "b")))
    assert reasons(found) == [("unknown", "x")]
    assert "".join(sorted(found.standing)) == "ac"


def test_the_decision_that_was_there_before_is_named() -> None:
    first, second = decision(change("cancel", "a")), decision(change("cancel", "a"), date="2014-07-01")
    (inapplicable,) = folded(first, second).inapplicable
    assert inapplicable.reason == "gone"
    assert inapplicable.decision.adjustment.document.path == "catalog/baseline/adjustments/02.yml"
    assert inapplicable.before is not None
    assert inapplicable.before.adjustment.document.path == "catalog/baseline/adjustments/01.yml"


def test_the_date_goes_before_the_name_of_the_file() -> None:
    later, earlier = (
        decision(change("amend", "a", to=(entry("a", name=name),)), date=date)
        for name, date in (("后来的名称", "2014-07-01"), ("早先的名称", "2014-03-01"))
    )
    assert folded(later, earlier).standing["a"].entry.name == "后来的名称"


def test_on_one_day_the_name_of_the_file_goes_before_and_in_it_the_order_of_writing() -> None:
    named = [change("amend", "a", to=(entry("a", name=name),)) for name in ("甲", "乙", "丙")]
    found = folded(decision(*named[:2]), decision(named[2]))
    assert found.standing["a"].entry.name == "丙"
    assert [one.index for one in found.standing["a"].decisions] == [0, 1, 0]


def test_a_change_has_the_day_that_it_names_itself() -> None:
    late = change("amend", "a", to=(entry("a", name="后来的名称"),), effective_on="2015-01-01")
    found = folded(
        decision(late, date="2014-01-15"), decision(change("amend", "a", to=(entry("a", name="早先的名称"),)))
    )
    assert found.standing["a"].entry.name == "后来的名称"


@pytest.mark.parametrize(
    ("date", "where"),
    [("2013-12-31", "early"), ("2014-01-01", "applied"), ("2014-06-01", "applied"), ("2014-06-02", "later")],
)
def test_only_what_takes_effect_after_the_baseline_and_by_the_day_counts(date: str, where: str) -> None:
    found = folded(decision(change("cancel", "a"), date=date), at="2014-06-01")
    assert found.day == "2014-06-01"
    assert (reasons(found) == [("early", "")]) == (where == "early")
    assert ("a" in found.departed) == (where == "applied")
    assert len(found.later) == (where == "later")


def test_the_latest_baseline_by_the_day_is_the_one() -> None:
    newer = {**baseline(entry("d"), as_of="2014-12-31"), "id": "round-11"}
    catalog = reformed(FROZEN, files={"baseline/round-11.yml": newer})
    at_end, at_start = (
        effective_baseline(catalog),
        effective_baseline(reformed(FROZEN, files={"baseline/round-11.yml": newer}, at="2014-12-30")),
    )
    assert at_end is not None
    assert at_start is not None
    assert (at_end.as_of, set(at_end.standing)) == ("2014-12-31", {"d"})
    assert (at_start.as_of, set(at_start.standing)) == ("2013-12-31", {"a", "b", "c"})
    assert effective_baseline(reformed(FROZEN, at="2013-12-30")) is None


def test_what_waits_for_a_law_or_binds_another_level_stands_aside() -> None:
    found = folded(
        decision(change("cancel", "a", status="pending_law")),
        decision(change("cancel", "b"), binds=["省级"]),
        decision(change("cancel", "c", from_level="市级")),
    )
    assert set(found.standing) == {"a", "b", "c"}
    assert [one.change.from_ for one in found.pending] == [("a",)]
    assert [one.change.from_ for one in found.elsewhere] == [("b",), ("c",)]


def test_what_is_delegated_to_this_level_is_taken_over_here() -> None:
    found = folded(decision(change("delegate_down", to=(entry("n"),), from_level="市级", to_level="县级")))
    assert set(found.standing) == {"a", "b", "c", "n"}
    assert not found.inapplicable


def test_types_that_the_baseline_does_not_cover_are_not_compared() -> None:
    found = folded()
    assert found.covers("行政许可")
    assert not found.covers("行政处罚")
    assert not found.covers(None)


NAMES = "abcdef"
IDS = st.sampled_from(NAMES)
CHANGES = st.one_of(
    st.builds(change, st.sampled_from(["cancel", "suspend", "resume", "post"]), IDS),
    st.builds(lambda kind, one: change(kind, to=(entry(one),)), st.sampled_from(["add", "restore"]), IDS),
    st.builds(lambda one, other: change("rename", one, to=(entry(other, name="新名"),)), IDS, IDS),
    st.builds(lambda one, other, new: change("merge", one, other, to=(entry(new),)), IDS, IDS, IDS),
    st.builds(lambda one, new, other: change("split", one, to=(entry(new), entry(other))), IDS, IDS, IDS),
)
DECISIONS = st.lists(
    st.builds(
        lambda changes, day: decision(*changes, date=f"2014-01-{day:02}"),
        st.lists(CHANGES, min_size=1, max_size=3),
        st.integers(1, 28),
    ),
    max_size=6,
)


def told(found: EffectiveBaseline) -> tuple[object, ...]:
    """Give all that a fold says, without where it is written."""
    return (
        {one: (standing.entry, standing.is_suspended) for one, standing in found.standing.items()},
        {one: departed.decision.change for one, departed in found.departed.items()},
        [(one.reason, one.entry, one.decision.change) for one in found.inapplicable],
    )


@given(DECISIONS)
def test_an_entry_stands_or_has_gone_unless_it_was_given_again(decisions: list[Record]) -> None:
    found = folded(*decisions)
    assert found.standing.keys() | found.departed.keys() >= {"a", "b", "c"}
    given_again = {one.id for each in found.standing.values() for made in each.decisions for one in made.change.to}
    assert found.standing.keys() & found.departed.keys() <= given_again


@given(DECISIONS, st.integers(0, 999))
def test_files_of_different_days_fold_alike_whatever_they_are_called(decisions: list[Record], seed: int) -> None:
    dated = {one["date"]: one for one in decisions}
    shuffled = list(dated.values())
    Random(seed).shuffle(shuffled)  # noqa: S311
    assert told(folded(*shuffled)) == told(folded(*dated.values()))


@given(DECISIONS)
def test_folding_up_to_a_day_and_folding_what_is_left_out_is_the_same(decisions: list[Record]) -> None:
    day = "2014-01-14"
    early = [one for one in decisions if one["date"] <= day]
    assert told(folded(*decisions, at=day)) == told(folded(*early))
    assert len(folded(*decisions, at=day).later) == sum(len(one["changes"]) for one in decisions if one["date"] > day)


@given(DECISIONS)
def test_a_decision_that_cannot_be_applied_may_as_well_not_be_there(decisions: list[Record]) -> None:
    found = folded(*decisions)
    refused = {(one.adjustment.document.path, one.index) for one in found.refused}
    kept = []
    for number, one in enumerate(decisions, 1):
        path = f"catalog/baseline/adjustments/{number:02}.yml"
        kept.append(
            {**one, "changes": [made for index, made in enumerate(one["changes"]) if (path, index) not in refused]}
        )
    again = folded(*kept)
    assert told(again)[:2] == told(found)[:2]
    assert not again.inapplicable
