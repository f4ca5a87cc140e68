"""The terms of the field as tables write them: codes of the national exchange, short forms, other words.

`terms.tsv` beside this module holds what is written for which term, by the key of the record.
"""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from wudan.likeness import CHOICE, nearest
from wudan.tables.enumerations import outside, split_outside
from wudan.tables.folding import fold

_TABLE = Path(__file__).parent / "terms.tsv"
_SEPARATORS = "、，,;；/|\n"
_ENDINGS = ("办理", "申请", "事项", "类")


def term_of(written: str, key: str, allowed: Sequence[str]) -> str | None:
    """Give the allowed term that a cell means, or None. Width, blanks and case make no difference."""
    by_text = {fold(term): term for term in allowed}
    by_text |= {text: term for text, term in _written(key).items() if term in allowed}
    folded = fold(written)
    for text in (folded, *(folded.removesuffix(ending) for ending in _ENDINGS)):
        if text in by_text:
            return by_text[text]
    return None


def split_terms(written: str) -> list[str]:
    """Cut a cell that lists several terms, never inside brackets."""
    return [part.strip() for part in split_outside(written, _SEPARATORS) if part.strip()]


def without_remark(written: str) -> str:
    """Give a term without the remark in brackets behind it: 行政许可 of 行政许可（国办）. Empty where it has none."""
    bare = outside(written).strip()
    return bare if bare != written.strip() else ""


def nearest_term(written: str, allowed: Sequence[str]) -> str:
    """Give the allowed term most like what is written, or an empty text where none is like it."""
    return nearest(written, allowed, CHOICE)


@cache
def _written(key: str) -> Mapping[str, str]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {fold(row["written"]): row["term"] for row in rows if row["key"] == key}
