#!/usr/bin/env bash
# xlsx2csv 0.8.6, openpyxl 3.1.5, python-calamine 0.9.1
#
# One would expect: the pinyin that an office program sets above a rare character (拼音指南) is no part of the cell's text.
# What happens: it is left out by openpyxl and calamine, and by xlsx2csv where the text stands in the shared table; where it
# stands in the cell itself, xlsx2csv adds the reading to the name: 浚县xùn.
# For a list tool: a name with letters at its end may be a reading aid, not a misprint.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python openpyxl==3.1.5 python-calamine==0.9.1 xlsx2csv==0.8.6

cd "$sandbox"
python >seen <<'PY'
import zipfile

import openpyxl
import python_calamine

TEXT = '<t>浚县</t><rPh sb="0" eb="1"><t>xùn</t></rPh>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"

book = openpyxl.Workbook()
book.active.append([1])
book.save("number.xlsx")
with zipfile.ZipFile("number.xlsx") as source:
    parts = {name: source.read(name).decode() for name in source.namelist()}
sheet, relations, types = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
number = '<c r="A1" t="n"><v>1</v></c>'
assert number in parts[sheet]


def save(path, changed):
    with zipfile.ZipFile(path, "w") as target:
        for name, text in {**parts, **changed}.items():
            target.writestr(name, text)


save("inline.xlsx", {sheet: parts[sheet].replace(number, f'<c r="A1" t="inlineStr"><is>{TEXT}</is></c>')})
relation = f'<Relationship Id="rId90" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS}"/>'
shared = {
    sheet: parts[sheet].replace(number, '<c r="A1" t="s"><v>0</v></c>'),
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si>{TEXT}</si></sst>',
    relations: parts[relations].replace("</Relationships>", f"{relation}</Relationships>"),
    types: parts[types].replace("</Types>", f"{override}</Types>"),
}
save("shared.xlsx", shared)
for path in ("shared.xlsx", "inline.xlsx"):
    print(path, "openpyxl", openpyxl.load_workbook(path).active["A1"].value)
    print(path, "calamine", python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0][0])
PY
for path in shared.xlsx inline.xlsx; do
    echo "$path xlsx2csv $(xlsx2csv "$path")" >>seen
done
expect seen <<'SEEN'
shared.xlsx openpyxl 浚县
shared.xlsx calamine 浚县
inline.xlsx openpyxl 浚县
inline.xlsx calamine 浚县
shared.xlsx xlsx2csv 浚县
inline.xlsx xlsx2csv 浚县xùn
SEEN
