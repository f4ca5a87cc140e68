"""Reads tab- and comma-separated text, in the encodings that spreadsheet programs write."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError

_DELIMITERS = ("\t", ",", ";", "|")
_SAMPLE_ROWS = 50


def decode_table(content: bytes) -> str:
    """Give the text of a table: UTF-8 with or without a byte order mark, UTF-16 with one, else GB 18030 (and GBK).

    Raises TableRefusedError where it is none of them.
    """
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefusedError("encoding")


def read_delimited(text: str) -> Sheet:
    """Read delimited text as one sheet without a name; the delimiter is told from the text.

    Raises TableRefusedError where the text is no table, or has more than a million cells.
    """
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, csv.QUOTE_MINIMAL)
    if delimiter == "\t" and any("\t" in cell and "\n" in cell for row in rows for cell in row):
        # A lone quotation mark has swallowed rows: the marks of this file are only characters.
        rows = _rows(text, delimiter, csv.QUOTE_NONE)
    return Sheet("", rows)


def _delimiter(text: str) -> str:
    """Give the delimiter that cuts most rows into the same number of cells."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> int:
    try:
        rows = list(islice(_parse(text, delimiter, csv.QUOTE_MINIMAL), _SAMPLE_ROWS))
    except csv.Error:
        return -1
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda pair: pair[0] * pair[1], default=(0, 0))
    return width * count


def _rows(text: str, delimiter: str, quoting: int) -> tuple[tuple[str, ...], ...]:
    rows, cells = [], 0
    try:
        for row in _parse(text, delimiter, quoting):
            cells += len(row)
            if cells > MAX_CELLS:
                raise TableRefusedError("cells", limit=MAX_CELLS)
            rows.append(tuple(row))
    except csv.Error:
        raise TableRefusedError("delimited") from None
    return tuple(rows)


def _parse(text: str, delimiter: str, quoting: int) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
