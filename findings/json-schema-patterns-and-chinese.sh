#!/usr/bin/env bash
# jsonschema 4.26.0, jsonschema-rs 0.61.2, regress 2026.9.1 (used by check-jsonschema); npm: ajv 8.20.0
#
# One would expect: validators of one standard give one answer to a simple pattern.
# What happens: jsonschema takes Python's expressions, the others take ECMA's or Rust's. ^\w+$ holds for a Chinese name in one of
# four, ^\d{3}$ for full-width digits in one; a word border between a letter and Chinese exists for two; and "Chinese
# characters only" has no spelling by property that all four can read. A range ([一-龥]) they all read alike.
# For a list tool: patterns are written with ranges ([0-9], [一-龥]) and tried in every engine that editors and CI use.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python jsonschema==4.26.0 jsonschema-rs==0.61.2 regress==2026.9.1
with_node ajv@8.20.0

cd "$sandbox"
cat >cases.json <<'JSON'
[
  ["^\\w+$", "住建局"],
  ["^\\d{3}$", "１２３"],
  ["A\\b", "A类"],
  ["^\\p{Han}+$", "住建局"],
  ["^\\p{Script=Han}+$", "住建局"],
  ["^[一-龥]+$", "住建局"]
]
JSON
python >seen <<'PY'
import json
import re

import jsonschema
import jsonschema_rs
import regress

for pattern, text in json.load(open("cases.json")):
    schema = {"pattern": pattern}
    answers = {}
    try:
        answers["jsonschema"] = jsonschema.Draft202012Validator(schema).is_valid(text)
    except re.error:
        answers["jsonschema"] = "not read"
    answers["jsonschema-rs"] = jsonschema_rs.is_valid(schema, text)
    try:
        answers["regress"] = regress.Regex(pattern, "u").find(text) is not None
    except regress.RegressError:
        answers["regress"] = "not read"
    print(pattern, text, *(f"{name}={answer}" for name, answer in answers.items()))
PY
node >>seen <<'JS'
const Ajv = require("ajv");
for (const [pattern, text] of require("./cases.json")) {
  let answer;
  try { answer = new Ajv().validate({ type: "string", pattern }, text); } catch { answer = "not read"; }
  console.log(pattern, text, `ajv=${answer}`);
}
JS
expect seen <<'SEEN'
^\w+$ 住建局 jsonschema=True jsonschema-rs=False regress=False
^\d{3}$ １２３ jsonschema=True jsonschema-rs=False regress=False
A\b A类 jsonschema=False jsonschema-rs=False regress=True
^\p{Han}+$ 住建局 jsonschema=not read jsonschema-rs=True regress=not read
^\p{Script=Han}+$ 住建局 jsonschema=not read jsonschema-rs=True regress=True
^[一-龥]+$ 住建局 jsonschema=True jsonschema-rs=True regress=True
^\w+$ 住建局 ajv=false
^\d{3}$ １２３ ajv=false
A\b A类 ajv=true
^\p{Han}+$ 住建局 ajv=not read
^\p{Script=Han}+$ 住建局 ajv=true
^[一-龥]+$ 住建局 ajv=true
SEEN
