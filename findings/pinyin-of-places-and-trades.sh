#!/usr/bin/env bash
# pypinyin 0.55.0; npm: pinyin-pro 3.29.4
#
# One would expect: converters that know phrases read the names of counties and trades, and agree where they do.
# What happens: each is wrong where the other is right, and both are wrong together. Right would be changyuan 长垣, xunxian
# 浚县, biyang 泌阳, changge 长葛, dian dang hang 典当行, gong shang xing zheng 工商行政 (both find the bank 工商行 in it),
# chang xiao 长效, ji pai shui 给排水.
# For a list tool: readings for search come from a table of one's own first; agreement of two converters proves nothing.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python pypinyin==0.55.0
with_node pinyin-pro@3.29.4

cd "$sandbox"
words="长垣 浚县 泌阳 长葛 典当行 工商行政 长效 给排水"
{
    # shellcheck disable=SC2086 # one word, one argument
    python -c 'import sys, pypinyin
for word in sys.argv[1:]: print("pypinyin", word, *pypinyin.lazy_pinyin(word))' $words
    # shellcheck disable=SC2086 # one word, one argument
    node -e 'const { pinyin } = require("pinyin-pro");
for (const word of process.argv.slice(1)) console.log("pinyin-pro", word, pinyin(word, { toneType: "none" }));' $words
} >seen
expect seen <<'SEEN'
pypinyin 长垣 zhang yuan
pypinyin 浚县 jun xian
pypinyin 泌阳 bi yang
pypinyin 长葛 zhang ge
pypinyin 典当行 dian dang xing
pypinyin 工商行政 gong shang hang zheng
pypinyin 长效 zhang xiao
pypinyin 给排水 gei pai shui
pinyin-pro 长垣 chang yuan
pinyin-pro 浚县 jun xian
pinyin-pro 泌阳 mi yang
pinyin-pro 长葛 chang ge
pinyin-pro 典当行 dian dang xing
pinyin-pro 工商行政 gong shang hang zheng
pinyin-pro 长效 chang xiao
pinyin-pro 给排水 gei pai shui
SEEN
