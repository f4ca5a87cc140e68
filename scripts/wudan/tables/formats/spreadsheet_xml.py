"""Reads XML spreadsheets of Excel 2002 and 2003 (SpreadsheetML); many systems write them and call them `.xls`."""

import re
from dataclasses import dataclass, field
from typing import Any

from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.formats.number_format import write_number, write_text
from wudan.tables.formats.shared_texts import unstruck
from wudan.tables.formats.xml_events import Handler, read_xml
from wudan.tables.sheet import Sheet, TableRefusedError, Trait

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"

_NAMED_FORMATS = {
    "Percent": "0.00%",
    "Short Date": "yyyy-m-d",
    "Medium Date": "yyyy-m-d",
    "Long Date": "yyyy-m-d",
    "General Date": "yyyy-m-d h:mm",
    "Short Time": "h:mm",
    "Medium Time": "h:mm",
    "Long Time": "h:mm:ss",
}
_MIDNIGHT = re.compile(r"T00:00(:00(\.0+)?)?Z?$")
_FRACTION = re.compile(r"\.0+$")
_FURTHEST = 1_048_576


def read_spreadsheet_xml(text: str) -> tuple[Sheet, ...]:
    """Give the sheets of an XML spreadsheet. Raises TableRefusedError where it is broken or larger than is allowed."""
    handler = _BookHandler()
    read_xml(text, handler, "Workbook")
    if not handler.grids:
        raise TableRefusedError("not_table")
    return tuple(grid.sheet() for grid in handler.grids)


@dataclass(slots=True)
class _OpenCell:
    attributes: dict[str, str]
    kind: str = ""
    runs: list[tuple[str, bool | None]] = field(default_factory=list)


class _BookHandler(Handler):
    """Puts the cells of an XML spreadsheet into grids."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self._budget = Budget()
        self._formats: dict[str, str] = {}
        self._struck: set[str] = set()
        self._style = ""
        self._row = self._column = self._column_number = 0
        self._cell: _OpenCell | None = None
        self._in_data = self._in_comment = False
        self._strikes = 0
        self._state = False
        self._setting: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        starts: Any = {
            "Style": self._start_style,
            "NumberFormat": self._start_format,
            "Font": self._start_font,
            "Worksheet": self._start_sheet,
            "Column": self._start_column,
            "Row": self._start_row,
            "Cell": self._start_cell,
            "Data": self._start_data,
            "AutoFilterColumn": self._start_filter,
        }.get(name)
        if name in {"Comment", "PhoneticText"}:
            self._in_comment = True
        elif name in {"S", "Del"} and self._in_data:
            self._strikes += 1
        elif name == "Visible":
            self._setting = []
        elif starts and not self._in_comment:
            starts(attributes)

    def end(self, name: str) -> None:
        if name in {"Comment", "PhoneticText"}:
            self._in_comment = False
        elif name in {"S", "Del"} and self._in_data:
            self._strikes -= 1
        elif name == "Data" and not self._in_comment:
            self._in_data = False
        elif name == "Cell" and self._cell is not None:
            self._put(self._cell)
            self._cell = None
        elif name == "Visible" and self.grids:
            self.grids[-1].is_hidden = "".join(self._setting or ()).strip() in {"SheetHidden", "SheetVeryHidden"}
            self._setting = None

    def data(self, text: str) -> None:
        if self._setting is not None:
            self._setting.append(text)
        elif self._in_data and not self._in_comment and self._cell is not None:
            self._cell.runs.append((text, True if self._strikes else None))

    def _start_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("ID", "")

    def _start_format(self, attributes: dict[str, str]) -> None:
        code = attributes.get("Format", "")
        is_general = code in {"General", "General Number", "Fixed", "Standard", "Currency", "Scientific"}
        self._formats[self._style] = "" if is_general else _NAMED_FORMATS.get(code, code)

    def _start_font(self, attributes: dict[str, str]) -> None:
        if self._cell is None and attributes.get("StrikeThrough") == "1":
            self._struck.add(self._style)

    def _start_sheet(self, attributes: dict[str, str]) -> None:
        self.grids.append(Grid(attributes.get("Name", ""), self._budget))
        self._row = self._column_number = 0

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = int(attributes.get("Index", self._column_number + 1))
        self._column_number = first + int(attributes.get("Span", 0))
        if attributes.get("Hidden") == "1" and self.grids:
            self.grids[-1].hidden_columns.append((first, self._column_number))

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("Index", self._row + 1))
        self._column = 0
        if not self.grids or not 0 < self._row <= _FURTHEST:
            raise ValueError(attributes)
        if attributes.get("Hidden") == "1":
            self.grids[-1].hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._column = int(attributes.get("Index", self._column + 1))
        if self._row < 1 or self._column < 1:
            raise ValueError(attributes)
        self._cell = _OpenCell(attributes)

    def _start_data(self, attributes: dict[str, str]) -> None:
        if self._cell is not None:
            self._cell.kind = attributes.get("Type", "String")
            self._in_data, self._strikes = True, 0

    def _start_filter(self, attributes: dict[str, str]) -> None:
        if self.grids and attributes.get("Type", "All") != "All":
            self.grids[-1].filters.append((2, _FURTHEST))

    def _put(self, cell: _OpenCell) -> None:
        grid, place = self.grids[-1], (self._row, self._column)
        style = cell.attributes.get("StyleID", "")
        shown, traits = unstruck(tuple(cell.runs), cell_is_struck=style in self._struck)
        code = self._formats.get(style, "")
        if formula := cell.attributes.get("Formula"):
            has_result = cell.kind == "String" or shown.strip()
            traits = (*traits, Trait("formula" if has_result else "formula_no_result", formula[:40]))
        if cell.kind == "Error":
            grid.put(place, "", (Trait("cell_error", shown.strip()),))
        elif cell.kind == "Number" and shown.strip():
            text, lost = write_number(shown.strip(), code)
            grid.put(place, text, (*traits, lost) if lost else traits)
        elif cell.kind == "DateTime":
            grid.put(place, _FRACTION.sub("", _MIDNIGHT.sub("", shown.strip())).replace("T", " "), traits)
        elif cell.kind == "Boolean":
            grid.put(place, "是" if shown.strip() == "1" else "否", traits)
        elif shown or traits:
            grid.put_text(place, write_text(shown, code), traits)
        across, down = int(cell.attributes.get("MergeAcross", 0)), int(cell.attributes.get("MergeDown", 0))
        if across > 0 or down > 0:
            grid.merged.append((place, (self._row + max(down, 0), self._column + max(across, 0))))
        self._column += max(across, 0)
