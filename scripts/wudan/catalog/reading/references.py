"""Which keys of which file kinds hold the id of something else; taken from the schema's `x-ref`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from wudan.catalog.document import DataPath
from wudan.catalog.reading.load import record_schema

ANY = "*"


@dataclass(frozen=True, slots=True)
class Reference:
    """A key that refers: the steps that lead to it (`*` for any element), and the file kind it refers to."""

    steps: tuple[str, ...]
    target: str


@cache
def references_of(kind_id: str) -> tuple[Reference, ...]:
    """Give the referring keys of the records of a kind. Raises KeyError when there is no such kind."""
    schema = record_schema(kind_id)
    return tuple(_find(schema, schema["$defs"], (), frozenset()))


def _find(schema: Any, definitions: Any, steps: tuple[str, ...], inside: frozenset[str]) -> Iterator[Reference]:
    if target := schema.get("x-ref"):
        yield Reference(steps, target)
    name = schema.get("$ref", "").rpartition("/")[2]
    if name and name not in inside:
        yield from _find(definitions[name], definitions, steps, inside | {name})
    for key, value in schema.get("properties", {}).items():
        yield from _find(value, definitions, (*steps, key), inside)
    if items := schema.get("items"):
        yield from _find(items, definitions, (*steps, ANY), inside)


def follow(data: Any, steps: tuple[str, ...], path: DataPath = ()) -> Iterator[tuple[DataPath, Any]]:
    """Give each value that the steps lead to in the data of a record, with its path."""
    if not steps:
        yield path, data
    elif steps[0] == ANY:
        for index, element in enumerate(data):
            yield from follow(element, steps[1:], (*path, index))
    elif steps[0] in data:
        yield from follow(data[steps[0]], steps[1:], (*path, steps[0]))
