"""What a cell says, as the value of a key: the schema of the key decides how its text is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from wudan.catalog.model.field import DATE
from wudan.catalog.reading.load import record_schema
from wudan.likeness import WORD, nearest
from wudan.tables.citations import read_citations, read_document
from wudan.tables.duties import read_duties
from wudan.tables.enumerations import list_entries, split_outside
from wudan.tables.folding import fold
from wudan.tables.handling import read_handling
from wudan.tables.limits import read_length, states_day, why_unread
from wudan.tables.process import read_process
from wudan.tables.refusal import CellRefusedError
from wudan.tables.terms import nearest_term, split_terms, term_of, without_remark

_YES = frozenset({"是", "有", "收费", "收取", "涉及", "true", "yes", "y", "1", "√"})
_NO = frozenset({"否", "无", "不收费", "不收取", "免费", "不涉及", "没有", "false", "no", "n", "0", "×"})
_NOTHING = frozenset({"/", "\\", "-", "--", "—", "——", "–", "n/a", "null", "none", "暂无", "空"})
# Words that stand for what is said elsewhere, or not yet.
_ELSEWHERE = re.compile(
    r"同(?:上|前|左)[栏行项格]?|[〃″]"
    r"|(?:详?见|参见|详情见)(?:附[件表图]|流程图|(?:办事|服务)指南|备注|[上下]文|[上下]表|另表|后附)[^。；\n]{0,6}"
    r"|[待暂](?:定|补充?|核实|填报?|确认|完善|报|查)"
)
_ITEMS = ";；\n"
_LIST_ITEMS = "、;；\n"
_DATE_PARTS = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: 00:00:00)?")
_DECIMAL = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)个?(工作日|自然日|小时)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell is read with: the schema node of its key, the key, ids by folded name for each kind of file.

    `unit` is the unit that the heading or another cell of the row states, `days` the one that 日 and 天 are taken for.
    What is to be said about a cell that was read all the same is added to `notes`: a message and its arguments.
    """

    node: Mapping[str, Any]
    key: str
    references: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unit: str = ""
    days: str = "工作日"
    notes: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)


def node_at(list_id: str, path: str) -> Mapping[str, Any]:
    """Give the schema node of a path in the records of a list. Raises KeyError when there is none."""
    schema = record_schema(list_id)
    node: Mapping[str, Any] = schema
    for step in path.split("."):
        node = schema["$defs"][_name(node)]["properties"][step.removesuffix("[]")]
        if step.endswith("[]"):
            node = node["items"]
    return node


def says_nothing(text: str, node: Mapping[str, Any], key: str) -> bool:
    """Say whether a cell is empty, or holds one of the marks by which people leave a cell empty."""
    if not text or fold(text) in _NOTHING:
        return True
    can_say_none = key == "quota" or node.get("type") == "boolean" or "无" in node.get("enum", ())
    return text == "无" and not can_say_none


def says_elsewhere(text: str) -> bool:
    """Say whether a cell only points to where its content stands, or that there is none yet: 同上, 见附件, 待定."""
    return _ELSEWHERE.fullmatch(text.strip("（）()。 ")) is not None


def read_value(text: str, reading: Reading) -> Any:
    """Give the value of a cell. Raises CellRefusedError where the text is no such value."""
    node = reading.node
    if "enum" in node:
        return _term(text, reading, node["enum"])
    if node.get("type") == "array":
        return _sequence(text, reading)
    if name := _name(node):
        return _STRUCTS[name](text, reading)
    return _SCALARS[node.get("type", "string")](text, reading)


def assumed_days(text: str, value: Any, reading: Reading) -> str:
    """Give the unit that was assumed for a limit whose cell says 日 or 天 alone; empty where nothing was."""
    length = read_length(text) if _name(reading.node) == "Limit" else None
    if length is None or length.unit or reading.unit or not states_day(text):
        return ""
    return str(value["unit"])


def _name(node: Mapping[str, Any]) -> str:
    return str(node.get("$ref", "")).rpartition("/")[2]


def _term(text: str, reading: Reading, allowed: list[str]) -> str:
    if term := term_of(text, reading.key, allowed):
        return term
    bare = without_remark(text)
    if bare and (term := term_of(bare, reading.key, allowed)):
        reading.notes.append(("term_remark", {"text": text, "term": term}))
        return term
    near = nearest_term(text, allowed)
    raise CellRefusedError("near_term" if near else "term", text=text, near=near, allowed="、".join(allowed))


