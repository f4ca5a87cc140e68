#!/usr/bin/env bash
# xlsx2csv 0.8.6
#
# One would expect: a date shown as 2026年11月1日 comes out so or as 2026-11-01, half past eight as 08:30, and a row that is
# hidden on screen stays or is gone.
# What happens: the quotes around 年, 月 and 日 come out as part of the date; half past eight is a second early; the hidden row
# leaves an empty line (openpyxl, calamine and LibreOffice give the row).
# For a list tool: dates out of such a CSV need their quotes taken off; an empty line may be an item.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python openpyxl==3.1.5 xlsx2csv==0.8.6

cd "$sandbox"
python <<'PY'
from datetime import datetime

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["name", "since"])
sheet.append(["first", datetime(2026, 11, 1)])
sheet.append(["second", datetime(2026, 11, 1)])
sheet.append(["third", datetime(2026, 11, 1, 8, 30)])
sheet["B2"].number_format = 'yyyy"年"m"月"d"日"'
sheet.row_dimensions[3].hidden = True
book.save("list.xlsx")
PY
xlsx2csv list.xlsx >seen
expect seen <<'SEEN'
name,since
first,"2026""年""11""月""01""日"""

third,2026-11-01 08:29:59
SEEN
