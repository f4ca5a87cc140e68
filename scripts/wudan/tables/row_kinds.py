"""Which rows of a table describe no item: sections, totals, signatures, notes, headings that come again."""

import re
from collections.abc import Sequence
from typing import Literal

RowKind = Literal["heading", "section", "total", "signature", "note"]

_TOTAL = re.compile(
    r"(?:合|总|小|共)\s*计(?:\s*[:：（(].{0,20}|\s*[0-9]+\s*[项条件个]?)?|共\s*[0-9]+\s*[项条件个].{0,10}"
)
_COUNTED = re.compile(r"(?:共\s*)?[0-9]+\s*[项条件个]")
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:部分|类|章))\s*\S.{0,60}"
    r"|\S{1,40}[（(](?:共|计|合计)?\s*[0-9]+\s*[项条件个][）)]"
    r"|\S{2,20}(?:类|部分)(?:事项|权力|职权)?"
)
_SIGNATURE = re.compile(
    r"(?:填表|制表|填报|审核|复核|经办|负责|联系|审批|报送|校对)(?:单位)?(?:负责)?(?:人|单位|日期|时间|电话)?(?:[（(][^（）()]{0,12}[）)])?\s*[:：]"
    r"|(?:单位|部门|主要|分管)(?:负责人|领导)|[（(]?(?:盖章|公章|签字|签章)[）)]?"
)
_NOTE = re.compile(r"(?:注|备注|说明|附注|填表说明|填报说明)(?:[0-9]{0,2})?\s*[:：]|[※*＊]\s*\S")
_FEW_CELLS = 2


def kind_of_row(texts: Sequence[str], name: str) -> RowKind | None:
    """Say what a row is that describes no item, or None for a row that may describe one.

    `texts` are the filled cells of the row in order, `name` the text under the heading of names.
    """
    first = texts[0]
    is_short = len(texts) <= _FEW_CELLS
    if [*texts] == [str(number) for number in range(1, len(texts) + 1)] and not is_short:
        return "heading"
    if any(_TOTAL.fullmatch(text) for text in texts[:2]) or (name and _COUNTED.fullmatch(name)):
        return "total"
    if _SIGNATURE.match(first) and (is_short or not name or name == first):
        return "signature"
    if all(text == first for text in texts) and _SECTION.fullmatch(first):
        return "section"
    return "note" if is_short and (not name or _NOTE.match(first)) else None