def _sequence(text: str, reading: Reading) -> list[Any]:
    items = reading.node["items"]
    if "enum" in items:
        return list(dict.fromkeys(_term(part, reading, items["enum"]) for part in split_terms(text)))
    if not (name := _name(items)):
        one = replace(reading, node=items)
        parts = (part.strip() for part in split_outside(text, _LIST_ITEMS))
        return list(dict.fromkeys(_text(part, one) for part in parts if part))
    if name in _NAMED:
        listed = list_entries(text, _ITEMS)
        if listed.lead:
            reading.notes.append(("lead_line", {"text": listed.lead}))
        if listed.closing:
            reading.notes.append(("closing_line", {"text": listed.closing}))
        return [{_NAMED[name]: entry} for entry in dict.fromkeys(listed.entries)]
    if name in _SEQUENCES:
        return _SEQUENCES[name](text, reading)
    raise CellRefusedError("no_place", text=text)


def _duties(text: str, reading: Reading) -> list[Any]:  # noqa: ARG001
    if duties := read_duties(text):
        return duties
    raise CellRefusedError("duties")


_SEQUENCES: Mapping[str, Callable[[str, Reading], list[Any]]] = {
    "Citation": lambda text, _: read_citations(text) or [],
    "Duty": _duties,
    "Handling": lambda text, reading: read_handling(text, reading.references.get("places", {}), reading.notes),
    "Stage": lambda text, reading: read_process(text, reading.notes),
}


# Structures of which a list in one cell can give the name alone.
_NAMED = {
    "Material": "name",
    "Condition": "text",
    "SpecialProcedure": "name",
    "Accountability": "situation",
}


def _limit(text: str, reading: Reading) -> dict[str, Any]:
    length = read_length(text)
    if length is None:
        raise CellRefusedError(why_unread(text), text=text)
    if length.remark:
        reading.notes.append(("limit_remark", {"text": text, "remark": length.remark}))
    unit = length.unit or reading.unit or (reading.days if states_day(text) else "")
    if not unit:
        raise CellRefusedError("limit_unit", text=text)
    return {"count": length.count, "unit": unit}


def _mean(text: str, reading: Reading) -> dict[str, Any]:
    found = _DECIMAL.fullmatch(re.sub(r"\s", "", text))
    unit = (found[2] if found else "") or reading.unit
    if not found or not unit:
        raise CellRefusedError("limit", text=text)
    return {"count": _plain(found[1]), "unit": unit}


def _text(text: str, reading: Reading) -> str:
    node = reading.node
    if target := node.get("x-ref"):
        return _referred(text, reading.references.get(target, {}))
    if node.get("pattern") == DATE:
        if not (found := _DATE_PARTS.fullmatch(text)):
            raise CellRefusedError("date", text=text)
        text = _day(text, *map(int, found.groups()))
    elif "pattern" in node and not re.search(node["pattern"], text):
        raise CellRefusedError("form", text=text)
    if len(text) > node.get("maxLength", len(text)):
        raise CellRefusedError("too_long", count=len(text), limit=node["maxLength"])
    return text


def _day(text: str, year: int, month: int, day: int) -> str:
    """Give a day of the calendar as YYYY-MM-DD. Raises CellRefusedError for 31 February and the like."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise CellRefusedError("date", text=text) from None


def _referred(text: str, known: Mapping[str, str]) -> str:
    if id_ := known.get(fold(text)):
        return id_
    near = nearest(fold(text), known, WORD)
    raise CellRefusedError("near_reference" if near else "reference", text=text, near=near)


def _boolean(text: str, reading: Reading) -> bool:  # noqa: ARG001
    folded = fold(text)
    if folded in _YES | _NO:
        return folded in _YES
    raise CellRefusedError("yes_no", text=text)


def _number(text: str, reading: Reading) -> int | float:
    folded = fold(text).removesuffix("次").removesuffix("元")
    found = re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,6})?", folded)
    value = _plain(folded) if found else None
    if value is None or (reading.node.get("type") == "integer" and not isinstance(value, int)):
        raise CellRefusedError("number", text=text)
    if not reading.node.get("minimum", value) <= value <= reading.node.get("maximum", value):
        raise CellRefusedError("number", text=text)
    return value


def _plain(digits: str) -> int | float:
    number = float(digits)
    return int(number) if number.is_integer() else number


def _document(text: str, reading: Reading) -> dict[str, Any]:  # noqa: ARG001
    return read_document(text)


def _citation(text: str, reading: Reading) -> dict[str, Any]:  # noqa: ARG001
    """Give the first place in a law that a cell cites; one limit rests on one article."""
    citations = read_citations(text)
    if not citations or len(citations) > 1:
        raise CellRefusedError("citation", text=text)
    return citations[0]


_SCALARS: Mapping[str, Callable[[str, Reading], Any]] = {
    "string": _text,
    "boolean": _boolean,
    "integer": _number,
    "number": _number,
}
_STRUCTS: Mapping[str, Callable[[str, Reading], Any]] = {
    "Limit": _limit,
    "MeanTime": _mean,
    "Document": _document,
    "Citation": _citation,
}
