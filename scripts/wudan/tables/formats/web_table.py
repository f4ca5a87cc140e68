"""Reads the tables of an HTML page; many files called `.xls` are such pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from wudan.tables.formats.delimited import put_typed
from wudan.tables.formats.digits import of_text, plain_number
from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.formats.shared_texts import unstruck
from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError, Trait

_MAX_SPAN = 10_000
_UNSEEN = frozenset({"script", "title", "rt", "rp", "comment"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_STRIKES = frozenset({"s", "strike", "del"})
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;}]*line-through", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def read_web_tables(pages: Iterable[str]) -> tuple[Sheet, ...]:
    """Give a sheet for each table of some pages; several tables are named 表1, 表2 and so on.

    A cell that spans rows stands in each of them. Raises TableRefusedError for more than a million cells.
    """
    budget = Budget()
    tables: list[_Table] = []
    for page in pages:
        parser = _TableParser(budget)
        parser.feed(page)
        parser.close()
        tables.extend(table for table in parser.finished() if table.grid.height)
    for number, table in enumerate(tables, 1):
        table.grid.name = "" if len(tables) == 1 else f"表{number}"
    return tuple(table.grid.sheet() for table in tables)


@dataclass(slots=True)
class _OpenCell:
    rows: int
    columns: int
    is_struck: bool
    number: str
    runs: list[tuple[str, bool | None]] = field(default_factory=list)
    has_picture: bool = False


class _Table:
    """One table under construction; `taken` are the places that a cell from a row above covers."""

    def __init__(self, budget: Budget) -> None:
        self.grid = Grid("", budget)
        self.cell: _OpenCell | None = None
        self.strikes = 0
        self._row = self._column = self._column_number = 0
        self._reach: dict[int, int] = {}

    def open_row(self, *, is_hidden: bool = False) -> None:
        self.close_cell()
        self._row, self._column = self._row + 1, 0
        if is_hidden:
            self.grid.hidden_rows.add(self._row)

    def open_column(self, times: int, *, is_hidden: bool) -> None:
        if is_hidden:
            self.grid.hidden_columns.append((self._column_number + 1, self._column_number + times))
        self._column_number += times

    def open_cell(self, cell: _OpenCell) -> None:
        self.close_cell()
        if not self._row:
            self.open_row()
        self.cell, self.strikes = cell, 0

    def close_cell(self) -> None:
        if self.cell is None:
            return
        cell, self.cell = self.cell, None
        self._column += 1
        while self._reach.get(self._column, 0) >= self._row:
            self._column += 1
        place = (self._row, self._column)
        last_row, last_column = self._row + cell.rows - 1, self._column + cell.columns - 1
        _put(self.grid, place, cell)
        if cell.rows > 1 or cell.columns > 1:
            self.grid.merged.append((place, (last_row, last_column)))
            self.grid.put((self._row, last_column), self.grid.texts.get((self._row, last_column), ""))
            self._reach.update(dict.fromkeys(range(self._column, last_column + 1), last_row))
        self._column = last_column


class _TableParser(HTMLParser):
    """Collects the tables of a page; a table inside a cell is a table of its own."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(convert_charrefs=True)
        self._budget = budget
        self._tables: list[_Table] = []
        self._open: list[_Table] = []
        self._unseen = 0
        self._cells = 0
        self._style: list[str] | None = None
        self._struck_classes: set[str] = set()

    def finished(self) -> list[_Table]:
        """Give the tables in the order in which they begin, those left open at the end of the page included."""
        for table in self._open:
            table.close_cell()
        return self._tables

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        values = dict(attrs)
        if tag == "style":
            self._style = []
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._tables.append(_Table(self._budget))
            self._open.append(self._tables[-1])
        elif self._open:
            self._start_in_table(tag, values)

    def _start_in_table(self, tag: str, values: dict[str, str | None]) -> None:
        table = self._open[-1]
        is_hidden = _NOT_SHOWN.search(values.get("style") or "") is not None
        if tag == "tr":
            table.open_row(is_hidden=is_hidden)
        elif tag == "col":
            table.open_column(_span(values.get("span")), is_hidden=is_hidden)
        elif tag in {"td", "th"}:
            rows, columns = _span(values.get("rowspan")), _span(values.get("colspan"))
            self._cells += rows * columns
            if self._cells > MAX_CELLS:
                raise TableRefusedError("cells", limit=MAX_CELLS)
            table.open_cell(_OpenCell(rows, columns, self._is_struck(values), values.get("x:num") or ""))
        elif tag in _STRIKES or (tag == "span" and self._is_struck(values)) or (tag == "span" and table.strikes):
            table.strikes += 1
        elif tag == "img" and table.cell is not None:
            table.cell.has_picture = True
        elif tag in _BREAKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; a page may leave cells and rows open."""
        if tag == "style":
            self._learn("".join(self._style or ()))
            self._style = None
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif self._open and tag in {"td", "th", "tr"}:
            self._open[-1].close_cell()
        elif self._open and tag in _STRIKES | {"span"}:
            self._open[-1].strikes = max(0, self._open[-1].strikes - 1)
        elif self._open and tag == "table":
            self._open.pop().close_cell()

    def handle_data(self, data: str) -> None:
        """Add text to the cell that is open."""
        if self._style is not None:
            self._style.append(data)
        elif self._open and not self._unseen and (cell := self._open[-1].cell) is not None:
            cell.runs.append((data, True if self._open[-1].strikes else None))

    def _learn(self, style: str) -> None:
        for selectors, rule in _RULE.findall(style):
            if _STRUCK.search(rule):
                self._struck_classes.update(re.findall(r"\.([\w-]+)", selectors))

    def _is_struck(self, values: dict[str, str | None]) -> bool:
        classes = (values.get("class") or "").split()
        return bool(_STRUCK.search(values.get("style") or "") or self._struck_classes.intersection(classes))


def _put(grid: Grid, place: tuple[int, int], cell: _OpenCell) -> None:
    text, traits = unstruck(tuple(cell.runs), cell_is_struck=cell.is_struck)
    text = "\n".join(part for line in text.split("\n") if (part := " ".join(line.split())))
    if traits:
        grid.put_text(place, text, traits)
    elif not text and cell.has_picture:
        grid.put(place, "", (Trait("picture"),))
    elif cell.number and any(trait.kind == "digits_lost" for trait in (of_text(text)[1],) if trait):
        number, lost = _stored(cell.number)
        grid.put(place, number, (lost,) if lost else ())
    else:
        put_typed(grid, place, text)


def _stored(raw: str) -> tuple[str, Trait | None]:
    """Give the number that a page of Excel keeps beside the text it shows."""
    try:
        return plain_number(raw)
    except ValueError:
        return "", Trait("digits_lost", raw)


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _MAX_SPAN) if value and value.isascii() and value.isdigit() else 1
