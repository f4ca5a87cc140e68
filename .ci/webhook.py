"""Says which request a GitLab webhook tells of: number and newest commit, two words that can do no harm.

    MAIN=main python3 .ci/webhook.py "$TRIGGER_PAYLOAD"

What GitLab sends holds title, branch and description of the request. None of them is taken over: only a number and a
commit, by their pattern, of an open request to the main branch. For every other event it prints nothing.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

_MOST_BYTES = 5_000_000
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def told(event: Any, main: str) -> str:
    """Give number and commit of the request that an event tells of, empty where it tells of none to review."""
    try:
        request = event["object_attributes"]
        kind, state, target = event["object_kind"], request["state"], request["target_branch"]
        number, head = request["iid"], request["last_commit"]["id"]
    except (KeyError, TypeError):
        return ""
    if (kind, state, target) != ("merge_request", "opened", main):
        return ""
    if type(number) is int and 0 < number < 10**9 and isinstance(head, str) and _COMMIT.fullmatch(head):
        return f"{number} {head}"
    return ""


def main(path: Path) -> int:
    """Print what the event in a file tells. Gives 1 where the file holds no event."""
    try:
        with path.open("rb") as file:
            event = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        print("没有收到 webhook 的内容。No webhook was received.", file=sys.stderr)
        return 1
    if line := told(event, os.environ["MAIN"]):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
