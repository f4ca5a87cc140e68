from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wudan import likeness
from wudan.likeness import ANY, CHOICE, CODE, PART_OF_NAME, PROPER_NAME, RENAMED_ENTRY, Likeness, nearest, nearest_key

NAMED = {name: value for name, value in vars(likeness).items() if isinstance(value, Likeness)}
TEXTS = st.text("行政许可审批ab1-", min_size=1, max_size=12)


@pytest.mark.parametrize("like", NAMED.values(), ids=NAMED)
@given(text=TEXTS, others=st.lists(TEXTS, max_size=5))
def test_nothing_is_nearer_to_a_known_text_than_itself(like: Any, text: Any, others: Any) -> None:
    assert likeness.likeness(nearest(text, [*others, text], like), text, like) == 100


@pytest.mark.parametrize("like", NAMED.values(), ids=NAMED)
def test_nothing_is_near_where_nothing_is_known(like: Any) -> None:
    assert nearest("行政许可", [], like) == ""
    assert nearest_key("行政许可", {}, like) is None


@given(TEXTS, TEXTS)
def test_a_likeness_is_none_below_what_counts_and_is_the_same_both_ways(one: Any, other: Any) -> None:
    alike = likeness.likeness(one, other, RENAMED_ENTRY)
    assert alike == 0 or RENAMED_ENTRY.least <= alike <= 100
    assert alike == likeness.likeness(other, one, RENAMED_ENTRY)


@pytest.mark.parametrize(
    ("like", "text", "known", "expected"),
    [
        (CODE, "B07", ["B001", "B007", "X007"], "B007"),
        (CODE, "ZZZZ", ["B001", "B007"], ""),
        (CHOICE, "行政许可类", ["行政许可", "行政确认"], "行政许可"),
        (PROPER_NAME, "中华人民共和国城乡规划发", ["中华人民共和国城乡规划法"], "中华人民共和国城乡规划法"),
        (PROPER_NAME, "公路法", ["城乡规划法"], ""),
        (PART_OF_NAME, "卫生许可", ["公共场所卫生的许可"], "公共场所卫生的许可"),
        (ANY, "approval.yml", ["laws.yml", "approvals/….yml"], "approvals/….yml"),
    ],
)
def test_what_may_have_been_meant(like: Any, text: Any, known: Any, expected: Any) -> None:
    assert nearest(text, known, like) == expected


def test_the_first_of_several_that_are_as_near_is_taken() -> None:
    assert nearest("B00", ["B002", "B001"], CODE) == "B002"
