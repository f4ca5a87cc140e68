"""Joins a heading of two rows whose merged cells the file no longer knows, as in every csv."""

from dataclasses import replace

from wudan.tables.sheet import Sheet

_SEARCHED_ROWS = 20
_LEAST_HEADINGS = 3


def join_heading_rows(sheet: Sheet) -> Sheet:
    """Give a sheet in which the lower of two heading rows names every column.

    Two rows are one heading where each column is named by exactly one of them, save those under a name that stands
    for a group: there the upper row goes on with empty cells and the lower row names each column.
    """
    rows = list(sheet.rows)
    first = next((row for row in range(min(len(rows), _SEARCHED_ROWS)) if _named(rows[row]) >= _LEAST_HEADINGS), None)
    if first is None:
        return sheet
    joined = first
    while joined + 1 < len(rows) and (merged := _joined(rows[joined], rows[joined + 1])):
        joined += 1
        rows[joined] = merged
    return sheet if joined == first else replace(sheet, rows=tuple(rows))


def _named(row: tuple[str, ...]) -> int:
    return sum(bool(text.strip()) for text in row)


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the names of the columns, or None where the rows are no such heading."""
    width = max(len(upper), len(lower))
    above = [text.strip() for text in (*upper, *[""] * (width - len(upper)))]
    below = [text.strip() for text in (*lower, *[""] * (width - len(lower)))]
    if not any(below) or not any(text and not under for text, under in zip(above, below, strict=True)):
        return None
    has_group = False
    for column, (text, under) in enumerate(zip(above, below, strict=True)):
        begins_group = bool(text) and column + 1 < width and not above[column + 1] and bool(below[column + 1])
        if begins_group:
            has_group = True
        if (text or under) and bool(under) == (bool(text) and not begins_group):
            return None
    return tuple(under or text for text, under in zip(above, below, strict=True)) if has_group else None
