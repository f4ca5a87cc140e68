"""The data dictionary: every key of the catalog, as the model describes it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from wudan.catalog.model.kinds import KINDS, FileKind
from wudan.catalog.model.schema import schema_of
from wudan.site.parts.link import Link
from wudan.site.parts.page import Page
from wudan.site.parts.site import HOME, Site

_TYPES = {"string": "文字", "integer": "整数", "number": "数字", "boolean": "是或否", "object": "键值"}


class KeyRow(msgspec.Struct, frozen=True):
    """One key: its label, what it holds, whether it must be given, the national element it answers to."""

    key: str
    title: str
    description: str
    holds: str
    model: str
    example: str
    element: str
    required: bool


class ModelTable(msgspec.Struct, frozen=True):
    """The keys of one structure; `title` is how it is called where it is used."""

    id: str
    title: str
    place: str
    rows: tuple[KeyRow, ...]


def dictionary_pages(site: Site) -> Iterator[Page]:
    """Give the page of the data dictionary."""
    kinds, shared = _tables()
    yield Page(
        address="data/dictionary/",
        title="数据字典",
        description="目录文件的全部字段：键名、名称、说明、示例、是否必填，以及对应的国家标准要素。",
        template="dictionary",
        context={
            "imprint": site.imprint,
            "trail": (HOME, Link("help/", "帮助")),
            "kinds": kinds,
            "shared": shared,
        },
        section="help",
    )


def _tables() -> tuple[tuple[ModelTable, ...], tuple[ModelTable, ...]]:
    kinds: list[ModelTable] = []
    shared: dict[str, ModelTable] = {}
    for kind in KINDS.values():
        schema = schema_of(kind.id)
        root = kind.model.__name__
        kinds.append(ModelTable(root, kind.zh, _place(kind), _rows(schema["$defs"][root])))
        for model, definition in schema["$defs"].items():
            if model != root:
                shared.setdefault(model, ModelTable(model, _title(schema, model), "", _rows(definition)))
    return tuple(kinds), tuple(shared.values())


def _place(kind: FileKind) -> str:
    return f"catalog/{kind.place}" + ("*.yml" if kind.place.endswith("/") else "")


def _rows(definition: Mapping[str, Any]) -> tuple[KeyRow, ...]:
    required = definition.get("required", ())
    return tuple(_row(key, schema, key in required) for key, schema in definition["properties"].items())


def _row(key: str, schema: Mapping[str, Any], required: bool) -> KeyRow:
    holds, model = _holds(schema)
    return KeyRow(
        key=key,
        title=schema["title"],
        description=schema["description"] if schema.get("description") != schema.get("title") else "",
        holds=holds,
        model=model,
        example=_example(schema),
        element=schema.get("x-element", ""),
        required=required,
    )


def _holds(schema: Mapping[str, Any]) -> tuple[str, str]:
    """Say what a key holds, and give the name of the structure, if it holds one."""
    inner = schema.get("items", schema) if schema.get("type") == "array" else schema
    many = "，可以有多个" if inner is not schema else ""
    if reference := inner.get("$ref", ""):
        return many.removeprefix("，"), reference.rpartition("/")[2]
    if "enum" in inner:
        return "、".join(str(value) for value in inner["enum"]) + ("（可以多选）" if many else ""), ""
    if "const" in inner:
        return f"固定为 {inner['const']}", ""
    return _TYPES.get(inner.get("type", ""), "文字") + many, ""


def _example(schema: Mapping[str, Any]) -> str:
    examples = schema.get("examples", ())
    if not examples:
        return ""
    example = examples[0]
    if isinstance(example, bool):
        return "true" if example else "false"
    if isinstance(example, (str, int, float)):
        return str(example)
    return msgspec.json.encode(example).decode()


def _title(schema: Mapping[str, Any], model: str) -> str:
    """Find the label under which a structure is first used."""
    for definition in schema["$defs"].values():
        for inner in definition["properties"].values():
            found = inner.get("items", inner)
            if str(found.get("$ref", "")).endswith(f"/{model}"):
                return str(inner["title"])
    return model
