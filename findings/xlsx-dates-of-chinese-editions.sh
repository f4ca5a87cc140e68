#!/usr/bin/env bash
# openpyxl 3.1.5, python-calamine 0.9.1; npm: exceljs 4.4.0
#
# One would expect: a cell that shows 2026年11月1日 by a format built into Chinese editions of office programs (numbers 31 and
# 57: they are named by number alone, the file holds no text of them) is a date to every reader.
# What happens: calamine gives the date, the two others the count of days, 46327.
# For a list tool: a five-digit number in a column of dates may be such a date; the reader decides, not the clerk.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python openpyxl==3.1.5 python-calamine==0.9.1
with_node exceljs@4.4.0

cd "$sandbox"
python >seen <<'PY'
import zipfile
from datetime import date

import openpyxl
import python_calamine

# Written with Western formats by number (14, 15), then given the numbers that a Chinese edition writes.
book = openpyxl.Workbook()
for row, number_format in ((1, "mm-dd-yy"), (2, "d-mmm-yy")):
    cell = book.active.cell(row, 1, date(2026, 11, 1))
    cell.number_format = number_format
book.save("western.xlsx")
with zipfile.ZipFile("western.xlsx") as source, zipfile.ZipFile("list.xlsx", "w") as target:
    for name in source.namelist():
        data = source.read(name)
        if name == "xl/styles.xml":
            data = data.replace(b'numFmtId="14"', b'numFmtId="31"').replace(b'numFmtId="15"', b'numFmtId="57"')
        target.writestr(name, data)

print("openpyxl", [row[0] for row in openpyxl.load_workbook("list.xlsx").active.iter_rows(values_only=True)])
sheet = python_calamine.CalamineWorkbook.from_path("list.xlsx").get_sheet_by_index(0)
print("calamine", [str(row[0]) for row in sheet.to_python()])
PY
node >>seen <<'JS'
const book = new (require("exceljs").Workbook)();
book.xlsx.readFile("list.xlsx").then(() => {
  console.log("exceljs", book.worksheets[0].getCell("A1").value, book.worksheets[0].getCell("A2").value);
});
JS
expect seen <<'SEEN'
openpyxl [46327, 46327]
calamine ['2026-11-01', '2026-11-01']
exceljs 46327 46327
SEEN
