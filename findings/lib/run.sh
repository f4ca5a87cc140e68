#!/usr/bin/env bash
# Runs every finding, or those named, and says of each whether the behaviour is still as described.
set -euo pipefail

folder=$(cd "$(dirname "$0")/.." && pwd)
names=("$@")
if [ ${#names[@]} -eq 0 ]; then
    for script in "$folder"/*.sh; do
        names+=("$(basename "$script" .sh)")
    done
fi

passed=0
failed=0
for name in "${names[@]}"; do
    if bash "$folder/$name.sh"; then
        echo "pass  $name"
        passed=$((passed + 1))
    else
        echo "FAIL  $name"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
