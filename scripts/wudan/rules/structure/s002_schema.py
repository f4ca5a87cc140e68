"""S002: a record breaks its schema.

Catches every violation apart: a key that does not exist (with the likely one), a key that must be there and is not,
a value of the wrong kind, a value outside the enumeration, a malformed date, number or address.

Why: the schema is the contract between the departments, the check and the website. What breaks it cannot be
compared or published. (JSON Schema 2020-12; elements of GB/T 39554.2-2020.)

Bad:

    - id: wjw-xk-003
      nmae: 公共场所卫生许可
      type: 许可

Good:

    - id: wjw-xk-003
      name: 公共场所卫生许可
      type: 行政许可
      status: 在用

中文

本条逐一查出不合数据规范的地方：键名写错（给出可能的正确写法），缺少必填的键，值的类型不对，取值不在规定范围内，日期、
数字、网址的格式不对。

为什么：数据规范是部门、检查程序和网站之间的约定。不合规范的内容无法比对，也无法公布。

怎样改：按提示改键名或者值。编辑器里把鼠标放在键上，可以看到它的说明和例子；全部键名见数据字典。
"""

from collections.abc import Iterator
from typing import Any

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.field import DATE, HTTP, ID, PRESENT
from wudan.catalog.reading.violation import Violation, nearest, violations
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_in
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words

