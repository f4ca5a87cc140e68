"""The texts of a document, and the way from a place in the file back to the data."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.kinds import FileKind
from wudan.catalog.model.shape import Shape, shape_of


class TextValue(NamedTuple):
    """A text of a document, with its path, and whether it is an id, a code or the like instead of prose."""

    path: DataPath
    text: str
    is_formal: bool


def texts_with(kind: FileKind, document: Document, pattern: re.Pattern[str]) -> Iterator[TextValue]:
    """Give every text of a document in which the pattern is found, in order; keys are not texts."""
    shape = shape_of(kind.id)
    if isinstance(document.data, str):
        if pattern.search(document.data):
            yield TextValue((), document.data, is_formal=False)
    else:
        yield from _texts_below(document.data, (), Shape(element=shape) if kind.many else shape, pattern)


def _texts_below(node: Any, path: DataPath, shape: Shape, pattern: re.Pattern[str]) -> Iterator[TextValue]:
    if not isinstance(node, (dict, list)):
        return
    steps: Any = node.items() if isinstance(node, dict) else enumerate(node)
    for step, value in steps:
        if type(value) is str:
            if pattern.search(value):
                yield TextValue((*path, step), value, shape.below(step).is_formal)
        elif type(value) is dict or type(value) is list:
            yield from _texts_below(value, (*path, step), shape.below(step), pattern)


def path_at(document: Document, offset: int) -> DataPath:
    """Give the path of the value or key that begins last at or before a character offset."""
    path: list[str | int] = []
    node = document.data
    while isinstance(node, (dict, list)) and (marks := document.marks_of(node)):
        place = bisect_right(marks, offset) - 1
        if place < 0:
            break
        if isinstance(node, dict):
            step: str | int = list(node)[place // 2]
            path.append(step)
            if place % 2 == 0:
                break
            node = node[step]
        else:
            path.append(place)
            node = node[place]
    return tuple(path)


def item_at(kind: FileKind, document: Document, path: DataPath) -> str:
    """Give the id of the record to which a path leads; an empty text where it has none."""
    record = path[:1] if kind.many else ()
    identity = document.value((*record, "id")) if not kind.many or record else None
    return identity if isinstance(identity, str) else ""
