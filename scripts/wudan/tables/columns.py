"""Finds the heading of a sheet, of one row or two, and what its columns mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wudan.likeness import HEADING, nearest
from wudan.tables.folding import clean, one_line
from wudan.tables.headings import fold_heading, own_titles, path_of, readable_headings, simplified, unit_of
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
    """How a sheet is laid out: its heading, its columns, and the headings that mean nothing here or a second time.

    `heading_row` is the last row of the heading and `first_heading_row` its first, both counted from 1.
    """

    sheet: Sheet
    heading_row: int
    columns: tuple[Column, ...]
    unknown: tuple[Cell, ...]
    repeated: tuple[Column, ...]
    first_heading_row: int = 0

    def column(self, path: str) -> Column | None:
        """Give the column with that path, or None."""
        return next((column for column in self.columns if column.path == path), None)


def find_layout(sheet: Sheet, list_id: str) -> Layout | None:
    """Give the layout of a sheet, or None where no row of its first fifty names at least two known columns.

    The heading is the row, or the two rows one above the other, with the most known headings; of two such rows in a
    row, the lower one. Where the lower of two is empty the upper one counts, and where both are filled, both
    together (审批结果 above 名称), else the lower one.
    """
    best: tuple[int, ...] = ()
    most = _LEAST_HEADINGS - 1
    for row in range(1, min(len(sheet.rows), _SEARCHED_ROWS) + 1):
        for rows in ((row,), (row, row + 1)):
            count = _known(sheet, rows, list_id)
            if count > most or (count == most and rows == (row,) and best == (row - 1,)):
                best, most = rows, count
    return _layout(sheet, best, list_id) if best else None


def nearest_heading(heading: str, list_id: str) -> str:
    """Give the known heading most like an unknown one, or an empty text where none is like it."""
    plain = simplified(heading)
    if plain != heading and path_of(plain, list_id):
        return plain
    return nearest(plain, readable_headings(list_id), HEADING)


def _known(sheet: Sheet, rows: tuple[int, ...], list_id: str) -> int:
    """Count the known columns of a heading; two rows are one only where at least half of the lower one is known."""
    if rows[-1] > len(sheet.rows):
        return 0
    meanings = list(_meanings(sheet, rows, list_id))
    lower = [path for cell, path in meanings if cell.row == rows[-1]]
    is_heading = 2 * sum(path is not None for path in lower) >= len(lower)
    return len({path for _, path in meanings if path}) if is_heading or len(rows) == 1 else 0


def _layout(sheet: Sheet, rows: tuple[int, ...], list_id: str) -> Layout:
    columns: dict[str, Column] = {}
    unknown: list[Cell] = []
    repeated: list[Column] = []
    titles = own_titles(list_id)
    for cell, path in _meanings(sheet, rows, list_id):
        if path is None:
            unknown.append(cell)
            continue
        column = Column(cell, path, unit_of(cell.text))
        earlier = columns.get(path)
        if earlier is None:
            columns[path] = column
        elif fold_heading(cell.text) in titles and fold_heading(earlier.heading.text) not in titles:
            columns[path] = column
            repeated.append(earlier)
        else:
            repeated.append(column)
    ordered = sorted(_owned(columns, list_id), key=lambda column: column.number)
    return Layout(sheet, rows[-1], tuple(ordered), tuple(unknown), tuple(repeated), rows[0])


def _owned(columns: dict[str, Column], list_id: str) -> Iterator[Column]:
    """Where no column names the department, the one that collects the money is it."""
    collects = list_id in {"fees", "funds"} and "@department" not in columns
    for column in columns.values():
        yield replace(column, path="@department") if collects and column.path == "collector" else column


def _meanings(sheet: Sheet, rows: tuple[int, ...], list_id: str) -> Iterator[tuple[Cell, str | None]]:
    """Give each filled heading with what it means; cells of an upper row reach over empty ones to their right."""
    if len(rows) == 1:
        for cell in _headings(sheet, rows[0]):
            yield cell, path_of(cell.text, list_id)
        return
    upper = {cell.column: cell for cell in _headings(sheet, rows[0])}
    lower = {cell.column: cell for cell in _headings(sheet, rows[1])}
    above = None
    for number in range(1, max([*upper, *lower], default=0) + 1):
        above = upper.get(number, above)
        below = lower.get(number)
        if below is None:
            if number in upper:
                yield upper[number], path_of(upper[number].text, list_id)
        elif above is None or above.text == below.text:
            yield below, path_of(below.text, list_id)
        else:
            yield _joined(above, below, list_id)


def _joined(above: Cell, below: Cell, list_id: str) -> tuple[Cell, str | None]:
    """Give the heading that two cells make together: both, or both the other way round, else the lower alone."""
    for text in (above.text + below.text, below.text + above.text):
        if path := path_of(text, list_id):
            return replace(below, text=text), path
    if path := path_of(below.text, list_id):
        return below, path
    return replace(below, text=f"{above.text}/{below.text}"), None


def _headings(sheet: Sheet, row: int) -> Iterator[Cell]:
    for number in range(1, len(sheet.rows[row - 1]) + 1):
        cell = sheet.cell(row, number)
        if text := one_line(clean(cell.text)):
            yield replace(cell, text=text)
