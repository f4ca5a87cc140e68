"""Makes `openpyxl.xlsx` anew, and from it what LibreOffice makes of it; README.md tells how."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
_FILTERS = {
    "libreoffice.xlsx": "xlsx:Calc MS Excel 2007 XML",
    "libreoffice.ods": "ods:calc8",
    "libreoffice.xls": "xls:MS Excel 97",
    "libreoffice.html.xls": "html:HTML (StarCalc)",
}
_HEADINGS = ("部门", "事项名称", "事项类型", "实施编码", "设定依据", "法定办结时限", "取消日期", "收费标准", "备注")


def fill(sheet: Worksheet) -> None:
    """Write a table in which nearly every cell is something else than it seems."""
    sheet.append(_HEADINGS)
    for column in "ABCDEFGHI":
        sheet[f"{column}1"].comment = Comment("填写说明", "填表人") if column == "B" else None
    rows = (
        ("市卫健委", "甲许可", "行政许可", 1234, "《甲法》第三条", 20, date(2015, 11, 20), 0.05, "=1+1"),
        (None, "乙许可", "行政许可", 123456789012, None, 15, date(2016, 2, 29), 12.5, "=1/0"),
        (None, "丙许可", "行政许可", "000123", "《丙法》第五条", 3, None, 0, "甲"),
        ("市发改委", "丁许可", "行政许可", 1.5e20, "《丁法》", 7, None, 1000, "乙"),
        ("市发改委", "戊许可", "行政许可", "0456", "《戊法》", 7, None, 1000, "丙"),
        ("市发改委", "己许可", "行政许可", "0457", "《己法》", 7, None, 1000, "丁"),
    )
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    sheet["D2"].number_format, sheet["D3"].number_format = "000000", "0"
    for number in range(2, 8):
        sheet[f"F{number}"].number_format = '0"个工作日"'
    sheet["G2"].number_format, sheet["G3"].number_format = "yyyy-mm-dd", 'yyyy"年"m"月"d"日"'
    sheet["H2"].number_format, sheet["H3"].number_format = "0%", '"¥"#,##0.00'
    struck = InlineFont(strike=True)
    sheet["E3"] = CellRichText("《乙法》", TextBlock(struck, "第四条"), TextBlock(InlineFont(), "第六条"))
    sheet["E4"].font = Font(strike=True)
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["I"].hidden = True


def make() -> None:
    """Write the files beside this one. Raises CalledProcessError where LibreOffice fails."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "事项"
    fill(sheet)
    book.create_sheet("旧表").sheet_state = "hidden"
    book["旧表"].append(["事项名称"])
    book.save(HERE / "openpyxl.xlsx")
    for name, target in _FILTERS.items():
        folder = HERE / "made"
        command = [
            "soffice",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(folder),
            str(HERE / "openpyxl.xlsx"),
        ]
        subprocess.run(command, check=True, stdout=sys.stderr)
        (made,) = folder.iterdir()
        made.replace(HERE / name)
        folder.rmdir()


if __name__ == "__main__":
    make()
