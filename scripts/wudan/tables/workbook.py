"""Reads the sheets of an Excel workbook (xlsx, and the older binary xls) with python-calamine."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from wudan.tables.repacking import repack
from wudan.tables.sheet import MAX_CELLS, Sheet, TableRefusedError

Value = int | float | str | bool | date | datetime | time | timedelta


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """Give the sheets of an xlsx workbook. Formulas are never computed: their stored results are the texts.

    Raises TableRefusedError where the workbook is broken, locked, or larger than is allowed.
    """
    return read_xls(repack(content))


def read_xls(content: bytes) -> tuple[Sheet, ...]:
    """Give the sheets of a workbook whose format cannot unpack to much more than its own size.

    Raises TableRefusedError where the workbook is broken, locked, or larger than is allowed.
    """
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            return tuple(
                _sheet(workbook.get_sheet_by_name(about.name), about.visible != SheetVisibleEnum.Visible)
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


def _sheet(sheet: CalamineSheet, hidden: bool) -> Sheet:
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise TableRefusedError("cells", limit=MAX_CELLS)
    if not sheet.height:
        return Sheet(sheet.name, (), hidden)
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        _fill_down(rows, top, bottom, left)
    return Sheet(sheet.name, tuple(tuple(row) for row in rows), hidden)


def _fill_down(rows: list[list[str]], top: int, bottom: int, column: int) -> None:
    """Repeat what a merged cell holds in each row that it covers; across columns it stands in the first alone."""
    if top >= len(rows) or column >= len(rows[top]):
        return
    for row in rows[top + 1 : bottom + 1]:
        if column < len(row):
            row[column] = rows[top][column]


def _text(value: Value) -> str:
    """Write a cell's value as a person would type it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, (date, time)) else str(value)
