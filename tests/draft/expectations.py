"""What stands beside each departure of the draft: its code, its level, and where it is found.

`expected.tsv` holds no line numbers, so that an edit above a departure moves nothing by hand. A row gives the file, the
item in it (`-`: the whole file), and an anchor: text that occurs exactly once there. ▸ in the anchor marks the column,
⏎ a line break with the blanks that follow it.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

DRAFT = Path(__file__).parent
CATALOG = DRAFT / "catalog"
EXPECTED = DRAFT / "expected.tsv"
README = DRAFT / "README.md"
MARK, BREAK = "▸", "⏎"

Found = tuple[str, str, str, int, int]


@dataclass(frozen=True)
class Expectation:
    """One row: a departure that was planted knowingly, and in which runs it is found (`when`; empty: in all)."""

    when: str
    code: str
    level: str
    file: str
    item: str
    anchor: str
    why: str

    def found(self, catalog: Path) -> Found:
        """Give code, level, file, line and column, as the finding has them, in the catalog at that place."""
        line, column = position(text_of(catalog / self.file), self.item, self.anchor)
        return self.code, self.level, f"catalog/{self.file}", line, column


def expectations() -> list[Expectation]:
    """Read all rows, in the order of the file."""
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return [Expectation(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def text_of(file: Path) -> str:
    """Give the text of a file with its line ends as they are."""
    return file.read_bytes().decode("utf-8")


def position(text: str, item: str, anchor: str) -> tuple[int, int]:
    """Give line and column of the mark. Raises ValueError unless item and anchor each occur exactly once."""
    start, end = (0, len(text)) if item == "-" else _only(rf"^- id: {re.escape(item)}\n(?:(?!- ).*\n)*", text, item)
    before, mark, after = anchor.partition(MARK)
    if not mark:
        raise ValueError(f"no {MARK} in {anchor!r}")
    first, _ = _only(f"{_pattern(before)}{_pattern(after)}", text[start:end], f"{item} {anchor}")
    lead = re.compile(_pattern(before)).match(text, start + first)
    offset = lead.end() if lead else start
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _pattern(text: str) -> str:
    return r"\n *".join(re.escape(piece) for piece in text.split(BREAK))


def _only(pattern: str, text: str, what: str) -> tuple[int, int]:
    spans = [match.span() for match in re.finditer(pattern, text, re.MULTILINE)]
    if len(spans) != 1:
        raise ValueError(f"{what!r} occurs {len(spans)} times and must occur once")
    return spans[0]


def not_yet() -> list[tuple[str, str, str]]:
    """Give code, extent (`whole rule` or `one case`) and first day of what cannot occur on the draft's day."""
    return re.findall(r"^\| ([A-Z][0-9]{3}) \| (whole rule|one case) \| ([0-9-]{10}) \|", text_of(README), re.MULTILINE)


def impossible() -> set[str]:
    """Give the codes of the rules that cannot occur at all on the draft's day."""
    return {code for code, extent, _ in not_yet() if extent == "whole rule"}
