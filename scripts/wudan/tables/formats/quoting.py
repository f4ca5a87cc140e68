"""Finds quotation marks that leave open which cells they part, as RFC 4180 does not allow them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wudan.tables.sheet import Place

_SHOWN = 20
# Possessive, so that a text of any length is matched without remembering each of its characters.
_QUOTED = r'"[^"]*+(?:""[^"]*+)*+'
_CLOSED = re.compile(f'{_QUOTED}"')
_LINE_END = re.compile("\r\n|\r|\n")
_FEW_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class StrayQuote:
    """A stray quotation mark: its row and column among the cells, its line in the file, and the text from it on."""

    place: Place
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _Field:
    """One cell as it is written: where, from which line of the file on, and what stands between its delimiters."""

    place: Place
    line: int
    written: str


def stray_quote(text: str, delimiter: str, rows: Sequence[Sequence[str]]) -> StrayQuote | None:
    """Give the first quotation mark that is never closed, is closed within a cell, or has swallowed whole rows.

    `rows` are the cells as they were read. A quotation mark inside a cell that does not begin with one is a character.
    """
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width = widths.most_common(1)[0][0] if widths else 1
    for field in _fields(text, delimiter):
        if _is_stray(field, delimiter, width, rows):
            shown = field.written.splitlines()[0][:_SHOWN]
            return StrayQuote(field.place, field.line, shown)
    return None


def _is_stray(field: _Field, delimiter: str, width: int, rows: Sequence[Sequence[str]]) -> bool:
    if not _CLOSED.fullmatch(field.written):
        return True
    lines = field.written[1:-1].splitlines()
    row, column = field.place
    if len(lines) < 2 or not any(delimiter in line for line in lines):
        return False
    completes_row = lines[0].count(delimiter) == width - column
    fills_rows = all(line.count(delimiter) == width - 1 for line in lines[1:-1])
    if len(rows[row - 1]) != width:
        return completes_row and fills_rows
    return width >= _FEW_COLUMNS and completes_row and fills_rows and lines[-1].count(delimiter) == column - 1


def _fields(text: str, delimiter: str) -> Iterator[_Field]:
    """Cut text into cells as a reader of delimited text does, and give those that begin with a quotation mark."""
    mark = re.escape(delimiter)
    # A cell in quotation marks reaches to the mark that is not doubled, and then to the next delimiter.
    cell = re.compile(f' *+((?:{_QUOTED}(?:"|$))?[^{mark}\r\n]*+)({mark}|\r\n|\r|\n|$)')
    row, column, line, position = 1, 1, 1, 0
    while position < len(text):
        found = cell.match(text, position)
        if found is None:
            return
        ends_row = found[2] != delimiter
        if found[1].startswith('"'):
            yield _Field((row, column), line, found[1])
            line += len(_LINE_END.findall(found[1]))
        line += ends_row
        row, column = (row + 1, 1) if ends_row else (row, column + 1)
        position = found.end()
