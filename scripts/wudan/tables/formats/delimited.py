"""Reads tab- and comma-separated text, in the encodings that spreadsheet programs write."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.formats.quoting import stray_quote
from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError, Trait

_DELIMITERS = ("\t", ",", ";", "|")
_WIDE_COMMA = "，"
_SAMPLE_ROWS = 50
_QUOTED_TEXT = re.compile(r'="([^"]*+(?:""[^"]*+)*+)"')
_FORMULA = re.compile(r"""=[\s+-]*[A-Za-z0-9_("'$@{\[]""")
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#{2,})")


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

    In tab-separated text a lone quotation mark is only a character. Raises TableRefusedError where the text is no
    table, has more than a million cells, or where a quotation mark in it leaves open which cells it parts.
    """
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, csv.QUOTE_MINIMAL)
    if delimiter == "\t" and any("\t" in cell and "\n" in cell for row in rows for cell in row):
        rows = _rows(text, delimiter, csv.QUOTE_NONE)
    elif delimiter != "\t" and '"' in text and (found := stray_quote(text, delimiter, rows)):
        raise TableRefusedError("stray_quote", found.place, line=found.line, text=found.text)
    return _sheet(rows)


def put_typed(grid: Grid, place: tuple[int, int], text: str) -> None:
    """Put a cell that has no type of its own: a formula, an error or a cut number shows in its text alone."""
    if found := _QUOTED_TEXT.fullmatch(text.strip()):
        grid.put(place, found[1].replace('""', '"'))
    elif _ERROR.fullmatch(text.strip()):
        grid.put(place, "", (Trait("cell_error", text.strip()),))
    elif _FORMULA.match(text):
        grid.put_text(place, text, (Trait("formula_text", text[:40]),))
    else:
        grid.put_text(place, text)


def _sheet(rows: tuple[tuple[str, ...], ...]) -> Sheet:
    """Give the rows as a sheet, each as long as it is; only cells that may be more than text are looked at twice."""
    grid = Grid("", Budget())
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            if text and (text[0] in "=#" or text[0].isspace() or text[0].isdecimal()):
                put_typed(grid, (row, column), text)
    if not grid.texts:
        return Sheet("", rows)
    changed = [list(row) for row in rows]
    for (row, column), text in grid.texts.items():
        changed[row - 1][column - 1] = text
    return Sheet("", tuple(tuple(row) for row in changed), traits=grid.traits)


def _delimiter(text: str) -> str:
    """Give the delimiter that cuts most rows into the same number of cells; the wide comma where no other cuts any."""
    delimiter = max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))
    return delimiter if _evenness(text, delimiter) else _WIDE_COMMA


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
    # A blank before a quotation mark would make the mark, and the delimiters behind it, a part of the cell.
    lines = StringIO(text, newline="")
    return csv.reader(lines, delimiter=delimiter, quoting=quoting, skipinitialspace=True)  # type: ignore[arg-type]
