"""From the rows of a sheet to drafts of records: what each row says, and remarks on what it does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from wudan.catalog.model.values import LimitUnit
from wudan.catalog.reading.load import record_schema
from wudan.tables.citations import read_citations
from wudan.tables.columns import Column, Layout
from wudan.tables.folding import clean, fold, has_forbidden, one_line
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell
from wudan.tables.terms import term_of
from wudan.tables.values import CellRefusedError, Reading, assumed_days, node_at, read_value, says_nothing

_NO_MAIN_ITEM = frozenset({"未分类", "无", "/", "-", "—"})
_TOTALS = re.compile(r"合计|总计|小计|填表|制表|审核人|备注|说明|注")
_UNITS: tuple[str, ...] = get_args(LimitUnit)
_FEW_CELLS = 2
_WORKING_DAY_TYPES = frozenset({"行政许可", "非行政许可审批"})
# What an element that a row adds to a sequence must say.
# Texts whose lines are kept as they are; of any other the lines are joined.
_ELEMENTS: Mapping[str, tuple[str, ...]] = {"duties": ("stage", "duty"), "process": ("stage",)}
_LONG_TEXTS = frozenset({"basis_text", "rights", "supervision", "scope", "duties", "requirement", "exceptions"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row, or several rows of one item, say: data in the shape of a record, and which cell said what.

    `department` is the id of the department, empty where it could not be told. `data` holds the keys of a record
    that the table speaks of; `cells` their cells by path. `part` names the part that the row describes.
    """

    first: Cell
    department: str
    data: Mapping[str, Any]
    cells: Mapping[str, Cell] = field(default_factory=dict)
    main_item: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rows of a table are read with.

    `references` gives ids by folded name for each kind of file, departments among them. `department` and `type` hold
    for every row where they are given.
    """

    list_id: str
    references: Mapping[str, Mapping[str, str]]
    department: str = ""
    type: str = ""


def read_rows(layout: Layout, setting: Setting, remarks: list[Remark]) -> Iterator[Draft]:
    """Give a draft for each row that describes an item; what is wrong is added to `remarks`."""
    headings = tuple(column.heading.text for column in layout.columns)
    for row in range(layout.heading_row + 1, len(layout.sheet.rows) + 1):
        cells = {column.path: layout.sheet.cell(row, column.number) for column in layout.columns}
        texts = {path: clean(cell.text) for path, cell in cells.items()}
        filled = sum(bool(clean(text)) for text in layout.sheet.rows[row - 1])
        if not filled or tuple(one_line(text) for text in texts.values()) == headings:
            continue
        remarks.extend(
            Remark("characters", cell, path=path) for path, cell in cells.items() if has_forbidden(cell.text)
        )
        if says_nothing(texts["name"], {}, "name"):
            remarks.append(_nameless(layout, row, cells["name"], filled))
            continue
        yield _Row(layout, cells, texts, setting, remarks).draft()


def _nameless(layout: Layout, row: int, name: Cell, filled: int) -> Remark:
    texts = [clean(text) for text in layout.sheet.rows[row - 1]]
    is_note = filled <= _FEW_CELLS or any(_TOTALS.match(text) for text in texts if text)
    return Remark("skipped_row" if is_note else "no_name", name, path="name")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row on its way to a draft."""

    layout: Layout
    cells: Mapping[str, Cell]
    texts: Mapping[str, str]
    setting: Setting
    remarks: list[Remark]

    def draft(self) -> Draft:
        data: dict[str, Any] = {}
        said: dict[str, Cell] = {}
        for column in self._in_order():
            if column.path.startswith("@") or column.path.endswith(".unit"):
                continue
            for path, value in self._values(column, data):
                _put(data, path, value)
                said[path] = self.cells[column.path]
        if "type" not in data and self.setting.type:
            data["type"] = self.setting.type
        elif "type" in self.texts and says_nothing(self.texts["type"], {}, "type"):
            self.remarks.append(Remark("no_type", self.cells["type"], path="type"))
        self._complete(data, said)
        return Draft(
            first=self.cells["name"],
            department=self._department(),
            data=data,
            cells=said,
            main_item=self._other_name("@main_item"),
            part=self._other_name("@sub_item"),
        )

    def _in_order(self) -> list[Column]:
        """The type comes first, since it decides for what days a limit is taken; what belongs to an element, last."""
        return sorted(self.layout.columns, key=lambda column: (column.path != "type", "[]" in column.path))

    def _other_name(self, path: str) -> str:
        name = one_line(self.texts.get(path, ""))
        return "" if name in _NO_MAIN_ITEM or fold(name) == fold(self.texts["name"]) else name

    def _values(self, column: Column, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Give the values that a cell says, with their paths; most say one."""
        path, cell = column.path, self.cells[column.path]
        key = path.rpartition(".")[2]
        node = node_at(self.setting.list_id, path)
        keeps_lines = key in _LONG_TEXTS or node.get("type") == "array"
        text = self.texts[path] if keeps_lines else one_line(self.texts[path])
        if says_nothing(text, node, key):
            return
        if path == "code":
            yield path, text
            return
        if path == "basis":
            citations = read_citations(text)
            yield ("basis", citations) if citations else ("basis_text", text)
            return
        if path == "duties" and self.texts.get("duties[].stage"):
            yield "duties[].duty", text
            return
        if "[]" in path and len(data.get(path.partition("[]")[0], ())) > 1:
            self.remarks.append(Remark("no_place", cell, {"text": text}, path))
            return
        days = "工作日" if data.get("type") in _WORKING_DAY_TYPES else "自然日"
        reading = Reading(node, key, self.setting.references, self._unit(column), days)
        try:
            value = read_value(text, reading)
        except CellRefusedError as refused:
            yield from self._refused(refused, column, text)
            return
        if unit := assumed_days(text, value, reading):
            self.remarks.append(Remark("day_unit", cell, {"text": text, "unit": unit}, path))
        yield path, value

    def _refused(self, refused: CellRefusedError, column: Column, text: str) -> Iterator[tuple[str, Any]]:
        if column.path == "fee.charged" and re.search("[0-9]\\s*元", text):
            yield "fee.charged", True
            yield "fee.note", text
            return
        is_id = column.path == "id"
        message, arguments = ("malformed_id", {"id": text}) if is_id else (refused.message, refused.arguments)
        self.remarks.append(Remark(message, self.cells[column.path], arguments, column.path))

    def _unit(self, column: Column) -> str:
        """Give the unit that a column of its own or the heading states."""
        written = self.texts.get(f"{column.path}.unit", "") or column.unit
        return term_of(written, "unit", _UNITS) or ""

    def _complete(self, data: dict[str, Any], said: dict[str, Cell]) -> None:
        """Leave out structures that lack a key which must be there, and say which columns would complete them."""
        for key in [key for key, value in data.items() if isinstance(value, dict)]:
            missing = _missing(self.setting.list_id, key, data[key])
            if missing:
                del data[key]
                paths = [path for path in said if path.partition(".")[0].removesuffix("[]") == key]
                self.remarks.append(Remark("incomplete", said[paths[0]], {"missing": missing}, paths[0]))
        for key, needed in _ELEMENTS.items():
            if any(name not in element for element in data.get(key, ()) for name in needed):
                del data[key]
                path = next(path for path in said if path.startswith(f"{key}[]"))
                self.remarks.append(Remark("no_place", said[path], {"text": self.texts.get(path, "")}, path))

    def _department(self) -> str:
        given = self.setting.department
        name = one_line(self.texts.get("@department", ""))
        found = self.setting.references["departments"].get(fold(name), "") if name else ""
        if given and found and found != given:
            self.remarks.append(
                Remark("other_department", self.cells["@department"], {"name": name, "id": found}, "@department")
            )
        elif not given and not found:
            self.remarks.append(Remark("no_department", self.cells["@department"], path="@department"))
        return given or found


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at a path; `[]` is the one element that a row adds to a sequence."""
    *steps, last = path.split(".")
    for step in steps:
        if step.endswith("[]"):
            sequence = data.setdefault(step.removesuffix("[]"), [])
            if len(sequence) != 1:
                sequence.append({})
            data = sequence[-1]
        else:
            data = data.setdefault(step, {})
    data[last] = value


def _missing(list_id: str, key: str, value: Mapping[str, Any]) -> str:
    """Give the title of a key that a structure must have and lacks, or an empty text."""
    structure = str(node_at(list_id, key).get("$ref", "")).rpartition("/")[2]
    for name in record_schema(list_id)["$defs"].get(structure, {}).get("required", ()):
        if name not in value:
            return str(node_at(list_id, f"{key}.{name}").get("title", name))
    return ""
