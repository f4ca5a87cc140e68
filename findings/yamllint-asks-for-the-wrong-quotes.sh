#!/usr/bin/env bash
# yamllint 1.38.0; npm: yaml 2.9.1
#
# One would expect: quoted-strings with "only-when-needed" calls quotes redundant only where they make no difference; and
# line-length treats a long sentence alike wherever it stands.
# What happens: need is judged by YAML 1.1 alone. Quotes are called redundant around codes that YAML 1.2 takes for numbers
# (take them off, and npm's yaml reads infinity and 1000). And a Chinese sentence of 99 characters passes as an entry of a
# list, for it has no space to break at, but not as the value of a key.
# For a list tool: do not use that option on codes; a limit on length does not hold for Chinese.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python yamllint==1.38.0
with_node yaml@2.9.1

cd "$sandbox"
sentence=$(printf '申请人应当提交材料%.0s' 1 2 3 4 5 6 7 8 9 10 11)
cat >item.yml <<YAML
---
code: "11999900000000369E4000101001000"
number: "1e3"
opens: "12:30"
notes:
  - $sentence
note: $sentence
YAML
{
    yamllint -f parsable -d '{extends: default, rules: {quoted-strings: {required: only-when-needed}}}' item.yml || true
    tr -d '"' <item.yml >bare.yml
    node -e 'const { code, number, opens } = require("yaml").parse(require("fs").readFileSync("bare.yml", "utf8"));
console.log(code, number, opens);'
} >seen
expect seen <<'SEEN'
item.yml:2:7: [error] string value is redundantly quoted with any quotes (quoted-strings)
item.yml:3:9: [error] string value is redundantly quoted with any quotes (quoted-strings)
item.yml:7:81: [error] line too long (105 > 80 characters) (line-length)
Infinity 1000 12:30
SEEN
