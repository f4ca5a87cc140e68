#!/usr/bin/env bash
# jsonschema 4.26.0, jsonschema-rs 0.61.2; npm: ajv 8.20.0
#
# One would expect: {"multipleOf": 0.01} says that a fee in yuan is in whole fen.
# What happens: jsonschema-rs counts in decimals and says so of each; jsonschema and ajv divide doubles: they take 0.06
# and 0.75, and refuse 0.07, 0.57 and 19.99.
# For a list tool: fees are whole numbers of fen, or texts with a pattern.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python jsonschema==4.26.0 jsonschema-rs==0.61.2
with_node ajv@8.20.0

cd "$sandbox"
python >seen <<'PY'
import jsonschema
import jsonschema_rs

FEN = {"multipleOf": 0.01}
FEES = (0.06, 0.07, 0.57, 0.75, 19.99)
print("jsonschema", *(jsonschema.Draft202012Validator(FEN).is_valid(fee) for fee in FEES))
print("jsonschema-rs", *(jsonschema_rs.is_valid(FEN, fee) for fee in FEES))
PY
node >>seen <<'JS'
const validate = new (require("ajv"))().compile({ type: "number", multipleOf: 0.01 });
console.log("ajv", ...[0.06, 0.07, 0.57, 0.75, 19.99].map((fee) => validate(fee)));
JS
expect seen <<'SEEN'
jsonschema True False False True False
jsonschema-rs True True True True True
ajv true false false true false
SEEN
