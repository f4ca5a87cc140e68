#!/usr/bin/env bash
# cn2an 0.5.24
#
# One would expect: transform turns the numbers of a sentence into digits (二十个工作日 becomes 20个工作日) and leaves words
# that merely hold a numeral.
# What happens: every numeral goes: the unified credit code, the city of Shiyan, the district of Erqi, the name of a reform.
# For a list tool: only numerals right before a unit (个工作日, 日, 元, 次) may be converted.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python cn2an==0.5.24

cd "$sandbox"
python >seen <<'PY'
import cn2an

for text in ("二十个工作日", "统一社会信用代码", "十堰市", "二七区", "一件事一次办"):
    print(text, cn2an.transform(text, "cn2an"))
PY
expect seen <<'SEEN'
二十个工作日 20个工作日
统一社会信用代码 统1社会信用代码
十堰市 10堰市
二七区 27区
一件事一次办 1件事1次办
SEEN
