"""Writes the counts that the texts state: how many rules, commands and findings there are.

`make numbers` writes them; a test holds them. A count stands in a text as a number before the words given here.
"""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from wudan.cli.commands import COMMANDS
from wudan.rules.engine.registry import all_rules

ROOT = Path(__file__).parents[1]


def _rules() -> int:
    return len(all_rules())


def _commands() -> int:
    return len(COMMANDS)


def _findings() -> int:
    return len(list((ROOT / "findings").glob("*.sh")))


COUNTS: Mapping[str, Mapping[str, Callable[[], int]]] = {
    "README.md": {r"[0-9]+(?= rules hold)": _rules, r"[0-9]+(?= commands do)": _commands},
    "README.zh.md": {r"[0-9]+(?= 条规则)": _rules, r"[0-9]+(?= 个命令)": _commands},
    "CHANGELOG.md": {r"[0-9]+(?= rules on structure)": _rules},
    "findings/README.md": {r"[0-9]+(?= scripts)": _findings},
}
"""By text: what stands before which words."""


def counted(name: str) -> str:
    """Give a text with its counts as they are now. Raises LookupError where a count is not in the text."""
    text = (ROOT / name).read_text(encoding="utf-8")
    for pattern, count in COUNTS[name].items():
        text, places = re.subn(pattern, str(count()), text)
        if not places:
            raise LookupError(f"{name} states no {pattern}")
    return text


def main() -> int:
    """Write every text whose counts are not true; with `--check` only name them, and give 1."""
    only_named = "--check" in sys.argv[1:]
    wrong = [name for name in COUNTS if counted(name) != (ROOT / name).read_text(encoding="utf-8")]
    for name in wrong:
        print(name)
        if not only_named:
            (ROOT / name).write_text(counted(name), encoding="utf-8")
    return 1 if wrong and only_named else 0


if __name__ == "__main__":
    sys.exit(main())
