"""How a text stands in its file: where each of its characters is, and how to change some of them in place."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wudan.catalog.document import DataPath, Document, Span
from wudan.catalog.writing.scalar import is_plain, literal_lines, quoted

_IN_DOUBLE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n])|[^\\\r\n]")
_IN_SINGLE = re.compile(r"''|[^'\r\n]")
_LITERAL_HEAD = re.compile(r"\|[-+]?(?: *| +#[^\r\n]*)(?:\r\n|\n)")


class Change(NamedTuple):
    """Characters of a text, from `start` to before `end`, that another text is to replace."""

    start: int
    end: int
    text: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """Give a text with changes made to it. They are in order and do not overlap."""
    pieces = []
    done = 0
    for change in changes:
        pieces += [text[done : change.start], change.text]
        done = change.end
    return "".join((*pieces, text[done:]))


def written_offsets(document: Document, path: DataPath) -> Sequence[int] | None:
    """Give the offset in the file of each character of the text at `path`, and last the offset at which it ends.

    None where a text is folded over several lines, so that characters of it stand for line breaks of the file.
    """
    value = document.value(path)
    start = document.offset(path)
    if not isinstance(value, str):
        return None
    first = document.text[start : start + 1]
    if first in {'"', "'"}:
        return _quoted_offsets(document, path, value)
    if first == "|":
        return _literal_offsets(document, start, value)
    if document.text.startswith(value, start) and "\n" not in value:
        return range(start, start + len(value) + 1)
    return None


def _quoted_offsets(document: Document, path: DataPath, value: str) -> list[int] | None:
    start, end = document.span(path)
    pattern = _IN_DOUBLE if document.text[start] == '"' else _IN_SINGLE
    offsets = [found.start() for found in pattern.finditer(document.text, start + 1, end - 1)]
    if len(offsets) != len(value) or "\n" in document.text[start:end]:
        return None
    return [*offsets, end - 1]


def _literal_offsets(document: Document, start: int, value: str) -> list[int] | None:
    head = _LITERAL_HEAD.match(document.text, start)
    if head is None:
        return None
    offsets: list[int] = []
    place = head.end()
    rest = document.text[place:]
    indent = len(rest) - len(rest.lstrip(" "))
    for line in value.removesuffix("\n").split("\n"):
        begin = place + indent if line else place
        if not document.text.startswith(line, begin):
            return None
        end = begin + len(line)
        offsets.extend(range(begin, end + 1))
        line_break = document.text.find("\n", end)
        place = line_break + 1 if line_break >= 0 else len(document.text)
        if document.text[end:place].strip():
            return None
    return offsets if value.endswith("\n") is False else [*offsets, place]


def splice(document: Document, path: DataPath, changes: Sequence[Change]) -> list[tuple[Span, str]] | None:
    """Give the replacements in the file that make the changes in the text at `path` and alter nothing else.

    Where the new text could not stand as the old one does, it is written anew in quotation marks. None
    where that is not possible in place.
    """
    offsets = written_offsets(document, path)
    if offsets is None:
        return None
    value = document.value(path)
    after = changed(value, changes)
    start = document.offset(path)
    first = document.text[start]
    if first == "|" and (literal_lines(after) is None or after.endswith("\n") != value.endswith("\n")):
        return None
    if first not in "|\"'" and not is_plain(after, in_flow=True):
        return [(Span(start, offsets[-1]), quoted(after))]
    return [(Span(offsets[change.start], offsets[change.end]), change.text) for change in changes]
