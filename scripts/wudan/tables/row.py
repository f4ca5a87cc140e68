"""One row on its way to a draft: each column's cell read by what its key asks for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from wudan.catalog.characters import LOOKALIKES
from wudan.catalog.model.shape import shape_of
from wudan.catalog.model.values import LimitUnit
from wudan.tables.balance import Ledger
from wudan.tables.citations import read_citations
from wudan.tables.columns import Column, Layout
from wudan.tables.departments import Attribution
from wudan.tables.drafts import Draft
from wudan.tables.folding import clean, fold, one_line
from wudan.tables.parts import part_names
from wudan.tables.refusal import CellRefusedError
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell
from wudan.tables.terms import term_of
from wudan.tables.values import Reading, assumed_days, node_at, read_value, says_elsewhere, says_nothing

_NO_MAIN_ITEM = frozenset({"未分类", "无", "/", "-", "—"})
_UNITS: tuple[str, ...] = get_args(LimitUnit)
_WORKING_DAY_TYPES = frozenset({"行政许可", "非行政许可审批"})
# What an element that a row adds to a sequence must say.
_ELEMENTS: Mapping[str, tuple[str, ...]] = {
    "duties": ("stage", "duty"),
    "process": ("stage",),
    "accountability": ("situation",),
}
# Texts whose lines are kept as they are; of any other the lines are joined.
_LONG_TEXTS = frozenset({"basis_text", "rights", "supervision", "scope", "duties", "requirement", "exceptions"})
_BASE_CODE = re.compile(r"[0-9A-Z]{12}", re.ASCII)
_NO_CODE = re.compile(r"\s|\A['‘’]")  # blanks, and the mark by which a clerk made a number a text
_RETYPED = {ord(character): plain for character, plain in LOOKALIKES.items()}
_JOINT_LISTS = frozenset({"approvals", "powers"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rows of a table are read with.

    `references` gives ids by folded name for each kind of file, departments among them. `department` and `type` hold
    for every row where they are given.
    """

    list_id: str
    references: Mapping[str, Mapping[str, str]]
    bodies: Attribution
    department: str = ""
    type: str = ""


