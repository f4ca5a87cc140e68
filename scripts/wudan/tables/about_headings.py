"""What is to be said about the headings of a sheet, and about the columns that are lost with them."""

from collections.abc import Iterator

from wudan.tables.columns import Column, Layout, nearest_heading
from wudan.tables.folding import clean
from wudan.tables.headings import is_assumed, looks_like_key
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell


def about_headings(layout: Layout, list_id: str) -> Iterator[Remark]:
    """Give the remarks: a filled column that is lost is a warning where its heading speaks of what a list must have."""
    for cell in layout.unknown:
        near = nearest_heading(cell.text, list_id)
        count = len(_filled(layout, cell.column))
        if count and looks_like_key(cell.text):
            message = "near_key_heading" if near else "key_heading"
        else:
            message = "near_heading" if near else "unknown_heading"
        yield Remark(message, cell, {"heading": cell.text, "near": near, "count": count})
    for column in layout.repeated:
        yield from _about_repeated(layout, column)
    for column in layout.columns:
        if is_assumed(column.heading.text) and column.path == "time_limit.promised":
            yield Remark("assumed_heading", column.heading, {"heading": column.heading.text}, column.path)


def _about_repeated(layout: Layout, column: Column) -> Iterator[Remark]:
    first = layout.column(column.path)
    used = {} if first is None else _filled(layout, first.number)
    other = {row: text for row, text in _filled(layout, column.number).items() if used.get(row) != text}
    arguments = {"heading": column.heading.text}
    if not other or first is None:
        yield Remark("repeated_heading", column.heading, arguments)
    else:
        details = {"first": first.heading.text, "count": len(other)}
        yield Remark("repeated_column", column.heading, {**arguments, **details})


def _filled(layout: Layout, column: int) -> dict[int, str]:
    """Give the texts of a column below its heading by row."""
    cells: Iterator[Cell] = (
        layout.sheet.cell(row, column) for row in range(layout.heading_row + 1, len(layout.sheet.rows) + 1)
    )
    return {cell.row: text for cell in cells if (text := clean(cell.text))}
