"""Ranks of law are an order, and what may set a licence stands in it above what may not."""

from typing import get_args

import pytest

from wudan.catalog.model.values import LawKind
from wudan.law.rank import RANKS, SETS_LICENCE

KINDS: tuple[LawKind, ...] = get_args(LawKind)


def test_every_kind_of_law_has_a_rank() -> None:
    assert set(RANKS) == set(KINDS)


@pytest.mark.parametrize(
    ("low", "high"),
    [("行政法规", "法律"), ("地方性法规", "国务院决定"), ("部门规章", "地方性法规"), ("市政府规章", "省政府规章"),
     ("规范性文件", "市政府规章")],
)  # fmt: skip
def test_the_order_is_that_of_the_law_on_legislation(low: LawKind, high: LawKind) -> None:
    assert RANKS[low] > RANKS[high]


def test_a_decision_of_the_state_council_stands_beside_its_regulations() -> None:
    assert RANKS["国务院决定"] == RANKS["行政法规"]


def test_neither_a_ministry_nor_a_document_sets_a_licence() -> None:
    assert set(KINDS) - SETS_LICENCE == {"部门规章", "市政府规章", "规范性文件"}
