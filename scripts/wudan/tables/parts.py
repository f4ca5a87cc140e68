"""The parts of an item as rows name them: 子项, and 情形 such as 新办, 变更, 延续."""

import re
from typing import Literal

from wudan.catalog.sameness import fold_name
from wudan.tables.enumerations import list_entries
from wudan.tables.folding import one_line

_CASES = (
    "新办",
    "首次",
    "变更",
    "延续",
    "注销",
    "补证",
    "换证",
    "换发",
    "换领",
    "补发",
    "补领",
    "补办",
    "延期",
    "增项",
    "歇业",
    "遗失",
    "终止",
    "恢复",
    "停业",
)
_BRACKETS_BEHIND = re.compile(r"\(([^()]*)\)$")  # of a folded name
_BEHIND_CASES = re.compile("(?:登记|备案|许可|申请|办理|手续)$")
_SEPARATORS = ";；"


def kind_of_part(name: str) -> Literal["情形", "子项"]:
    """Say whether a part is a case of its item: 延续 before brackets, or at the end of what stands in them."""
    folded = fold_name(name)
    found = _BRACKETS_BEHIND.search(folded)
    endings = (folded, folded[: found.start()], found[1]) if found else (folded,)
    bare = (_BEHIND_CASES.sub("", ending) for ending in endings)
    return "情形" if any(ending.endswith(_CASES) for ending in (*endings, *bare)) else "子项"


def part_names(text: str) -> tuple[str, ...]:
    """Give the parts that a cell lists: numbered, parted by semicolons, or a case of the item in each line."""
    lines = [one_line(line) for line in text.split("\n")]
    if all(kind_of_part(line) == "情形" for line in lines):
        text = "；".join(lines)
    entries = list_entries(text, _SEPARATORS).entries
    return tuple(dict.fromkeys(entries)) if len(entries) > 1 else (one_line(text),)
