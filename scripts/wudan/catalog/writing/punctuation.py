"""Punctuation and width of characters in Chinese text, as published lists write them.

Sources: GB/T 15834-2011 on punctuation, GB/T 9704-2012 on the numbers of official documents.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from wudan.catalog.characters import HAN, character_class
from wudan.catalog.writing.written import Change, changed

_HAN = character_class(HAN)
_ONE_HAN = re.compile(f"[{_HAN}]")
_DIGIT = "0-9\uff10-\uff19"
_ALPHANUMERIC = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"

_ADDRESS = re.compile(r"https?://[!-~]+|[!-~]{1,64}@[!-~]+")
_DOCUMENT_NUMBER = re.compile(
    f"(?<=[{_HAN}])(?:[\\[［【{{〔] *[{_DIGIT}]{{4}} *[\\]］】}}〕]"
    f"|[\\[［【{{(（〔] *[{_DIGIT}]{{4}} *[\\]］】}})）〕](?= *第? *[{_DIGIT}]+ *号))"
)
_PUNCTUATION = re.compile(f"(?<=[{_HAN}”’）》〉】〕])[ \u3000]*(?P<signs>[,;:?!]+)[ \u3000]*")
_WIDE = re.compile(f"[{_ALPHANUMERIC}]+")
_BLANKS = re.compile(f"(?<=[{_HAN}、，；：。])[ \u3000]+(?=[{_HAN}])")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")

_IRREGULAR = re.compile(
    f"\\A[ \u3000]|[ \u3000]\n?\\Z|[{_ALPHANUMERIC}]|[{_HAN}、，；：。][ \u3000]+[{_HAN}]"
    f"|[{_HAN}”’）》〉】〕)][ \u3000]*[,;:?!]|[()]|[{_HAN}][\\[［【{{（〔]"
)

SUSPECT = re.compile(
    f"[ \u3000,;:?!()\\[\\]{{}}［］【】｛｝{_ALPHANUMERIC}]|（[{_DIGIT}]{{4}}[）〕]|〔[{_DIGIT}]{{4}}）"
)
"""Finds characters without which nothing can be irregular: a cheap test that most texts pass."""


def irregularities(text: str) -> list[Change]:
    """Give the changes that make the punctuation of a text regular, in order; none where it is.

    Brackets of document numbers become 〔〕. Half-width signs after Chinese characters, and brackets around them or
    behind them, become full-width; digits and Latin letters become half-width; blanks at the ends and between
    Chinese characters go. Web and mail addresses stay as they are.
    """
    if not _IRREGULAR.search(text):
        return []
    taken = bytearray(len(text))
    for found in _ADDRESS.finditer(text):
        taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    brackets = _free([*_blank_ends(text), *_document_brackets(text), *_brackets(text)], taken)
    # What follows a bracket depends on what the bracket has become; a bracket never changes the length.
    same_length = changed(text, (change for change in brackets if change.text))
    signs = _free([*_signs(same_length), *_wide(text), *_blanks_inside(text)], taken)
    return sorted(change for change in (*brackets, *signs) if text[change.start : change.end] != change.text)


def _free(candidates: list[Change], taken: bytearray) -> list[Change]:
    """Give those candidates that touch nothing taken, those first that come first; they are taken then."""
    free = []
    for change in candidates:
        if not any(taken[change.start : change.end]):
            taken[change.start : change.end] = b"\1" * (change.end - change.start)
            free.append(change)
    return sorted(free)


def _document_brackets(text: str) -> Iterator[Change]:
    for found in _DOCUMENT_NUMBER.finditer(text):
        yield Change(found.start(), found.start() + 1, "〔")
        yield Change(found.end() - 1, found.end(), "〕")


def _signs(text: str) -> Iterator[Change]:
    for found in _PUNCTUATION.finditer(text):
        is_last = found.end() == len(text) or text[found.end()] == "\n"
        end = found.end("signs") if is_last else found.end()
        yield Change(found.start(), end, found["signs"].translate(_FULL))


def _wide(text: str) -> Iterator[Change]:
    for found in _WIDE.finditer(text):
        yield Change(*found.span(), "".join(chr(ord(character) - 0xFEE0) for character in found[0]))


def _blanks_inside(text: str) -> Iterator[Change]:
    for found in _BLANKS.finditer(text):
        yield Change(*found.span(), "")


def _blank_ends(text: str) -> Iterator[Change]:
    begin = len(text) - len(text.lstrip(" \u3000"))
    if begin and not ("\n" in text and " " not in text[:begin]):  # a paragraph may begin with two wide blanks
        yield Change(0, begin, "")
    last = len(text) - 1 if text.endswith("\n") else len(text)
    end = len(text[:last].rstrip(" \u3000"))
    if begin <= end < last:
        yield Change(end, last, "")


def _brackets(text: str) -> Iterator[Change]:
    """Give full-width brackets for each pair that is mixed, follows a Chinese character or encloses one."""
    han = [found.start() for found in _ONE_HAN.finditer(text)]
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in "(（":
            opened.append(place)
        elif character in ")）" and opened:
            start = opened.pop()
            follows = start > 0 and _ONE_HAN.match(text[start - 1]) is not None
            encloses = bisect_left(han, start) < bisect_left(han, place)
            if follows or encloses or (text[start] == "（") != (character == "）"):
                yield Change(start, start + 1, "（")
                yield Change(place, place + 1, "）")
