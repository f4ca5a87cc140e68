#!/usr/bin/env bash
# python-calamine 0.9.1, openpyxl 3.1.5, xlwt 1.3.0
#
# One would expect: a lookup that failed (#N/A) is an error or that text, and a limit of 20 is the same value whether the
# table is .xlsx or .xls.
# What happens: calamine gives an empty text for #N/A, just as for an empty cell (openpyxl gives "#N/A"); and 20 is the
# decimal 20.0 out of .xlsx and the whole number 20 out of .xls.
# For a list tool: a failed lookup looks like a field left empty; a value turned into text is "20.0" or "20" by the format.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python python-calamine==0.9.1 openpyxl==3.1.5 xlwt==1.3.0

cd "$sandbox"
python >seen <<'PY'
import openpyxl
import python_calamine
import xlwt

book = openpyxl.Workbook()
book.active.append(["#N/A", None, 20])
book.active["A1"].data_type = "e"
book.save("list.xlsx")
old = xlwt.Workbook()
sheet = old.add_sheet("list")
sheet.row(0).set_cell_error(0, 0x2A)  # #N/A
sheet.write(0, 2, 20)
old.save("list.xls")
for path in ("list.xlsx", "list.xls"):
    print(path, "calamine", python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0])
print("list.xlsx openpyxl", [cell.value for cell in openpyxl.load_workbook("list.xlsx").active[1]])
PY
expect seen <<'SEEN'
list.xlsx calamine ['', '', 20.0]
list.xls calamine ['', '', 20]
list.xlsx openpyxl ['#N/A', None, 20]
SEEN
