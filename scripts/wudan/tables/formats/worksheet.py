"""Reads one sheet of an xlsx workbook: cells, merged cells, and what is hidden by hand or by a filter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wudan.tables.formats.grid import Grid, is_picture
from wudan.tables.formats.number_format import write_number, write_text
from wudan.tables.formats.shared_texts import RunsHandler, SharedText, unescaped, unstruck
from wudan.tables.formats.styles import Styles
from wudan.tables.formats.xml_events import Handler
from wudan.tables.sheet import Place, Trait, column_number

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_TRUE = frozenset({"1", "true"})
_ISO_MIDNIGHT = re.compile("T00:00(:00(\\.0+)?)?Z?$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the cells of a workbook are read with: styles, shared texts, the epoch of dates.

    `is_uncalculated` says that results are due to be computed when the workbook is opened.
    """

    styles: Styles = field(default_factory=Styles)
    texts: Sequence[SharedText] = ()
    from_1904: bool = False
    is_uncalculated: bool = False


@dataclass(slots=True)
class FilterHandler(Handler):
    """Finds the filters that are in force, in a sheet or in one of its tables."""

    grid: Grid
    reference: str = ""
    is_filtered: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if name == "sheetPr" and attributes.get("filterMode") in _TRUE:
            self.is_filtered = True
        elif name == "autoFilter":
            self.reference = attributes.get("ref", "")
        elif name == "filterColumn":
            self.is_filtered = True

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "autoFilter" and self.is_filtered:
            (top, _), (bottom, _) = area(self.reference)
            self.grid.filters.append((top + 1, bottom))


class WorksheetHandler(Handler):
    """Puts the cells of a worksheet into a grid."""

    def __init__(self, grid: Grid, setting: Setting) -> None:
        self._grid = grid
        self._setting = setting
        self._filter = FilterHandler(grid)
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._collected: list[str] | None = None
        self._runs: RunsHandler | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if self._runs is not None:
            self._runs.start(name, attributes)
        elif name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._collected = self._value
        elif name == "f":
            self._collected = self._formula = []
        elif name == "is":
            self._runs = RunsHandler()
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._grid.merged.append(area(attributes.get("ref", "")))
        elif name == "col":
            self._start_column(attributes)
        else:
            self._filter.start(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in {"v", "f"}:
            self._collected = None
        elif name == "c":
            self._put()
            self._runs = None
        elif self._runs is not None:
            self._runs.end(name)
        else:
            self._filter.end(name)

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._collected is not None:
            self._collected.append(text)
        elif self._runs is not None:
            self._runs.data(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht")):
            self._grid.hidden_rows.add(self._row)

    def _start_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width")):
            self._grid.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = place_of(attributes["r"])
        else:
            self._column += 1
        if self._row < 1:
            raise ValueError(attributes)
        self._cell, self._value, self._formula = attributes, [], None

    def _put(self) -> None:
        place = (self._row, self._column)
        kind, value = self._cell.get("t", "n"), "".join(self._value)
        style = int(self._cell.get("s", 0))
        if kind == "inlineStr":
            self._put_runs(place, self._runs.taken() if self._runs else (), style)
        elif kind == "s" and value:
            index = int(value)
            if not 0 <= index < len(self._setting.texts):
                raise ValueError(value)
            self._put_runs(place, self._setting.texts[index], style)
        elif self._formula is not None and self._has_no_result(kind, value):
            self._grid.put(place, "", (Trait("formula_no_result", "=" + "".join(self._formula)[:40]),))
        elif value:
            self._put_value(place, kind, value, style)

    def _has_no_result(self, kind: str, value: str) -> bool:
        """A program that writes formulas without computing them writes no result, or 0 and a note to compute it."""
        return (not value and kind != "str") or (value == "0" and self._setting.is_uncalculated)

    def _put_runs(self, place: Place, runs: SharedText, style: int) -> None:
        text, traits = unstruck(runs, cell_is_struck=self._setting.styles.is_struck(style))
        if text:
            text = write_text(text, self._setting.styles.format_of(style))
            self._grid.put_text(place, text, (*traits, *self._formula_trait()))

    def _put_value(self, place: Place, kind: str, value: str, style: int) -> None:
        traits = self._formula_trait()
        if kind == "e":
            # A picture placed in a cell is stored as an error with a value of a richer kind behind it.
            shown = Trait("picture") if "vm" in self._cell else Trait("cell_error", value)
            self._grid.put(place, "", (shown,))
            return
        code = self._setting.styles.format_of(style)
        if kind == "n":
            value, lost = write_number(value.strip(), code, from_1904=self._setting.from_1904)
            traits = (lost, *traits) if lost else traits
        elif kind == "b":
            value = "是" if value.strip() in _TRUE else "否"
        elif kind == "d":
            value = _ISO_MIDNIGHT.sub("", value).replace("T", " ")
        else:
            value = write_text(unescaped(value), code)
        if self._setting.styles.is_struck(style):
            traits = (Trait("struck", value), *traits)
        (self._grid.put if kind == "n" else self._grid.put_text)(place, value, traits)

    def _formula_trait(self) -> tuple[Trait, ...]:
        if self._formula is None:
            return ()
        formula = "".join(self._formula)
        return (Trait("picture", formula[:40]) if is_picture(formula) else Trait("formula", formula[:40]),)


def place_of(reference: str) -> Place:
    """Give row and column of a reference such as C12. Raises ValueError where it is none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None or not int(found[2]):
        raise ValueError(reference)
    return int(found[2]), column_number(found[1])


def area(reference: str) -> tuple[Place, Place]:
    """Give first and last cell of a reference such as A1:C12. Raises ValueError where it is none."""
    first, _, last = reference.partition(":")
    top, bottom = place_of(first), place_of(last or first)
    return (min(top[0], bottom[0]), min(top[1], bottom[1])), (max(top[0], bottom[0]), max(top[1], bottom[1]))


def _is_zero(size: str | None) -> bool:
    return size is not None and float(size) == 0
