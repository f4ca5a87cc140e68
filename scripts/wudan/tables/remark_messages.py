"""The messages of an import, read from `remarks.tsv` beside this module.

Each has the code and level of the table of rules, its wording, and how the matter is mended, in both languages.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from wudan.level import LEVELS, Level
from wudan.words import Words

_TABLE = Path(__file__).parent / "remarks.tsv"

Drops = Literal["", "cell", "column", "row"]
_DROPS: tuple[Drops, ...] = ("", "cell", "column", "row")


@dataclass(frozen=True, slots=True)
class TableMessage:
    """One message. A message that `repeats` is given once for all cells of a column that say the same.

    `drops` is what is left out where it is given: the cell, its whole column, its row, or nothing.
    """

    code: str
    level: Level
    words: Words
    help: Words
    repeats: bool
    drops: Drops


@cache
def table_messages() -> Mapping[str, TableMessage]:
    """Give every message by its name."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["message"]: _message(row) for row in rows}


def _message(row: Mapping[str, str]) -> TableMessage:
    level = next(level for level in LEVELS if level == row["level"])
    words, mend = Words(row["zh"], row["en"]), Words(row["help_zh"], row["help_en"])
    drops = next(kind for kind in _DROPS if kind == row["drops"])
    return TableMessage(row["code"], level, words, mend, row["repeats"] == "yes", drops)
