"""Which rows of a table describe no item: sections, totals, signatures, notes, headings that come again."""

import re
from collections.abc import Sequence
from typing import Literal
from unicodedata import normalize

RowKind = Literal["heading", "section", "total", "signature", "note"]

_TOTAL = re.compile(
    r"(?:本[页表单]\S{0,3}?)?(?:合|总|小|共|累)\s*计(?:\s*[:：（(].{0,20}|\s*[0-9]+\s*[项条件个]?)?|共\s*[0-9]+\s*[项条件个].{0,10}"
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
_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")
_LABELLED = re.compile(r"\S{2,8}(?:[（(][^（）()]{0,12}[）)])?\s*[:：].{0,40}", re.DOTALL)
_END = re.compile("[（(—-]*(?:以下|此处?)(?:为?空白|无正文|无内容)[）)—-]*")
# How people number the columns below a heading, the first cell of such a row aside.
_COLUMN_NUMBERS = ("一二三四五六七八九", "甲乙丙丁戊己庚辛壬", "ABCDEFGHI")
_COLUMN_LABEL = re.compile("(?:栏|列)[次号序]?")
_FEW_CELLS = 2


def kind_of_row(texts: Sequence[str], name: str) -> RowKind | None:
    """Say what a row is that describes no item, or None for a row that may describe one.

    `texts` are the filled cells of the row in order, `name` the text under the heading of names.
    """
    first = texts[0]
    is_short = len(texts) <= _FEW_CELLS
    if _are_column_numbers(texts):
        return "heading"
    if any(_TOTAL.fullmatch(text) for text in texts[:2]) or (name and _COUNTED.fullmatch(name)):
        return "total"
    if _is_signature(texts, name):
        return "signature"
    if _is_section(texts, name):
        return "section"
    is_end = len(texts) == 1 and _END.fullmatch(first) is not None
    return "note" if is_end or (is_short and (not name or _NOTE.match(first))) else None


def _is_signature(texts: Sequence[str], name: str) -> bool:
    """Say whether a row names people, days and telephones: 填表人：张三, alone or several beside each other."""
    first, is_short = texts[0], len(texts) <= _FEW_CELLS
    if _SIGNATURE.match(first) and (is_short or not name or name == first):
        return True
    return len(texts) > 1 and all(_LABELLED.fullmatch(text) for text in texts)


def _is_section(texts: Sequence[str], name: str) -> bool:
    """Say whether a row is the title of a section, in one cell or merged ones, or with its numeral in a cell before."""
    first = texts[0]
    if all(text == first for text in texts):
        return _SECTION.fullmatch(first) is not None
    return len(texts) == _FEW_CELLS and name == texts[1] and _NUMERAL.fullmatch(first) is not None


def _are_column_numbers(texts: Sequence[str]) -> bool:
    """Say whether a row numbers the columns: 1, 2, 3; ①②③; 甲乙丙, and so on, with or without a label before."""
    numbers = [normalize("NFKC", text).strip("() ") for text in texts]
    if _COLUMN_LABEL.fullmatch(numbers[0]):
        numbers = numbers[1:]
    elif len(numbers) <= _FEW_CELLS:
        return False
    wanted = ([*row[: len(numbers)]] for row in _COLUMN_NUMBERS)
    counted = [str(number) for number in range(1, len(numbers) + 1)]
    return bool(numbers) and (numbers == counted or numbers in wanted)
