#!/usr/bin/env bash
# msgspec 0.23.0, jsonschema-rs 0.61.2
#
# One would expect: what obeys the JSON Schema that msgspec makes of a type is read by msgspec, what does not is refused, and
# the choices of a field stand in the order in which they were written.
# What happens: 20.0 obeys the schema (a whole number to JSON Schema) and is refused; a code with a line end behind it breaks
# the schema and is read, for $ matches before it; and choices are sorted by code point, so that the stages of a procedure
# come as 决定, 受理, 审查, 申请.
# For a list tool: one party judges, and what editors offer takes its order from elsewhere.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python msgspec==0.23.0 jsonschema-rs==0.61.2

cd "$sandbox"
python >seen <<'PY'
from typing import Annotated, Literal

import jsonschema_rs
import msgspec


class Item(msgspec.Struct):
    code: Annotated[str, msgspec.Meta(pattern="^[0-9]{12}$")]
    days: int
    stage: Literal["申请", "受理", "审查", "决定"] = "申请"


schema = msgspec.json.schema(Item)
for text in (r'{"code": "000101001000", "days": 20.0}', r'{"code": "000101001000\n", "days": 20}'):
    valid = jsonschema_rs.is_valid(schema, msgspec.json.decode(text))
    try:
        read = repr(msgspec.json.decode(text, type=Item))
    except msgspec.ValidationError as error:
        read = str(error)
    print("valid" if valid else "not valid", "|", read)
print(schema["$defs"]["Item"]["properties"]["stage"]["enum"])
PY
expect seen <<'SEEN'
valid | Expected `int`, got `float` - at `$.days`
not valid | Item(code='000101001000\n', days=20, stage='申请')
['决定', '受理', '审查', '申请']
SEEN