_SHOWN_VALUES = 12


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Explain each violation in the faulty records of a file; malformed ids are left to S003."""
    document, kind = file.document, file.kind
    if document is None or kind is None:
        return
    for path in sorted(file.faulty):
        if path == () and kind.many:
            yield Problem(
                place_in(document, ()),
                message="empty" if document.data is None else "not_list",
                about=Texts((file.path,)),
            )
            continue
        record = document.value(path)
        for violation in violations(kind.id, record):
            if not (violation.keyword == "pattern" and violation.path == ("id",)):
                yield _problem(document, path, violation, kind.id, record)


def _problem(document: Document, record_path: DataPath, violation: Violation, kind_id: str, record: Any) -> Problem:
    is_key = violation.keyword == "additionalProperties"
    inner = (*violation.path, violation.key) if is_key else violation.path
    message, arguments = _describe(violation)
    identity = record.get("id") if isinstance(record, dict) else None
    return Problem(
        place_in(document, (*record_path, *inner), key=is_key),
        message=message,
        arguments={"label": _label(violation), **arguments},
        about=Texts(("/".join(map(str, inner)), message, str(arguments.get("value", "")))),
        list=kind_id,
        item=identity if isinstance(identity, str) else "",
    )


def _label(violation: Violation) -> Words:
    key = violation.key or next((step for step in reversed(violation.path) if isinstance(step, str)), "")
    schema = violation.schema["properties"][key] if violation.keyword == "required" else violation.schema
    title = schema.get("title")
    return Words(f"{title}（{key}）" if title and key else key or "这一项", key or "this value")


def _describe(violation: Violation) -> tuple[str, dict[str, object]]:
    """Choose the message for a violation, and give its arguments."""
    value, wanted = violation.value, violation.wanted
    described: tuple[str, dict[str, object]]
    match violation.keyword:
        case "additionalProperties":
            near = nearest(violation.key, violation.schema.get("properties", ()))
            described = ("near_key" if near else "unknown_key"), {"value": violation.key, "near": near}
        case "required":
            described = "missing", {"value": violation.key}
        case _ if value is None:
            described = "empty_value", {}
        case "type":
            described = "type", {"value": _shown(value), "wanted": _TYPES[wanted], "got": _type_of(value)}
        case "enum":
            described = _describe_choice(value, wanted)
        case "format":
            described = "date", {"value": _shown(value)}
        case "pattern":
            example = next(iter(violation.schema.get("examples", ())), "")
            described = _PATTERNS.get(wanted, "pattern"), {"value": _shown(value), "example": example}
        case keyword:
            bound = Words(f"{_BOUNDS.get(keyword, keyword)} {wanted}", f"{keyword} {wanted}")
            described = "bounds", {"value": _shown(value), "bound": bound}
    return described


def _describe_choice(value: Any, choices: list[Any]) -> tuple[str, dict[str, object]]:
    near = nearest(str(value), choices)
    allowed = "、".join(map(str, choices[:_SHOWN_VALUES])) + ("……" if len(choices) > _SHOWN_VALUES else "")
    arguments: dict[str, object] = {"value": _shown(value), "near": near, "allowed": allowed}
    return ("near_value" if near else "value"), arguments


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _type_of(value: Any) -> Words:
    if isinstance(value, bool):
        return _TYPES["boolean"]
    names = {int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return _TYPES[names[type(value)]]


_PATTERNS: dict[str, str] = {DATE: "date", ID: "id", HTTP: "address", PRESENT: "blank"}
_BOUNDS = {
    "minimum": "不小于",
    "maximum": "不大于",
    "maxLength": "字数不超过",
    "minItems": "项数不少于",
    "minLength": "字数不少于",
}
_TYPES = {
    "string": Words("文字", "a text"),
    "integer": Words("整数", "a whole number"),
    "number": Words("数字", "a number"),
    "boolean": Words("true 或 false", "true or false"),
    "array": Words("列表", "a list"),
    "object": Words("键和值", "keys with values"),
    "null": Words("空", "nothing"),
}


def _message(zh: str, en: str, help_zh: str, help_en: str) -> Message:
    return Message(Words(zh, en), Words(help_zh, help_en))


RULE = FileRule(
    code="S002",
    level="error",
    title=Words("不合数据规范", "Breaks the schema"),
    messages={
        "empty": _message(
            "文件没有内容。",
            "The file is empty.",
            "写入事项；暂时没有事项的，写“[]”。",
            "Write its entries, or '[]' if there are none yet.",
        ),
        "not_list": _message(
            "这个文件应当是一个列表。",
            "This file must be a list.",
            "每一项以“- ”开头。",
            "Begin each entry with '- '.",
        ),
        "near_key": _message(
            "没有“{value}”这个键，是不是“{near}”？",
            "There is no key '{value}'. Did you mean '{near}'?",
            "改成“{near}”；确实要写别的内容，查数据字典找对应的键。",
            "Write '{near}', or look the right key up in the data dictionary.",
        ),
        "unknown_key": _message(
            "没有“{value}”这个键。",
            "There is no key '{value}'.",
            "查数据字典找对应的键，或者删去。",
            "Look the right key up in the data dictionary, or remove it.",
        ),
        "missing": _message(
            "缺少{label}。",
            "The key {label} is missing.",
            "补上“{value}: …”。",
            "Add '{value}: ...'.",
        ),
        "empty_value": _message(
            "{label}没有填写。",
            "{label} has no value.",
            "填写内容；没有内容可填的，删去这个键。",
            "Give a value, or remove the key.",
        ),
        "type": _message(
            "{label}应当是{wanted}，这里是{got}“{value}”。",
            "{label} must be {wanted}; this is {got}: {value}.",
            "改成{wanted}；由数字组成的文字（如电话、编码）要加双引号。",
            "Make it {wanted}; put texts made of digits, such as phone numbers and codes, into double quotes.",
        ),
        "near_value": _message(
            "{label}不能是“{value}”，是不是“{near}”？",
            "{label} cannot be '{value}'. Did you mean '{near}'?",
            "可以填：{allowed}。",
            "One of: {allowed}.",
        ),
        "value": _message(
            "{label}不能是“{value}”。",
            "{label} cannot be '{value}'.",
            "可以填：{allowed}。",
            "One of: {allowed}.",
        ),
        "date": _message(
            "{label}“{value}”不是日期。",
            "{label} '{value}' is no date.",
            '写成“年-月-日”，这一天要真有，加双引号，如 "2015-11-20"。',
            'Write a day that exists as "2015-11-20", in double quotes.',
        ),
        "id": _message(
            "{label}“{value}”不是编号。",
            "{label} '{value}' is no id.",
            "填编号，不填名称，如 {example}。",
            "Give the id, not the name, such as {example}.",
        ),
        "address": _message(
            "{label}“{value}”不是网址。",
            "{label} '{value}' is no web address.",
            "写完整的网址，以 http:// 或 https:// 开头。",
            "Write the whole address; it begins with http:// or https://.",
        ),
        "blank": _message(
            "{label}没有填写。",
            "{label} is blank.",
            "填写内容；没有内容可填的，删去这个键。",
            "Give a value, or remove the key.",
        ),
        "pattern": _message(
            "{label}“{value}”不合格式。",
            "{label} '{value}' is malformed.",
            "例：{example}。",
            "Example: {example}.",
        ),
        "bounds": _message(
            "{label}“{value}”超出范围（应当{bound}）。",
            "{label} {value} is out of bounds ({bound}).",
            "核对数值。",
            "Check the value.",
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
)
