"""The difference between two texts of one file, as replacements of whole lines."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from wudan.catalog.document import Span

# Comparing two stretches takes time with the product of their lengths; beyond this many lines one replaces the other.
_MOST_LINES = 400


def first_difference(old: str, new: str) -> int:
    """Give the offset of the first character in which two texts differ, or the length of the shorter."""
    equal, limit = 0, min(len(old), len(new))
    while equal < limit:
        middle = (equal + limit + 1) // 2
        if old[equal:middle] == new[equal:middle]:
            equal = middle
        else:
            limit = middle - 1
    return equal


def line_edits(old: str, new: str) -> Iterator[tuple[Span, str]]:
    """Give replacements of lines of the old text that make it the new one, in order.

    Two catalog files with the same number of records are compared record by record, so that what is equal stays.
    """
    olds, news = _pieces(old), _pieces(new)
    if len(olds) != len(news):
        olds, news = [old], [new]
    start = 0
    for before, after in zip(olds, news, strict=True):
        if before != after:
            yield from _edits(before, after, start)
        start += len(before)


def _pieces(text: str) -> list[str]:
    """Cut a text before every line that begins a record of a list file."""
    head, *records = text.split("\n- ")
    return [head, *(f"\n- {record}" for record in records)]


def _edits(old: str, new: str, start: int) -> Iterator[tuple[Span, str]]:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    offsets = [start, *(start + length for length in accumulate(map(len, before)))]
    if max(len(before), len(after)) > _MOST_LINES:
        yield Span(start, start + len(old)), new
        return
    for tag, first, last, new_first, new_last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Span(offsets[first], offsets[last]), "".join(after[new_first:new_last])
