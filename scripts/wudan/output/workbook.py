"""Writes Excel workbooks (xlsx) whose cells are texts, whatever the texts look like."""

import re
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from wudan.output.sheet import OutSheet
from wudan.words import visible

MAX_CELL_CHARACTERS = 32_767  # the limit of Excel
_HEADING = PatternFill("solid", fgColor="E7ECF3")
_TO_FILL = PatternFill("solid", fgColor="FFF8DC")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOT_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def write_workbook(sheets: Sequence[OutSheet]) -> bytes:
    """Give the workbook. Every cell is a text: none is computed, also when somebody edits it and saves it again.

    Characters that XML cannot hold are shown as escapes, texts beyond Excel's limit of 32,767 characters are cut.
    Raises ValueError when there is no sheet.
    """
    if not sheets:
        raise ValueError("a workbook needs a sheet")
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _write(book.create_sheet(_NOT_A_SHEET_NAME.sub(" ", sheet.name)[:31]), sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(out: Worksheet, sheet: OutSheet) -> None:
    heading_row = 1
    if sheet.note:
        _text_cell(out, 1, 1, sheet.note)
        out.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(sheet.columns))
        out.row_dimensions[1].height = 48
        heading_row = 2
    for number, column in enumerate(sheet.columns, 1):
        cell = _text_cell(out, heading_row, number, column.heading)
        cell.font, cell.fill = Font(bold=True), _HEADING
        letter = get_column_letter(number)
        out.column_dimensions[letter].width = column.width
        out.column_dimensions[letter].hidden = column.hidden
    for index, row in enumerate(sheet.rows):
        for number, text in enumerate(row, 1):
            cell = _text_cell(out, heading_row + 1 + index, number, text)
            if (index, number - 1) in sheet.marked:
                cell.font = Font(bold=True, color="A3142A")
            if sheet.columns[number - 1].to_fill:
                cell.fill, cell.protection = _TO_FILL, Protection(locked=False)
    last = heading_row + max(len(sheet.rows), 1)
    for number, column in enumerate(sheet.columns, 1):
        if column.choices:
            letter = get_column_letter(number)
            offered = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            offered.add(f"{letter}{heading_row + 1}:{letter}{last}")
            out.add_data_validation(offered)
    out.freeze_panes = f"A{heading_row + 1}"
    out.auto_filter.ref = f"A{heading_row}:{get_column_letter(len(sheet.columns))}{last}"


def _text_cell(out: Worksheet, row: int, column: int, text: str) -> Cell:
    """Put a text into a cell so that no spreadsheet program takes it for a formula (CWE-1236)."""
    cell = out.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"row {row}, column {column} lies within merged cells")
    shown = "\n".join(visible(line) for line in text.split("\n"))[:MAX_CELL_CHARACTERS]
    cell.value = shown or None
    if shown:
        cell.data_type = "s"
    cell.quotePrefix = shown.startswith(_FORMULA_STARTS)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