class Row:
    """One row: its cells by path, their texts, and where to write what is to be said and what was taken."""

    def __init__(
        self, layout: Layout, cells: Mapping[str, Cell], setting: Setting, remarks: list[Remark], ledger: Ledger
    ) -> None:
        self._layout = layout
        self._cells = cells
        self._texts = {path: clean(cell.text) for path, cell in cells.items()}
        self._setting = setting
        self._remarks = remarks
        self._ledger = ledger

    def draft(self) -> Draft:
        """Give what the row says."""
        data: dict[str, Any] = {}
        said: dict[str, Cell] = {}
        for column in self._in_order():
            if column.path.startswith("@"):
                self._ledger.take(self._cells[column.path])
                continue
            if column.path.endswith(".unit"):
                if column.path.removesuffix(".unit") in self._cells:
                    self._ledger.take(self._cells[column.path])
                continue
            for path, value in self._values(column, data):
                _put(data, path, value)
                said[path] = self._cells[column.path]
                self._ledger.take(self._cells[column.path])
        if "type" not in data and self._setting.type:
            data["type"] = self._setting.type
        elif "type" in self._texts and says_nothing(self._texts["type"], {}, "type"):
            self._say("no_type", "type")
        self._complete_elements(data, said)
        department, joint = self._departments()
        if joint:
            data["bodies"] = {**data.get("bodies", {}), "joint": joint}
            said["bodies.joint"] = self._cells["@department"]
        return Draft(
            first=self._cells["name"],
            department=department,
            data=data,
            cells=said,
            main_item=self._other_name("@main_item"),
            parts=self._parts(),
            rows=(self._cells["name"],),
        )

    def _say(self, message: str, path: str, arguments: Mapping[str, object] | None = None) -> None:
        self._remarks.append(Remark(message, self._cells[path], arguments or {}, path))

    def _in_order(self) -> list[Column]:
        """The type comes first, since it decides for what days a limit is taken; what belongs to an element, last."""
        return sorted(self._layout.columns, key=lambda column: (column.path != "type", "[]" in column.path))

    def _parts(self) -> tuple[str, ...]:
        """Give the parts that the row describes: a cell may list several."""
        return part_names(self._texts["@sub_item"]) if self._other_name("@sub_item") else ()

    def _other_name(self, path: str) -> str:
        name = one_line(self._texts.get(path, ""))
        if says_elsewhere(name):
            self._say("no_content", path, {"text": name})
            return ""
        return "" if name in _NO_MAIN_ITEM or fold(name) == fold(self._texts["name"]) else name

    def _values(self, column: Column, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Give the values that a cell says, with their paths; most say one."""
        path = column.path
        key = path.rpartition(".")[2]
        node = node_at(self._setting.list_id, path)
        keeps_lines = key in _LONG_TEXTS or node.get("type") == "array"
        text = self._texts[path] if keeps_lines else one_line(self._texts[path])
        if says_nothing(text, node, key):
            self._ledger.take(self._cells[path])
            return
        if says_elsewhere(text):
            self._say("no_content", path, {"text": text})
            return
        if _is_formal(self._setting.list_id, path):
            text = text.translate(_RETYPED)
        if path == "code":
            yield self._code(text)
        elif path == "basis":
            citations = read_citations(text)
            yield ("basis", citations) if citations else ("basis_text", text)
        elif path == "duties" and self._texts.get("duties[].stage"):
            yield "duties[].duty", text
        elif "[]" in path and len(data.get(path.partition("[]")[0], ())) > 1:
            self._say("no_place", path, {"text": text})
        else:
            yield from self._read(column, node, text, data)

    def _code(self, text: str) -> tuple[str, str]:
        """Give a code under its key: one of twelve characters is the base code, whatever the heading calls it."""
        text = _NO_CODE.sub("", text)
        if not _BASE_CODE.fullmatch(text) or self._texts.get("base_code"):
            return "code", text
        self._say("base_code", "code", {"text": text})
        return "base_code", text

    def _read(
        self, column: Column, node: Mapping[str, Any], text: str, data: Mapping[str, Any]
    ) -> Iterator[tuple[str, Any]]:
        days = "工作日" if data.get("type") in _WORKING_DAY_TYPES else "自然日"
        key = column.path.rpartition(".")[2]
        reading = Reading(node, key, self._setting.references, self._unit(column), days)
        try:
            value = read_value(text, reading)
        except CellRefusedError as refused:
            yield from self._refused(refused, column, text)
            return
        for message, arguments in reading.notes:
            self._say(message, column.path, arguments)
        if unit := assumed_days(text, value, reading):
            self._say("day_unit", column.path, {"text": text, "unit": unit})
        yield column.path, value

    def _refused(self, refused: CellRefusedError, column: Column, text: str) -> Iterator[tuple[str, Any]]:
        if column.path == "fee.charged" and re.search("[0-9]\\s*元", text):
            yield "fee.charged", True
            yield "fee.note", text
            return
        is_id = column.path == "id"
        message, arguments = ("malformed_id", {"id": text}) if is_id else (refused.message, refused.arguments)
        self._say(message, column.path, arguments)

    def _unit(self, column: Column) -> str:
        """Give the unit that a column of its own or the heading states."""
        written = self._texts.get(f"{column.path}.unit", "") or column.unit
        return term_of(written, "unit", _UNITS) or ""

    def _complete_elements(self, data: dict[str, Any], said: dict[str, Cell]) -> None:
        """Leave out elements of sequences that do not say what an element must, such as an office without a stage."""
        for key, needed in _ELEMENTS.items():
            if all(name in element for element in data.get(key, ()) for name in needed):
                continue
            del data[key]
            for path in [path for path in said if path.partition("[]")[0] == key]:
                column = path if path in self._cells else key
                self._say("no_place", column, {"text": self._texts.get(column, "")})
                del said[path]

    def _departments(self) -> tuple[str, list[str]]:
        """Give the department of the row, and the others that its cell names."""
        given = self._setting.department
        name = one_line(self._texts.get("@department", ""))
        found = self._setting.bodies.ids_of(name) if name else ()
        if given and found and found[0] != given:
            self._say("other_department", "@department", {"name": name, "id": found[0]})
        elif given and name and not found and not says_nothing(name, {}, ""):
            self._say("given_department", "@department", {"name": name, "id": given})
        elif not given and not found:
            if name and not says_nothing(name, {}, ""):
                self._say("not_a_body", "@department", {"text": name})
            else:
                self._say("no_department", "@department")
        others = [id_ for id_ in found[1:] if id_ not in (given, found[0])]
        if others:
            can_hold = self._setting.list_id in _JOINT_LISTS
            arguments = {"text": name, "first": found[0]}
            self._say("joint_bodies" if can_hold else "joint_untaken", "@department", arguments)
            return given or found[0], others if can_hold else []
        return given or (found[0] if found else ""), []


@cache
def _is_formal(list_id: str, path: str) -> bool:
    shape = shape_of(list_id)
    for step in path.split("."):
        shape = shape.below(step.removesuffix("[]"))
        if step.endswith("[]"):
            shape = shape.below(0)
    return shape.is_formal


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
    if isinstance(value, dict) and isinstance(data.get(last), dict):
        value = {**data[last], **value}
    data[last] = value
