"""The shape of a file kind's data, read off its schema: which keys in which order, and which values are formal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from wudan.catalog.model.field import PRESENT
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.model.schema import schema_of

# Formal values that the schema leaves open: codes, which may be wrong in a list as it comes in, ids of entries that
# have rules of their own, telephone numbers, the form of a time.
_FORMAL_KEYS = frozenset(
    {
        "code", "base_code", "replaces", "replaced_by", "approvals", "fees", "funds", "after",
        "phone", "complaint", "duty_phone", "hotline", "hours",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What the schema says of one place in the data.

    `keys` are the keys of a mapping in the order of the model, `element` is the shape of a sequence's elements.
    A value is formal when it is no prose: an id, a code, an address, a telephone number, a date, a time.
    """

    keys: Mapping[str, "Shape"] = field(default_factory=dict)
    element: "Shape | None" = None
    is_formal: bool = False

    def below(self, step: str | int) -> "Shape":
        """Give the shape of what lies one step below; an empty one where the schema says nothing of it."""
        if isinstance(step, int):
            return self.element or UNKNOWN
        return self.keys.get(step, UNKNOWN)


UNKNOWN = Shape()


@cache
def shape_of(kind_id: str) -> Shape:
    """Give the shape of one record of a file kind. Raises KeyError when there is no such kind."""
    schema = schema_of(kind_id)
    record = schema["items"] if KINDS[kind_id].many else schema
    return _shape(record, schema["$defs"], {}, is_formal=False)


def _shape(schema: Mapping[str, Any], definitions: Any, known: dict[str, Shape], *, is_formal: bool) -> Shape:
    if name := schema.get("$ref", "").rpartition("/")[2]:
        if name not in known:
            keys: dict[str, Shape] = {}
            known[name] = Shape(keys)  # before its keys, for a structure may hold its own kind
            _add_keys(keys, definitions[name], definitions, known)
        return known[name]
    if choices := schema.get("anyOf"):
        shapes = [_shape(choice, definitions, known, is_formal=is_formal) for choice in choices]
        merged = {key: below for shape in shapes for key, below in shape.keys.items()}
        element = next((shape.element for shape in shapes if shape.element), None)
        return Shape(merged, element, any(shape.is_formal for shape in shapes))
    formal = is_formal or schema.get("pattern", PRESENT) != PRESENT
    keys = {}
    _add_keys(keys, schema, definitions, known)
    items = schema.get("items")
    return Shape(keys, _shape(items, definitions, known, is_formal=formal) if items else None, formal)


def _add_keys(keys: dict[str, Shape], schema: Mapping[str, Any], definitions: Any, known: dict[str, Shape]) -> None:
    for key, below in schema.get("properties", {}).items():
        keys[key] = _shape(below, definitions, known, is_formal=key in _FORMAL_KEYS)


@lru_cache(1 << 12)
def ordered_keys(shape: Shape, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the keys in the order of the schema; those that it does not know keep their order at the end."""
    known = [key for key in shape.keys if key in keys]
    return (*known, *(key for key in keys if key not in shape.keys))
