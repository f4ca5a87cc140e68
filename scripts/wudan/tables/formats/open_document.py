"""Reads the sheets of an OpenDocument spreadsheet (ods, fods; ISO/IEC 26300), where a cell holds the text it shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from wudan.tables.formats.digits import plain_number
from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.formats.shared_texts import unstruck
from wudan.tables.formats.xml_events import Handler, read_xml
from wudan.tables.sheet import Sheet, Trait

_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_SCIENTIFIC = re.compile(r"[0-9][Ee][+-]?[0-9]|#{2,}")
_ERRORS = re.compile(r"#[A-Z/0]+[!?]?|Err:[0-9]+")
# What stands in a cell beside its text: notes, pictures, readings above characters, results of the detective.
_BESIDE = frozenset({"annotation", "frame", "custom-shape", "detective", "ruby-text", "shapes"})
_FURTHEST_REPEAT = 1_048_576
_MOST_HIDDEN = 100_000


def read_open_document(content: bytes | str, part: str = "content.xml") -> tuple[Sheet, ...]:
    """Give the sheets of the content of an OpenDocument spreadsheet.

    Raises TableRefusedError where it is broken, or larger than is allowed.
    """
    handler = _ContentHandler()
    read_xml(content, handler, part)
    return tuple(grid.sheet() for grid in handler.grids)


@dataclass(slots=True)
class _OpenCell:
    """The cell that is being read: its attributes, the runs of its text, and whether a picture stands in it."""

    attributes: Mapping[str, str]
    is_covered: bool
    runs: list[tuple[str, bool | None]] = field(default_factory=list)
    paragraphs: int = 0
    has_picture: bool = False


class _ContentHandler(Handler):
    """Puts the cells of `content.xml` into grids."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self._budget = Budget()
        self._struck_styles: set[str] = set()
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._beside = 0
        self._row = self._column = 0
        self._row_times = 1
        self._cells: list[tuple[int, int, _OpenCell]] = []
        self._cell: _OpenCell | None = None
        self._spans: list[str] = []
        self._column_number = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _BESIDE or self._beside:
            self._beside += 1
            if self._cell is not None and name == "image":
                self._cell.has_picture = True
        elif self._cell is not None:
            self._start_in_cell(name, attributes)
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "text-properties":
            if attributes.get("text-line-through-style", "none") != "none" or (
                attributes.get("text-line-through-type", "none") != "none"
            ):
                self._struck_styles.add(self._style)
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table":
            is_hidden = attributes.get("style-name", "") in self._hidden_styles
            self.grids.append(Grid(attributes.get("name", ""), self._budget, is_hidden=is_hidden))
            self._row = self._column_number = 0
        elif name == "table-column":
            self._start_column(attributes)
        elif name == "table-row":
            self._start_row(attributes)
        elif name in {"table-cell", "covered-table-cell"} and self.grids:
            self._cell = _OpenCell(attributes, name == "covered-table-cell")

    def end(self, name: str) -> None:
        if self._beside:
            self._beside -= 1
        elif name == "table-row" and self._cell is None and self.grids:
            self._end_row()
        elif self._cell is not None and name in {"table-cell", "covered-table-cell"}:
            times = _times(self._cell.attributes, "number-columns-repeated")
            if self._cell.runs or self._cell.has_picture or "formula" in self._cell.attributes:
                self._cells.append((self._column + 1, times, self._cell))
            self._column += times
            self._cell = None
            self._spans = []
        elif self._cell is not None and name == "span":
            self._spans.pop()

    def data(self, text: str) -> None:
        if self._cell is not None and not self._beside and self._cell.paragraphs:
            struck = True if any(span in self._struck_styles for span in self._spans) else None
            self._cell.runs.append((text, struck))

    def _start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        if self._cell is None:
            return
        if name == "p":
            self._cell.paragraphs += 1
            if self._cell.paragraphs > 1:
                self._cell.runs.append(("\n", None))
        elif name == "span":
            self._spans.append(attributes.get("style-name", ""))
        elif name == "s":
            self._cell.runs.append((" " * min(_times(attributes, "c"), 1000), None))
        elif name in {"line-break", "tab"}:
            self._cell.runs.append(("\n" if name == "line-break" else " ", None))

    def _start_column(self, attributes: dict[str, str]) -> None:
        times = _times(attributes, "number-columns-repeated")
        if self.grids and attributes.get("visibility", "visible") != "visible":
            self.grids[-1].hidden_columns.append((self._column_number + 1, self._column_number + times))
        self._column_number += times

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_times = _times(attributes, "number-rows-repeated")
        self._column, self._cells = 0, []
        visibility = attributes.get("visibility", "visible")
        if self.grids and visibility != "visible":
            first, last = self._row + 1, self._row + self._row_times
            self.grids[-1].hidden_rows.update(range(first, min(last, first + _MOST_HIDDEN) + 1))
            if visibility == "filter":
                self.grids[-1].filters.append((first, last))

    def _end_row(self) -> None:
        if self._cells:
            for row in range(self._row + 1, self._row + self._row_times + 1):
                for column, times, cell in self._cells:
                    for place in range(column, column + times):
                        self._put(row, place, cell)
        self._row += self._row_times

    def _put(self, row: int, column: int, cell: _OpenCell) -> None:
        if cell.is_covered:
            return
        grid, attributes = self.grids[-1], cell.attributes
        is_struck = attributes.get("style-name", "") in self._struck_styles
        shown, traits = unstruck(tuple(cell.runs), cell_is_struck=is_struck)
        if "formula" in attributes:
            kind = "formula" if shown else "formula_no_result"
            traits = (*traits, Trait(kind, attributes["formula"][:40]))  # type: ignore[arg-type]
        if attributes.get("value-type") in {"float", "currency", "percentage"} and "value" in attributes:
            text, lost = _number(shown, attributes)
            grid.put((row, column), text, (*traits, lost) if lost else traits)
        elif _ERRORS.fullmatch(shown.strip()):
            grid.put((row, column), "", (Trait("cell_error", shown.strip()),))
        elif not shown and cell.has_picture:
            grid.put((row, column), "", (Trait("picture"),))
        elif attributes.get("value-type") == "date":
            grid.put((row, column), attributes.get("date-value", shown).replace("T", " "), traits)
        elif attributes.get("value-type") == "boolean":
            grid.put((row, column), "是" if attributes.get("boolean-value") == "true" else "否", traits)
        else:
            grid.put_text((row, column), shown, traits)
        bottom, right = _times(attributes, "number-rows-spanned"), _times(attributes, "number-columns-spanned")
        if bottom > 1 or right > 1:
            grid.merged.append(((row, column), (row + bottom - 1, column + right - 1)))


def _number(shown: str, attributes: Mapping[str, str]) -> tuple[str, Trait | None]:
    """Give a number as it is shown, with all the digits that are stored, but without marks between thousands."""
    plain, lost = plain_number(attributes["value"])
    found = _NUMBER.search(shown)
    if lost or found is None or _SCIENTIFIC.search(shown):
        return plain, lost
    if attributes["value-type"] == "percentage":
        return format((Decimal(plain) * 100).normalize(), "f") + "%", None
    digits = found[0].replace(",", "")
    is_padded = len(digits) > 1 and digits.startswith("0") and not digits.startswith("0.")
    before, after = shown[: found.start()], shown[found.end() :]
    if _NUMBER.search(after) or is_padded:
        return shown.replace(",", "").strip(), None
    sign = "-" if plain.startswith("-") else ""
    before, after = before.strip("( -"), after.strip(") ")
    if before in {"¥", "￥"}:
        before, after = "", after or "元"
    return f"{sign}{before}{plain.removeprefix('-')}{after}", None


def _times(attributes: Mapping[str, str], name: str) -> int:
    return min(max(int(attributes.get(name, 1)), 1), _FURTHEST_REPEAT)
