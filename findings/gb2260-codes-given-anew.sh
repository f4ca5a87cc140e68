#!/usr/bin/env bash
# GB2260 0.4.1 (division codes of GB/T 2260)
#
# One would expect: a division code is found or not found; a code that stands for a district today does not lead to another.
# What happens: districts made since the package's tables (建安区 411003) are not found, counties that are gone (许昌县 411023)
# are. The code 410307 was Luolong (洛龙区) once and was given anew to Yanshi (偃师区) in 2021: get refuses it, search goes
# through older tables and answers Luolong.
# For a list tool: the first six digits of a code mean something only together with a year.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python GB2260==0.4.1

cd "$sandbox"
python >seen <<'PY'
from gb2260 import Division

for code in ("411003", "411023", "410307"):
    try:
        got = str(Division.get(code))
    except ValueError as error:
        got = str(error)
    print(code, "get:", got, "| search:", Division.search(code))
PY
expect seen <<'SEEN'
411003 get: '411003' is not valid division code | search: None
411023 get: <GB2260 411023 河南省/许昌市/许昌县> | search: <GB2260 411023 河南省/许昌市/许昌县>
410307 get: '410307' is not valid division code | search: <GB2260-2006 410307 河南省/洛阳市/洛龙区>
SEEN
