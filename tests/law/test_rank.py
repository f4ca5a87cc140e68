"""Ranks of law are an order, and what may set a licence stands in it above what may not."""

from itertools import product
from typing import get_args

import pytest

from wudan.catalog.model.values import LawKind
from wudan.law.rank import RANKS, SETS_LICENCE, is_lower

KINDS: tuple[LawKind, ...] = get_args(LawKind)


def test_every_kind_of_law_has_a_rank() -> None:
    assert set(RANKS) == set(KINDS)


@pytest.mark.parametrize(("first", "second"), list(product(KINDS, KINDS)))
def test_of_two_kinds_at_most_one_is_lower(first: LawKind, second: LawKind) -> None:
    assert not (is_lower(first, second) and is_lower(second, first))
    assert is_lower(first, second) or is_lower(second, first) or RANKS[first] == RANKS[second]


def test_lower_than_lower_is_lower() -> None:
    for first, second, third in product(KINDS, KINDS, KINDS):
        if is_lower(first, second) and is_lower(second, third):
            assert is_lower(first, third)


@pytest.mark.parametrize(
    ("low", "high"),
    [("行政法规", "法律"), ("地方性法规", "国务院决定"), ("部门规章", "地方性法规"), ("市政府规章", "省政府规章"),
     ("规范性文件", "市政府规章")],
)  # fmt: skip
def test_the_order_is_that_of_the_law_on_legislation(low: LawKind, high: LawKind) -> None:
    assert is_lower(low, high)
    assert not is_lower(high, low)


def test_a_decision_of_the_state_council_stands_beside_its_regulations() -> None:
    assert not is_lower("国务院决定", "行政法规")
    assert not is_lower("行政法规", "国务院决定")


def test_neither_a_ministry_nor_a_document_sets_a_licence() -> None:
    assert set(KINDS) - SETS_LICENCE == {"部门规章", "市政府规章", "规范性文件"}
