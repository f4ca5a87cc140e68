#!/usr/bin/env bash
# ruamel.yaml 0.19.1, PyYAML 6.0.4; npm: yaml 2.9.1
#
# One would expect: a file that was read and written back unchanged means the same to every reader.
# What happens: these writers follow YAML 1.2 and drop quotes that YAML 1.2 does not need; to PyYAML, which follows 1.1, the
# office hour 12:30 becomes 750, the answer "no" becomes false, and out of npm's yaml a date becomes a date object and a
# number with an underscore a number.
# For a list tool: a writer must quote what any reader would take for something else.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python ruamel.yaml==0.19.1 pyyaml==6.0.4
with_node yaml@2.9.1

cd "$sandbox"
cat >item.yml <<'YAML'
opens: "12:30"
online: "no"
since: "2026-11-01"
number: "31_000"
code: "000101001000"
YAML
python -c 'import pathlib, ruamel.yaml
yaml = ruamel.yaml.YAML()
yaml.dump(yaml.load(pathlib.Path("item.yml")), pathlib.Path("ruamel.yml"))'
node -e 'const fs = require("fs"), yaml = require("yaml");
fs.writeFileSync("npm.yml", yaml.stringify(yaml.parse(fs.readFileSync("item.yml", "utf8"))));'
python >seen <<'PY'
import yaml

for path in ("item.yml", "ruamel.yml", "npm.yml"):
    print(path, {key: str(value) if key == "since" else value for key, value in yaml.safe_load(open(path)).items()})
PY
expect seen <<'SEEN'
item.yml {'opens': '12:30', 'online': 'no', 'since': '2026-11-01', 'number': '31_000', 'code': '000101001000'}
ruamel.yml {'opens': 750, 'online': False, 'since': '2026-11-01', 'number': '31_000', 'code': '000101001000'}
npm.yml {'opens': 750, 'online': False, 'since': '2026-11-01', 'number': 31000, 'code': '000101001000'}
SEEN
