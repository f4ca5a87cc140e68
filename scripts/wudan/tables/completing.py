"""Structures of a record that lack a key which must be there: completed where that is sure, else left out."""

from collections.abc import Iterator, Mapping
from typing import Any

from wudan.catalog.reading.load import record_schema

_KINDS_OF_RESULT = (
    ("证照", ("证", "证书", "执照", "许可证", "登记证", "证明", "牌照")),
    ("批文", ("批复", "批文", "决定书", "决定", "意见", "意见书", "通知书", "函", "文件")),
)

Lack = tuple[str, str, Mapping[str, object]]
"""The path of a structure, the message that tells what was done about it, and its arguments."""


def complete(record: dict[str, Any], list_id: str) -> Iterator[Lack]:
    """Complete the structures of a record in place, or leave them out, and give what was done."""
    schema = record_schema(list_id)
    yield from _complete(record, schema, schema["$defs"], "")


def _complete(
    value: dict[str, Any], node: Mapping[str, Any], definitions: Mapping[str, Any], path: str
) -> Iterator[Lack]:
    properties = _structure(node, definitions).get("properties", {})
    for key in list(value):
        below = properties.get(key, {})
        steps = f"{path}.{key}" if path else key
        if isinstance(value[key], dict) and "$ref" in below:
            value[key] = dict(value[key])
            yield from _complete(value[key], below, definitions, steps)
            yield from _close(value, key, below, definitions, steps)
        elif isinstance(value[key], list) and "$ref" in below.get("items", {}):
            value[key] = [dict(element) for element in value[key]]
            for element in value[key]:
                yield from _complete(element, below["items"], definitions, steps)


def _close(
    holder: dict[str, Any], key: str, node: Mapping[str, Any], definitions: Mapping[str, Any], path: str
) -> Iterator[Lack]:
    structure, value = _structure(node, definitions), holder[key]
    for name in structure.get("required", ()):
        if name in value:
            continue
        if path == "result" and name == "kind":
            value["kind"] = _kind_of_result(value["name"])
            yield path, "guessed_kind", {"kind": value["kind"]}
        elif path == "fee" and name == "charged":
            value["charged"] = True
            yield path, "guessed_charge", {}
        else:
            yield path, "incomplete", {"missing": structure["properties"][name].get("title", name)}
            del holder[key]
            return
    if not value:
        del holder[key]


def _structure(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    structure: Mapping[str, Any] = definitions.get(str(node.get("$ref", "")).rpartition("/")[2], {})
    return structure


def _kind_of_result(name: str) -> str:
    """Say what kind of result a name speaks of: 卫生许可证 is a certificate."""
    bare = name.partition("（")[0].strip("《》")
    return next((kind for kind, endings in _KINDS_OF_RESULT if bare.endswith(endings)), "其他")
