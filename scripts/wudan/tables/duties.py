"""Reads the duties of a power in one cell: 1.受理责任：…… 2.审查责任：……"""

import re
from typing import Any

from wudan.catalog.characters import HAN, character_class

_DUTY = re.compile(
    r"(?:^|\n|(?<=[。；;]))\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?\s*[.、．]?|[①-⑳])?\s*"
    rf"(?P<stage>[{character_class(HAN)}]{{2,10}}?)(?:阶段)?(?:责任|环节)?\s*[:：]"
)


def read_duties(text: str) -> list[dict[str, Any]] | None:
    """Give stage and duty of each duty in a text, or None where the text does not name a stage for all of it.

    责任, 环节 or 阶段 after the name of a stage are left out. Two duties of one stage are joined.
    """
    found = list(_DUTY.finditer(text))
    if not found or text[: found[0].start()].strip():
        return None
    ends = [*(duty.start() for duty in found[1:]), len(text)]
    duties: dict[str, str] = {}
    for duty, end in zip(found, ends, strict=True):
        said = text[duty.end() : end].strip()
        if not said:
            return None
        stage = duty["stage"]
        duties[stage] = f"{duties[stage]}\n{said}" if stage in duties else said
    return [{"stage": stage, "duty": duty} for stage, duty in duties.items()]
