"""A sheet of a table: rows of text cells, each known by its row and column."""

from dataclasses import dataclass

MAX_FILE_BYTES = 50_000_000
MAX_CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its sheet, its row and its column, both counted from 1, and the text in it."""

    sheet: str
    row: int
    column: int
    text: str = ""

    @property
    def name(self) -> str:
        """The name that a spreadsheet program shows for the cell, such as `Sheet1!C12`."""
        own = f"{column_letters(self.column)}{self.row}"
        return f"{self.sheet}!{own}" if self.sheet else own


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its name (empty where the file has no named sheets) and the text of its cells by row.

    What a merged cell holds stands in each row that it covers.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """Give a cell by row and column, counted from 1; its text is empty where the sheet ends before it."""
        texts = self.rows[row - 1] if 1 <= row <= len(self.rows) else ()
        return Cell(self.name, row, column, texts[column - 1] if 1 <= column <= len(texts) else "")


class TableRefusedError(Exception):
    """A file is not a table that can be read. `reason` names a message of the remarks, `arguments` fill it."""

    def __init__(self, reason: str, **arguments: object) -> None:
        super().__init__(reason)
        self.reason = reason
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
