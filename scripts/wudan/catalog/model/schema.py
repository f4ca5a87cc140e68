"""JSON Schemas (2020-12) made from the typed model: the contract that editors and checks share."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from wudan.catalog.model.kinds import KINDS, FileKind

SCHEMA_FOLDER = Path(__file__).parents[1] / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema_of(kind_id: str) -> dict[str, Any]:
    """Give the schema that files of this kind obey, properties in the order the model declares them.

    Raises KeyError when there is no such kind.
    """
    kind = KINDS[kind_id]
    (root,), components = msgspec.json.schema_components([kind.model], ref_template="#/$defs/{name}")
    structs = {struct.__name__: struct for struct in _structs(kind.model)}
    definitions = {name: _definition(schema, structs[name]) for name, schema in components.items()}
    head: dict[str, Any] = {"$schema": DIALECT, "$id": f"{kind.id}.json", "title": kind.zh}
    shape = {"type": "array", "items": root} if kind.many else root
    return head | shape | {"$defs": definitions}


def schema_text(kind: FileKind) -> str:
    """Give the schema of a kind as the text that is committed under `schemas/`."""
    return json.dumps(schema_of(kind.id), ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write the schema of every kind into `folder` and give the paths written. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS.values():
        path = folder / f"{kind.id}.json"
        path.write_text(schema_text(kind), encoding="utf-8")
        written.append(path)
    return written


def _structs(model: type[msgspec.Struct]) -> set[type[msgspec.Struct]]:
    """Collect a struct and every struct that its fields can hold."""
    found: set[type[msgspec.Struct]] = set()
    waiting: list[msgspec.inspect.Type] = [msgspec.inspect.type_info(model)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, msgspec.inspect.StructType):
            if node.cls in found:
                continue
            found.add(node.cls)
        waiting.extend(_inner_types(node))
    return found


def _inner_types(node: msgspec.inspect.Type) -> Iterator[msgspec.inspect.Type]:
    if isinstance(node, msgspec.inspect.StructType):
        yield from (field.type for field in node.fields)
    elif isinstance(node, msgspec.inspect.Metadata):
        yield node.type
    elif isinstance(node, msgspec.inspect.UnionType):
        yield from node.types
    elif isinstance(node, msgspec.inspect.VarTupleType):
        yield node.item_type
    elif isinstance(node, msgspec.inspect.DictType):
        yield node.value_type


def _definition(schema: dict[str, Any], struct: type[msgspec.Struct]) -> dict[str, Any]:
    """Order the properties as declared; leave out what msgspec says of Python alone."""
    properties = schema["properties"]
    ordered = {name: _property(properties[name]) for name in _declared_order(struct, properties)}
    for name, values in _declared_values(struct).items():
        _restore_order(ordered[name], values)
    definition: dict[str, Any] = {"type": "object", "properties": ordered}
    if schema.get("required"):
        definition["required"] = [name for name in ordered if name in schema["required"]]
    return definition | {"additionalProperties": False}


def _declared_order(struct: type[msgspec.Struct], properties: dict[str, Any]) -> list[str]:
    """Give the keys in the order of the model; an inherited class first, unless `x-after` says where."""
    order = list(struct.__struct_encode_fields__)
    for name in struct.__struct_encode_fields__:
        if after := properties[name].pop("x-after", None):
            order.remove(name)
            order.insert(order.index(after) + 1, name)
    return order


def _declared_values(struct: type[msgspec.Struct]) -> dict[str, tuple[Any, ...]]:
    """Give, for each key whose value is enumerated, the values in the order of the model."""
    keys = dict(zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True))
    hints = get_type_hints(struct)
    return {keys[field]: values for field in keys if (values := _literal_values(hints[field]))}


def _literal_values(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next((values for inner in get_args(hint) if (values := _literal_values(inner))), ())


def _restore_order(schema: dict[str, Any], values: tuple[Any, ...]) -> None:
    """Put the values of an enumeration back into the order of the model, which msgspec sorts."""
    for place in (schema, schema.get("items", {})):
        if "enum" in place:
            place["enum"] = list(values)


def _property(schema: dict[str, Any]) -> dict[str, Any]:
    """An absent key is absent: null is no value, and empty defaults say nothing.

    Editors list a key with its description alone, so one without gets its title.
    """
    plain = {key: value for key, value in schema.items() if key != "default" or value not in (None, [], {})}
    if "title" in plain:
        plain = {"title": plain.pop("title"), "description": plain.pop("description", schema["title"]), **plain}
    choices = plain.pop("anyOf", None)
    if choices is None:
        return plain
    left = [choice for choice in choices if choice.get("type") != "null"]
    return plain | (left[0] if len(left) == 1 else {"anyOf": left})
