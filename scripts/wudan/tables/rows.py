"""From the rows of a sheet to drafts of records: what each row says, and remarks on what it does not."""

from collections.abc import Iterator
from dataclasses import dataclass

from wudan.tables.balance import Ledger
from wudan.tables.columns import Layout
from wudan.tables.drafts import Draft
from wudan.tables.folding import clean, has_control, one_line
from wudan.tables.remarks import Remark
from wudan.tables.row import Row, Setting
from wudan.tables.row_kinds import RowKind, kind_of_row
from wudan.tables.sheet import Cell
from wudan.tables.values import says_nothing

_MESSAGES: dict[RowKind, str] = {
    "section": "section_row",
    "total": "total_row",
    "signature": "signature_row",
    "note": "note_row",
}
_SHOWN = 40  # characters of a row that a remark quotes


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A row that may describe an item: the cells under its headings by path, and all its filled cells, cleaned."""

    number: int
    cells: dict[str, Cell]
    filled: tuple[Cell, ...]


def item_rows(layout: Layout, ledger: Ledger, remarks: list[Remark]) -> Iterator[ItemRow]:
    """Give the rows below the heading that may describe an item; the others are told apart, each with a remark."""
    sheet = layout.sheet
    ledger.set_headings(layout)
    headings = [column.heading.text for column in layout.columns]
    for number in range(layout.heading_row + 1, len(sheet.rows) + 1):
        filled = ledger.read(sheet, number)
        if not filled:
            continue
        cells = {column.path: sheet.cell(number, column.number) for column in layout.columns}
        name = clean(cells["name"].text)
        is_heading = [one_line(clean(cell.text)) for cell in cells.values()] == headings
        kind = "heading" if is_heading else kind_of_row([cell.text for cell in filled], name)
        if kind == "note" and not name and _speaks_of_part(cells):
            kind = None  # of a merged name the rows below the first are left without one
        if kind is None:
            yield ItemRow(number, cells, tuple(filled))
            continue
        ledger.set_apart(sheet, (number,), kind)
        if kind == "heading":
            for cell in filled:
                ledger.take(cell)
        if kind in _MESSAGES:
            text = one_line(" ".join(cell.text for cell in filled))
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            place = cells["name"] if name else filled[0]
            remarks.append(Remark(_MESSAGES[kind], place, {"text": shown}, "name"))


def _speaks_of_part(cells: dict[str, Cell]) -> bool:
    """Say whether a row names a part of an item, or an element of one of its sequences."""
    return any(clean(cell.text) for path, cell in cells.items() if path == "@sub_item" or "[]" in path)


def read_rows(
    layout: Layout, rows: list[ItemRow], setting: Setting, ledger: Ledger
) -> Iterator[tuple[Draft | None, list[Remark]]]:
    """Give what each row says, or None for a row that cannot come in, with the remarks on it."""
    for row in rows:
        remarks = [*_about_characters(row), *_beyond(layout, row)]
        draft = None
        if says_nothing(clean(row.cells["name"].text), {}, "name"):
            remarks.append(Remark("no_name", row.cells["name"], path="name"))
        else:
            draft = Row(layout, row.cells, setting, remarks, ledger).draft()
        if any(remark.drops == "row" and remark.is_error for remark in remarks):
            ledger.refused.add((layout.sheet.name, row.number))
            draft = None
        yield draft, remarks


def _about_characters(row: ItemRow) -> Iterator[Remark]:
    for path, cell in row.cells.items():
        if cell.text.isprintable() and cell.text.isascii():
            continue
        if has_control(cell.text):
            yield Remark("characters", cell, path=path)


def _beyond(layout: Layout, row: ItemRow) -> Iterator[Remark]:
    """Say which filled cells stand under no heading at all.

    A row with more cells than the heading is refused: which of them is in excess is not known.
    """
    width = len(layout.sheet.rows[layout.heading_row - 1])
    headed = {
        *(column.number for column in (*layout.columns, *layout.repeated)),
        *(cell.column for cell in layout.unknown),
    }
    for cell in row.filled:
        if cell.column > width:
            yield Remark("extra_cell", cell, {"text": one_line(cell.text)[:_SHOWN]})
            return
        if cell.column not in headed:
            yield Remark("unnamed_cell", cell)
