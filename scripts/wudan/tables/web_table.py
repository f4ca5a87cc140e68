"""Reads the tables of an HTML page; many files called `.xls` are such pages."""

from html.parser import HTMLParser

from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError

_MAX_SPAN = 10_000
_UNSEEN = frozenset({"script", "style", "title"})
_BREAKS = frozenset({"br", "p", "div", "li"})


def read_web_tables(text: str) -> tuple[Sheet, ...]:
    """Give a sheet for each table of a page; several tables are named 表1, 表2 and so on.

    A cell that spans rows stands in each of them. Raises TableRefusedError for more than a million cells.
    """
    parser = _TableParser()
    parser.feed(text)
    parser.close()
    tables = [rows for rows in parser.finished() if rows]
    names = [""] if len(tables) == 1 else [f"表{number}" for number in range(1, len(tables) + 1)]
    return tuple(Sheet(name, rows) for name, rows in zip(names, tables, strict=True))


class _Grid:
    """One table under construction; `spans` holds, by column, a cell that reaches into rows to come."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.spans: dict[int, tuple[int, str]] = {}
        self.cell: list[str] | None = None
        self.rowspan = self.colspan = 1

    def open_row(self) -> None:
        self.close_cell()
        self.rows.append([])
        self._take_spans()

    def open_cell(self, rowspan: int, colspan: int) -> None:
        self.close_cell()
        if not self.rows:
            self.open_row()
        self.cell, self.rowspan, self.colspan = [], rowspan, colspan

    def close_cell(self) -> None:
        if self.cell is None:
            return
        text = "\n".join(part for line in "".join(self.cell).split("\n") if (part := " ".join(line.split())))
        self.cell = None
        for place in range(self.colspan):
            column, shown = len(self.rows[-1]), text if place == 0 else ""
            self.rows[-1].append(shown)
            if self.rowspan > 1:
                self.spans[column] = (self.rowspan - 1, shown)
        self._take_spans()

    def _take_spans(self) -> None:
        row = self.rows[-1]
        while span := self.spans.pop(len(row), None):
            left, text = span
            if left > 1:
                self.spans[len(row)] = (left - 1, text)
            row.append(text)


class _TableParser(HTMLParser):
    """Collects the tables of a page; a table inside a cell is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._grids: list[_Grid] = []
        self._open: list[_Grid] = []
        self._unseen = 0
        self._cells = 0

    def finished(self) -> list[tuple[tuple[str, ...], ...]]:
        """Give the rows of each table, those left open at the end of the page included."""
        for grid in self._open:
            grid.close_cell()
        return [tuple(tuple(row) for row in grid.rows) for grid in self._grids]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._grids.append(_Grid())
            self._open.append(self._grids[-1])
        elif self._open and tag == "tr":
            self._open[-1].open_row()
        elif self._open and tag in {"td", "th"}:
            values = dict(attrs)
            rowspan, colspan = _span(values.get("rowspan")), _span(values.get("colspan"))
            self._cells += rowspan * colspan
            if self._cells > MAX_CELLS:
                raise TableRefusedError("cells", limit=MAX_CELLS)
            self._open[-1].open_cell(rowspan, colspan)
        elif tag in _BREAKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; a page may leave cells and rows open."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif self._open and tag in {"td", "th", "tr"}:
            self._open[-1].close_cell()
        elif self._open and tag == "table":
            self._open.pop().close_cell()

    def handle_data(self, data: str) -> None:
        """Add text to the cell that is open."""
        if self._open and not self._unseen and (cell := self._open[-1].cell) is not None:
            cell.append(data)


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _MAX_SPAN) if value and value.isascii() and value.isdigit() else 1
