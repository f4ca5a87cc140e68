#!/usr/bin/env bash
# LibreOffice Calc 7.4.7 (Debian libreoffice-calc 4:7.4.7-1+deb12u14); openpyxl 3.1.5, python-calamine 0.9.1
#
# One would expect: a number of sixteen digits that a double holds exactly survives opening and saving, above all in the
# format it came in.
# What happens: .ods and .xls keep it; .xlsx saved as .xlsx has its last digit replaced by 0, and on the screen it was whole.
# For a list tool: a code typed as a number is wrong after a colleague has merely saved the table. Ask for text columns, and
# doubt numbers of sixteen digits that end in 0.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

need soffice
soffice --version | grep -q ' 7\.4\.7' || fail "needs LibreOffice 7.4.7 (apt-get install libreoffice-calc=4:7.4.7-1+deb12u14)"
with_python openpyxl==3.1.5 python-calamine==0.9.1

cd "$sandbox"
python -c 'import openpyxl
book = openpyxl.Workbook()
book.active.append([4101010010001234, "4101010010001234"])
book.save("list.xlsx")'
for format in xlsx ods xls; do
    quietly soffice "-env:UserInstallation=file://$sandbox/profile" --headless --convert-to "$format" --outdir saved list.xlsx
done
python >seen <<'PY'
import python_calamine

for path in ("list.xlsx", "saved/list.xlsx", "saved/list.ods", "saved/list.xls"):
    number, text = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0]
    print(path, int(number), text)
PY
expect seen <<'SEEN'
list.xlsx 4101010010001234 4101010010001234
saved/list.xlsx 4101010010001230 4101010010001234
saved/list.ods 4101010010001234 4101010010001234
saved/list.xls 4101010010001234 4101010010001234
SEEN
