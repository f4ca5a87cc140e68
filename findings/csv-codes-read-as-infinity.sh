#!/usr/bin/env bash
# pandas 3.1.1, polars 2.1.0, duckdb 2.0.1
#
# One would expect: the code under which a department carries out an item stays a text in a table. It begins with the 18
# characters of a unified social credit code and goes on with the digits of the item.
# What happens: where the check character of the credit code is E, each code reads as a number too large to hold, and
# every item of that department has the same code, inf. With another letter (Q here) the codes stay text.
# For a list tool: a test on one department's table says nothing about another's. Read codes as text by name of the column.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python pandas==3.1.1 polars==2.1.0 duckdb==2.0.1
cat >"$sandbox/list.csv" <<'CSV'
code,days
11999900000000369E4000101001000,20
11999900000000369E4000101002000,15
CSV
sed 's/11999900000000369E/11999900000000043Q/' "$sandbox/list.csv" >"$sandbox/other.csv"

cd "$sandbox"
python >seen <<'PY'
import duckdb
import pandas
import polars

for name in ("list.csv", "other.csv"):
    print(name, "pandas", pandas.read_csv(name)["code"].tolist())
    print(name, "polars", polars.read_csv(name)["code"].to_list())
    print(name, "duckdb", [row[0] for row in duckdb.sql(f"select code from '{name}'").fetchall()])
PY
expect seen <<'SEEN'
list.csv pandas [inf, inf]
list.csv polars [inf, inf]
list.csv duckdb [inf, inf]
other.csv pandas ['11999900000000043Q4000101001000', '11999900000000043Q4000101002000']
other.csv polars ['11999900000000043Q4000101001000', '11999900000000043Q4000101002000']
other.csv duckdb ['11999900000000043Q4000101001000', '11999900000000043Q4000101002000']
SEEN
