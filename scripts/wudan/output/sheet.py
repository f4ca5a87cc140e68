"""What a sheet of a workbook holds, before any library writes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column: its heading and width in characters; `choices` are offered in its cells, `to_fill` are left to people.

    A `hidden` column is kept for reading the sheet back.
    """

    heading: str
    width: int = 16
    choices: Sequence[str] = ()
    to_fill: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A sheet: a name, columns, and rows of one text a column. `marked` names cells, from 0, to stand out."""

    name: str
    columns: Sequence[OutColumn]
    rows: Sequence[Sequence[str]]
    marked: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    note: str = ""
