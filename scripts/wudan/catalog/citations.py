"""Every citation in a catalog, with the place where it stands."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import msgspec

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.document import DataPath
from wudan.catalog.model.base import Citation
from wudan.catalog.model.kinds import KINDS

Cited = tuple[Placed[Any], DataPath, Citation]


def citations_of(placed: Placed[Any]) -> Iterator[tuple[DataPath, Citation]]:
    """Give each citation inside a record, with the path that leads to it from the record."""
    yield from _inside(placed.record, ())


def all_citations(catalog: Catalog) -> tuple[Cited, ...]:
    """Give every citation of a catalog; use it through `catalog.derived`."""
    return tuple(
        (placed, path, citation)
        for kind_id in KINDS
        for placed in catalog.of(kind_id)
        for path, citation in citations_of(placed)
    )


def _inside(node: Any, path: DataPath) -> Iterator[tuple[DataPath, Citation]]:
    if isinstance(node, Citation):
        yield path, node
    elif isinstance(node, msgspec.Struct):
        for name, key in _holding(type(node)):
            value = getattr(node, name)
            if value:
                yield from _inside(value, (*path, key))
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            yield from _inside(value, (*path, index))


@cache
def _holding(model: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """Give attribute and key of each field of a record in which a citation can stand."""
    return tuple(
        (field.name, field.encode_name) for field in msgspec.structs.fields(model) if _leads_to_citation(field.type)
    )


def _leads_to_citation(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind is Citation or bool(_holding(kind))
    return any(_leads_to_citation(argument) for argument in get_args(kind))
