"""Reads the sheets of an Excel workbook of the older binary kind (xls) with python-calamine.

The library gives values and merged cells, and no more: what is hidden or struck through, number formats, formulas and
errors stay unknown.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from wudan.tables.formats.digits import plain_number
from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError

Value = int | float | str | bool | date | datetime | time | timedelta

# The name of the stream in which Office keeps a workbook that a password locks.
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_old_workbook(content: bytes) -> tuple[Sheet, ...]:
    """Give the sheets of a workbook whose format cannot unpack to much more than its own size.

    Raises TableRefusedError where the workbook is broken, locked, or larger than is allowed.
    """
    if _LOCKED in content:
        raise TableRefusedError("locked")
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
