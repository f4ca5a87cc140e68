"""Reads the sheets of an Excel workbook of an older kind (xls).

What Excel 97 and later write is read here. Where that fails, for older kinds, python-calamine gives values and merged
cells and no more: what is hidden or struck through, number formats, formulas and errors then stay unknown, and each
sheet says so.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from wudan.tables.formats.binary_workbook import UnknownBinaryError, read_binary_workbook
from wudan.tables.formats.compound_file import CompoundFile
from wudan.tables.formats.digits import plain_number
from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError

Value = int | float | str | bool | date | datetime | time | timedelta


def read_old_workbook(content: bytes) -> tuple[Sheet, ...]:
    """Give the sheets of a workbook in a compound file.

    Raises TableRefusedError where the workbook is broken, locked, or larger than is allowed, or the file is none.
    """
    file = CompoundFile(content)
    if file.stream("EncryptedPackage") is not None:
        raise TableRefusedError("locked")
    if file.stream("WordDocument") is not None:
        raise TableRefusedError("other_kind", kind="Word（doc）")
    stream = file.stream("Workbook") or file.stream("Book")
    if stream is None:
        raise TableRefusedError("not_table")
    try:
        return read_binary_workbook(stream)
    except UnknownBinaryError:
        return tuple(replace(sheet, is_bare=True) for sheet in _by_calamine(content))


def _by_calamine(content: bytes) -> tuple[Sheet, ...]:
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            budget = Budget()
            return tuple(
                _sheet(
                    workbook.get_sheet_by_name(about.name),
                    Grid(about.name, budget, is_hidden=about.visible != SheetVisibleEnum.Visible),
                )
                for about in workbook.sheets_metadata
                if about.typ == SheetTypeEnum.WorkSheet
            )
    except CalamineError:
        raise TableRefusedError("broken_workbook") from None
    except BaseException as error:
        # A fault inside the Rust library arrives as an exception that is no Exception, under this name alone.
        if type(error).__name__ == "PanicException":
            raise TableRefusedError("broken_workbook") from None
        raise


def _sheet(sheet: CalamineSheet, grid: Grid) -> Sheet:
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise TableRefusedError("cells", limit=MAX_CELLS)
    rows = sheet.to_python(skip_empty_area=False) if sheet.height else []
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value != "":
                _put(grid, (row, column), value)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        grid.merged.append(((top + 1, left + 1), (bottom + 1, right + 1)))
    return grid.sheet()


def _put(grid: Grid, place: tuple[int, int], value: Value) -> None:
    """Write a cell's value as a person would type it."""
    if isinstance(value, bool):
        grid.put(place, "是" if value else "否")
    elif isinstance(value, (int, float)):
        text, lost = plain_number(repr(value))
        grid.put(place, text, (lost,) if lost else ())
    elif isinstance(value, datetime):
        is_day = value.time() == time()
        grid.put(place, value.date().isoformat() if is_day else value.isoformat(sep=" ", timespec="seconds"))
    elif isinstance(value, str):
        grid.put_text(place, value)
    else:
        grid.put(place, value.isoformat() if isinstance(value, (date, time)) else str(value))
