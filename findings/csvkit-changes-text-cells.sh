#!/usr/bin/env bash
# csvkit 2.2.0, openpyxl 3.1.5
#
# One would expect: in2csv keeps a cell that the workbook itself declares as text, and csvsort moves rows and changes none.
# What happens: both guess a type for the column: 000101001000 loses its zeros, a code of 31 digits becomes 4.1E+30, and a
# remark "None" is emptied. csvcut on the same table changes nothing.
# For a list tool: whether codes survive depends on the command, not on the suite; pass --no-inference (-I) always.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python csvkit==2.2.0 openpyxl==3.1.5

cd "$sandbox"
python <<'PY'
import openpyxl

book = openpyxl.Workbook()
book.active.append(["code", "name", "remark"])
book.active.append(["000101001000", "second", "None"])
book.active.append(["4199990000000000000000101001001", "first", "see annex"])
book.save("list.xlsx")
PY
{
    echo "in2csv"
    in2csv list.xlsx
    echo "in2csv -I"
    in2csv -I list.xlsx | tee list.csv
    echo "csvcut -c code"
    csvcut -c code list.csv
    echo "csvsort -c name"
    csvsort -c name list.csv
} >seen
expect seen <<'SEEN'
in2csv
code,name,remark
101001000,second,
4.199990000000000000000101001E+30,first,see annex
in2csv -I
code,name,remark
000101001000,second,
4199990000000000000000101001001,first,see annex
csvcut -c code
code
000101001000
4199990000000000000000101001001
csvsort -c name
code,name,remark
4.199990000000000000000101001E+30,first,see annex
101001000,second,
SEEN
