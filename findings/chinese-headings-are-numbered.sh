#!/usr/bin/env bash
# Markdown 3.11.3 (its toc extension, which MkDocs uses)
#
# One would expect: the address of a section is made of its heading, and stays when another section is put before it.
# What happens: of a Chinese heading nothing is left, so sections are _1, _2, … in the order of the page. A new section makes
# every later address lead to its neighbour, with no broken link to tell of it. A single Latin letter is enough for an
# address of its own.
# For a list tool: give sections ids ({#basis}), or take a slugify that keeps Chinese.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python markdown==3.11.3

cd "$sandbox"
python >seen <<'PY'
import re

import markdown

before = "# 适用范围\n# 办理依据\n# A 类材料\n"
after = "# 术语\n" + before
for text in (before, after):
    print(re.findall('<h1 id="([^"]*)">([^<]*)<', markdown.markdown(text, extensions=["toc"])))
PY
expect seen <<'SEEN'
[('_1', '适用范围'), ('_2', '办理依据'), ('a', 'A 类材料')]
[('_1', '术语'), ('_2', '适用范围'), ('_3', '办理依据'), ('a', 'A 类材料')]
SEEN
