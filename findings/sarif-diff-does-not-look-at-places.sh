#!/usr/bin/env bash
# sarif-tools 3.0.5
#
# One would expect: a difference of two SARIF reports tells that one finding went and another came in another file.
# What happens: findings are counted by rule and message. One gone and one come with the same words is "no changes", whatever
# file, line and fingerprint say, and --check passes.
# For a list tool: messages name the item, or the gate built on such a difference lets new findings in for old ones.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python sarif-tools==3.0.5

cd "$sandbox"
python <<'PY'
import json


def report(path, uri, line, fingerprint):
    result = {
        "ruleId": "T006",
        "level": "error",
        "message": {"text": "limit is longer than the law allows"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}],
        "partialFingerprints": {"list/v1": fingerprint},
    }
    driver = {"name": "lists", "rules": [{"id": "T006"}]}
    run = {"tool": {"driver": driver}, "results": [result]}
    with open(path, "w") as file:
        json.dump({"version": "2.1.0", "runs": [run]}, file)


report("old.sarif", "lists/health.yml", 3, "a")
report("new.sarif", "lists/building.yml", 90, "b")
PY
status=0
sarif --check error diff old.sarif new.sarif >seen || status=$?
echo "exit $status" >>seen
expect seen <<'SEEN'
error level: +0 -0 no changes
warning level: +0 -0 no changes
note level: +0 -0 no changes
all levels: +0 +0
exit 0
SEEN
