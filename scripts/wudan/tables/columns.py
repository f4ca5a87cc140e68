"""Finds the heading row of a sheet and what its columns mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wudan.likeness import HEADING, nearest
from wudan.tables.folding import clean, one_line
from wudan.tables.headings import path_of, readable_headings, unit_of
from wudan.tables.sheet import Cell, Sheet

_SEARCHED_ROWS = 50
_LEAST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a meaning: the cell of its heading, its path, and the unit that the heading states."""

    heading: Cell
    path: str
    unit: str = ""

    @property
    def number(self) -> int:
        """The number of the column, counted from 1."""
        return self.heading.column


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out: its heading row, its columns, and the headings that mean nothing here or a second time.

    `heading_row` is the last row of the heading, counted from 1.
    """

    sheet: Sheet
    heading_row: int
    columns: tuple[Column, ...]
    unknown: tuple[Cell, ...]
    repeated: tuple[Cell, ...]

    def column(self, path: str) -> Column | None:
        """Give the column with that path, or None."""
        return next((column for column in self.columns if column.path == path), None)


def find_layout(sheet: Sheet, list_id: str) -> Layout | None:
    """Give the layout of a sheet, or None where no row of its first fifty names at least two known columns.

    The heading row is the one with the most known headings; of two such rows in a row, as a heading of
    two lines makes them, the lower one.
    """
    best, most = 0, _LEAST_HEADINGS - 1
    for row in range(1, min(len(sheet.rows), _SEARCHED_ROWS) + 1):
        count = len({path for _, path in _meanings(sheet, row, list_id) if path})
        if count > most or (count == most and row == best + 1):
            best, most = row, count
    return _layout(sheet, best, list_id) if best else None


def nearest_heading(heading: str, list_id: str) -> str:
    """Give the known heading most like an unknown one, or an empty text where none is like it."""
    return nearest(heading, readable_headings(list_id), HEADING)


def _layout(sheet: Sheet, row: int, list_id: str) -> Layout:
    columns: dict[str, Column] = {}
    unknown, repeated = [], []
    for cell, path in _meanings(sheet, row, list_id):
        if path is None:
            unknown.append(cell)
        elif path in columns:
            repeated.append(cell)
        else:
            columns[path] = Column(cell, path, unit_of(cell.text))
    return Layout(sheet, row, tuple(_owned(columns, list_id)), tuple(unknown), tuple(repeated))


def _owned(columns: dict[str, Column], list_id: str) -> Iterator[Column]:
    """Where no column names the department, the one that collects the money is it."""
    collects = list_id in {"fees", "funds"} and "@department" not in columns
    for column in columns.values():
        yield replace(column, path="@department") if collects and column.path == "collector" else column


def _meanings(sheet: Sheet, row: int, list_id: str) -> Iterator[tuple[Cell, str | None]]:
    for number in range(1, len(sheet.rows[row - 1]) + 1):
        cell = sheet.cell(row, number)
        if text := one_line(clean(cell.text)):
            yield replace(cell, text=text), path_of(text, list_id)
