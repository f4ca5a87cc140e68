"""A sheet of a table: rows of text cells, each known by its row and column, and what a cell is besides its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

MAX_FILE_BYTES = 50_000_000
MAX_CELLS = 1_000_000

Place: TypeAlias = tuple[int, int]
"""Row and column of a cell, both counted from 1."""

TraitKind = Literal[
    "formula",  # its text is the stored result of a formula
    "formula_text",  # a text that looks like a formula, in a file that has no formulas
    "formula_no_result",  # a formula whose result the file does not hold
    "cell_error",  # an error such as #REF!
    "picture",  # a picture instead of a text
    "digits_lost",  # a number of which the file no longer holds every digit
    "digits_doubtful",  # a number that looks as if digits had been replaced by zeros
    "struck",  # struck through as a whole
    "struck_words",  # some of its words are struck through
    "unknown_characters",  # characters that only some fonts can show
]
NOT_TAKEN: frozenset[TraitKind] = frozenset({"formula_no_result", "cell_error", "picture", "digits_lost", "struck"})
"""The traits of cells whose text is left empty, because what they hold cannot stand for a text."""

HiddenBy = Literal["hand", "filter"]


@dataclass(frozen=True, slots=True)
class Trait:
    """What a cell is besides its text; `shown` is what the trait is about: the error, the struck words, the number."""

    kind: TraitKind
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its sheet, its row and its column, both counted from 1, the text in it, and what it is besides.

    `covered` is the text of the merged cell that covers this one, empty where none does. `origin` is the place that
    the cell has in its file, where the sheet was laid out anew.
    """

    sheet: str
    row: int
    column: int
    text: str = ""
    traits: tuple[Trait, ...] = ()
    covered: str = ""
    is_hidden: bool = False
    origin: Place | None = None

    @property
    def place(self) -> Place:
        """Row and column in the file, counted from 1."""
        return self.origin or (self.row, self.column)

    @property
    def name(self) -> str:
        """The name that a spreadsheet program shows for the cell, such as `Sheet1!C12`."""
        row, column = self.place
        own = f"{column_letters(column)}{row}"
        return f"{self.sheet}!{own}" if self.sheet else own

    def has(self, kind: TraitKind) -> bool:
        """Whether the cell has a trait of that kind."""
        return any(trait.kind == kind for trait in self.traits)

    @property
    def is_error(self) -> bool:
        """Whether the cell holds an error such as #REF!."""
        return self.has("cell_error")

    @property
    def is_struck(self) -> bool:
        """Whether the whole cell is struck through."""
        return self.has("struck")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its name (empty where the file has no named sheets) and the text of its cells by row.

    What a merged cell holds stands in each row that it covers; `covers` gives the first cell of the merged cell for
    the others in its row. `hidden_rows` says for each hidden row what hides it. `origins` gives the place in the file
    for the cells of a sheet that was laid out anew.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    traits: Mapping[Place, tuple[Trait, ...]] = field(default_factory=dict)
    covers: Mapping[Place, Place] = field(default_factory=dict)
    hidden_rows: Mapping[int, HiddenBy] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    origins: Mapping[Place, Place] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell:
        """Give a cell by row and column, counted from 1; its text is empty where the sheet ends before it."""
        place = (row, column)
        return Cell(
            self.name,
            row,
            column,
            self.text(row, column),
            self.traits.get(place, ()),
            self.text(*self.covers[place]) if place in self.covers else "",
            row in self.hidden_rows or column in self.hidden_columns,
            self.origins.get(place),
        )

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell by row and column, counted from 1; empty where the sheet ends before it."""
        texts = self.rows[row - 1] if 1 <= row <= len(self.rows) else ()
        return texts[column - 1] if 1 <= column <= len(texts) else ""


class TableRefusedError(Exception):
    """A file is not a table that can be read. `reason` names a message of the remarks, `arguments` fill it.

    `place` is the cell that the reason is about, where there is one.
    """

    def __init__(self, reason: str, place: Place = (0, 0), **arguments: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
        self.arguments = arguments


def column_letters(column: int) -> str:
    """Give the letters of a column counted from 1: A, B, …, Z, AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Give the number, counted from 1, of a column named by letters A to Z."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
