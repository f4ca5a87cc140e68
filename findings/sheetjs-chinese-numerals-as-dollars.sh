#!/usr/bin/env bash
# npm: xlsx 0.18.5 (SheetJS, as the registry has it)
#
# One would expect: a limit of 20 in a cell whose format asks for Chinese numerals ([DBNum1][$-804], an entry of the Chinese
# list of formats) comes out as 二十, or at worst as 20.
# What happens: it comes out as $20: the mark of the language is taken for a sign of currency.
# For a list tool: the shown text of a cell is no safer than its value; read values, and formats only to warn.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_node xlsx@0.18.5

cd "$sandbox"
node >seen <<'JS'
const XLSX = require("xlsx");
const sheet = XLSX.utils.aoa_to_sheet([["limit"], [20], [15]]);
sheet.A2.z = '[DBNum1][$-804]General"个工作日"';
sheet.A3.z = '0"个工作日"';
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "list");
const read = XLSX.read(XLSX.write(book, { type: "buffer", bookType: "xlsx" }), { type: "buffer" });
process.stdout.write(XLSX.utils.sheet_to_csv(read.Sheets.list) + "\n");
JS
expect seen <<'SEEN'
limit
$20个工作日
15个工作日
SEEN
