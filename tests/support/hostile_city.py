"""A city whose every free text tries to be more than text where it is shown."""

from collections.abc import Iterator, Mapping
from typing import Any

from wudan.catalog.model.field import PRESENT
from wudan.catalog.model.kinds import KINDS, LIST_IDS
from wudan.catalog.model.schema import schema_of

HOSTILE = "甲\"乙'丙<script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}{%x%}"


def filled(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """Give data that a schema admits: each property present, each free text hostile."""
    if "$ref" in schema or "anyOf" in schema:
        inner = schema["anyOf"][0] if "anyOf" in schema else definitions[schema["$ref"].rpartition("/")[2]]
        return filled(inner, definitions)
    if "enum" in schema or "const" in schema:
        return schema.get("const", next(iter(schema.get("enum", [])), None))
    if "properties" in schema:
        return {key: filled(inner, definitions) for key, inner in schema["properties"].items()}
    if schema.get("type") == "array":
        return [filled(schema["items"], definitions)]
    if schema.get("type") == "string" and schema.get("pattern") in (None, PRESENT):
        return HOSTILE
    return next(iter(schema.get("examples", [])), {})


def hostile_files() -> Iterator[tuple[str, Any]]:
    """Give a file of every kind that pages are made of, by path."""
    for kind in KINDS.values():
        if kind.id in ("baseline", "adjustment", "release", "waivers", "statistics"):
            continue
        definitions = schema_of(kind.id)["$defs"]
        record = filled(definitions[kind.model.__name__], definitions)
        path = kind.place
        if kind.id == "catalog":
            record |= {"levels": {}, "lists": list(LIST_IDS)}
        if kind.id == "service":
            path += f"{record['id']}.yml"
        if kind.id in LIST_IDS:
            path += "wjw.yml"
            ended = {"on": "2015-11-20", "document": HOSTILE, "replaced_by": ["wjw-xk-009"]}
            record |= {"secret": False, "ended": ended}
            yield path, [record, record | {"id": "wjw-xk-009", "status": "取消"}]
        else:
            yield path, [record] if kind.many else record
