#!/usr/bin/env bash
# frictionless 5.21.0
#
# One would expect: a column of cited articles such as "32,33" is a text.
# What happens: it is a place on earth (geopoint): the articles come out as the pair of decimals 32.0 and 33.0, codes lose
# their leading zeros, and the table is called valid.
# For a list tool: "valid" without a schema says nothing about a list; describe every column.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python frictionless==5.21.0

cd "$sandbox"
cat >list.csv <<'CSV'
code,articles
000101001000,"32,33"
000101002000,"7,8"
CSV
python >seen <<'PY'
from frictionless import Resource, validate

print("valid", validate("list.csv").valid)
with Resource("list.csv") as table:
    print([(field.name, field.type) for field in table.schema.fields])
    for row in table.row_stream:
        print([str(row["code"]), [float(part) for part in row["articles"]]])
PY
expect seen <<'SEEN'
valid True
[('code', 'integer'), ('articles', 'geopoint')]
['101001000', [32.0, 33.0]]
['101002000', [7.0, 8.0]]
SEEN
