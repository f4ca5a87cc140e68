"""What of a sheet does not become part of the list, and what is said about it: hidden and struck rows, odd cells.

A filter hides rows for looking, so they are taken; whoever hides a row by hand has put it away, so it is not. Hidden
columns are taken. What is struck through is deleted to whoever reads it, so it is not taken, and a row whose name is
struck through is asked about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wudan.level import Level
from wudan.tables.columns import Layout
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Sheet, column_letters

_SHOWN_RANGES = 12


def without_hidden_rows(sheet: Sheet, remarks: list[Remark], *, level: Level | None = None) -> Sheet:
    """Give a sheet without the text of the rows that somebody hid by hand, and say which rows are hidden.

    `level` is that of the remark about rows that are not taken, where it departs from the message's own.
    """
    filled = [row for row in sheet.hidden_rows if any(text.strip() for text in sheet.rows[row - 1])]
    by_hand = [row for row in filled if sheet.hidden_rows[row] == "hand"]
    by_filter = [row for row in filled if sheet.hidden_rows[row] == "filter"]
    for message, rows, at in (("hidden_rows", by_hand, level), ("filtered_rows", by_filter, None)):
        if rows:
            arguments = {"rows": _ranges(rows), "count": len(rows)}
            remarks.append(Remark(message, sheet.cell(rows[0], 1), arguments, level=at))
    if not by_hand:
        return sheet
    return _without(sheet, by_hand)


def without_struck_rows(layout: Layout, remarks: list[Remark]) -> Layout:
    """Give a layout without the rows whose name is struck through, and ask about each of them."""
    name = layout.column("name")
    if name is None:
        return layout
    struck = []
    for row, column in sorted(layout.sheet.traits):
        cell = layout.sheet.cell(row, column)
        if row > layout.heading_row and column == name.number and cell.is_struck:
            shown = next(trait.shown for trait in cell.traits if trait.kind == "struck")
            remarks.append(Remark("struck_row", cell, {"text": shown}, "name"))
            struck.append(row)
    return replace(layout, sheet=_without(layout.sheet, struck)) if struck else layout


def about_cells(layout: Layout) -> Iterator[Remark]:
    """Say which cells of the heading and of known columns are not what they seem, and which of these are hidden."""
    paths = {column.number: column.path for column in layout.columns}
    sheet = layout.sheet
    hidden = [column.heading.column for column in layout.columns if column.heading.column in sheet.hidden_columns]
    if hidden:
        arguments = {"columns": "、".join(column_letters(column) for column in sorted(hidden)), "count": len(hidden)}
        yield Remark("hidden_columns", sheet.cell(layout.heading_row, min(hidden)), arguments)
    for row, column in sorted(sheet.traits):
        is_heading = row == layout.heading_row
        if row < layout.heading_row or (not is_heading and column not in paths):
            continue
        cell = sheet.cell(row, column)
        for trait in cell.traits:
            if not (is_heading and trait.kind == "formula"):
                yield Remark(trait.kind, cell, {"text": trait.shown}, "" if is_heading else paths[column])


def _without(sheet: Sheet, rows: Iterable[int]) -> Sheet:
    gone = set(rows)
    texts = tuple(("",) * len(row) if number in gone else row for number, row in enumerate(sheet.rows, 1))
    traits = {place: traits for place, traits in sheet.traits.items() if place[0] not in gone}
    return replace(sheet, rows=texts, traits=traits)


def _ranges(rows: Iterable[int]) -> str:
    """Write row numbers with those that follow each other joined: 3、7–9."""
    ranges: list[tuple[int, int]] = []
    for row in rows:
        if ranges and ranges[-1][1] == row - 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in ranges[:_SHOWN_RANGES]]
    return "、".join([*shown, *(["…"] if len(ranges) > _SHOWN_RANGES else [])])
