#!/usr/bin/env bash
# PyYAML 6.0.4, ruamel.yaml 0.19.1, yamlfix 1.19.1; npm: yaml 2.9.1, js-yaml 5.5.0
#
# One would expect: a code of letters and digits needs no quotes in YAML.
# What happens: a credit code whose check character is E, followed by the digits of an item, has the shape of a number with an
# exponent. Of four readers two give a text and two give infinity. The formatter yamlfix writes the infinity back.
# For a list tool: codes stand in quotes always. What one reader shows as text is no proof for the others.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python pyyaml==6.0.4 ruamel.yaml==0.19.1 yamlfix==1.19.1
with_node yaml@2.9.1 js-yaml@5.5.0
printf -- '---\ncode: 11999900000000369E4000101001000\n' >"$sandbox/item.yml"

cd "$sandbox"
{
    python -c 'import yaml; print("PyYAML", yaml.safe_load(open("item.yml"))["code"])'
    python -c 'from ruamel.yaml import YAML; print("ruamel.yaml", YAML(typ="safe").load(open("item.yml"))["code"])'
    node -e 'console.log("yaml", require("yaml").parse(require("fs").readFileSync("item.yml", "utf8")).code)'
    node -e 'console.log("js-yaml", require("js-yaml").load(require("fs").readFileSync("item.yml", "utf8")).code)'
    quietly yamlfix item.yml
    echo "after yamlfix"
    cat item.yml
} >seen
expect seen <<'SEEN'
PyYAML 11999900000000369E4000101001000
ruamel.yaml inf
yaml Infinity
js-yaml 11999900000000369E4000101001000
after yamlfix
---
code: .inf
SEEN
