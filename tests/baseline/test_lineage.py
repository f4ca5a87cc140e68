"""What an item of today was when the baseline was frozen, followed back through decisions of any kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reform import Record, baseline, change, decision, entry, item, reformed
from wudan.baseline.comparison import comparison_of
from wudan.baseline.lineage import origin_of


def origin(base: str, *decisions: Record) -> str | None:
    """Give the id of the frozen entry that the item standing for `base` was."""
    catalog = reformed(baseline(entry("a"), entry("b")), *decisions, files={"approvals/wjw.yml": [item(base)]})
    comparison = catalog.derived(comparison_of)
    assert comparison is not None
    assert not comparison.baseline.inapplicable
    (pair,) = comparison.pairs
    frozen = {one.id: one for one in comparison.baseline.placed.record.entries}
    found = origin_of(pair, frozen)
    return found.id if found else None


@pytest.mark.parametrize(
    ("base", "made", "expected"),
    [
        ("n", change("rename", "a", to=(entry("n"),)), "a"),
        ("n", change("transfer", "a", to=(entry("n", body="wjw"),)), "a"),
        ("o", change("amend", "a", "b", to=(entry("n"), entry("o"))), "b"),
        ("n", change("convert", "a", to=(entry("n", type="行政确认"),)), "a"),
        ("n", change("convert", "a", "b", to=(entry("n"),)), None),
        ("n", change("merge", "a", "b", to=(entry("n"),)), None),
        ("n", change("split", "a", to=(entry("n"), entry("o"))), None),
        ("n", change("add", to=(entry("n"),)), None),
        ("n", change("take_over", to=(entry("n"),)), None),
        ("a", change("suspend", "a"), "a"),
        ("a", change("cancel", "b"), "a"),
    ],
)
def test_what_is_changed_one_for_one_is_followed_back(base: str, made: Record, expected: str | None) -> None:
    assert origin(base, decision(made)) == expected


def test_what_was_restored_is_what_it_was_before_it_went() -> None:
    gone, back = decision(change("cancel", "a")), decision(change("restore", to=(entry("a"),)), date="2014-07-01")
    assert origin("a", gone, back) == "a"


@given(st.lists(st.sampled_from(["rename", "transfer", "amend", "suspend"]), max_size=6))
def test_any_number_of_changes_one_for_one_leads_back_to_the_first(kinds: list[str]) -> None:
    changes, now = [], "a"
    for number, kind in enumerate(kinds):
        if kind == "suspend":
            changes += [change("suspend", now), change("resume", now)]
            continue
        changes.append(change(kind, now, to=(entry(f"n{number}"),)))
        now = f"n{number}"
    assert origin(now, *([decision(*changes)] if changes else [])) == "a"
