"""A catalog file as it was read: its data, and where in the text each piece of data stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

DataPath = tuple[str | int, ...]

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns are characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text: offsets in characters from the start of the file, the end not included."""

    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Text:
    """The text of a file, with its lines."""

    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Give the line and column of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, without its line break; empty when there is none."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True, eq=False)
class Document(Text):
    """A file that could be read as plain YAML.

    `marks` gives for each mapping and sequence in `data`, in the order in which they begin, the offsets of what it
    holds: of a mapping the key and the value by turns, of a sequence the elements.
    """

    path: str
    data: Any
    marks: Sequence[Sequence[int]] = field(repr=False)
    start: int = 0

    @cached_property
    def _marks_by_identity(self) -> Mapping[int, Sequence[int]]:
        return dict(zip(map(id, _containers(self.data)), self.marks, strict=True))

    def marks_of(self, node: Any) -> Sequence[int] | None:
        """Give the offsets of what a mapping or sequence of `data` holds, or None for anything else."""
        if node is self.data:  # which is asked for most, and needs no walk through the data
            return self.marks[0] if self.marks else None
        return self._marks_by_identity.get(id(node))

    def offset(self, path: DataPath, *, key: bool = False) -> int:
        """Give the offset of the value at `path`, or of its key.

        Where the path leads to nothing, the deepest piece of data on the way to it answers.
        """
        node, offset = self.data, self.start
        for depth, step in enumerate(path):
            found = self._step(node, step)
            if found is None:
                return offset
            last = depth == len(path) - 1
            node, key_offset, value_offset = found
            offset = key_offset if key and last else value_offset
        return offset

    def _step(self, node: Any, step: str | int) -> tuple[Any, int, int] | None:
        marks = self.marks_of(node)
        if marks is None:
            return None
        if isinstance(node, dict):
            if step not in node:
                return None
            place = 2 * list(node).index(step)
            return node[step], marks[place], marks[place + 1]
        if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            return node[step], marks[step], marks[step]
        return None

    def value(self, path: DataPath) -> Any:
        """Give the value at `path`, or None where there is nothing."""
        node = self.data
        for step in path:
            found = self._step(node, step)
            if found is None:
                return None
            node = found[0]
        return node

    def span(self, path: DataPath, *, key: bool = False) -> Span:
        """Give the stretch of text of the value at `path` (or of its key).

        It is exact for every scalar on one line and for quoted ones; of anything else it is the rest of the
        first line.
        """
        start = self.offset(path, key=key)
        if quoted := _QUOTED.match(self.text, start):
            return Span(start, quoted.end())
        value = path[-1] if key and path else self.value(path)
        if isinstance(value, str) and value and self.text.startswith(value, start):
            return Span(start, start + len(value))
        rest = re.compile(r"[^\r\n]*?(?=\s*(?:[\r\n,\]}]|\s#|\Z))").match(self.text, start)
        return Span(start, max(rest.end(), start + 1) if rest else start + 1)

    def end_line(self, path: DataPath) -> int:
        """Give the number of the last line on which something of the value at `path` begins."""
        node, offset = self.value(path), self.offset(path)
        while isinstance(node, (dict, list)) and node:
            offset = (self.marks_of(node) or (offset,))[-1]
            node = list(node.values())[-1] if isinstance(node, dict) else node[-1]
        return self.position(offset).line


def _containers(data: Any) -> Iterator[Any]:
    """Give each mapping and sequence in the order in which they begin."""
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (dict, list)):
            yield node
            waiting.extend(reversed(list(node.values()) if isinstance(node, dict) else node))


def pointer(path: DataPath) -> str:
    """Write a path as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
