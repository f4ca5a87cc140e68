"""Cuts a cell that lists several things, without cutting inside brackets, numbers or sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wudan.tables.folding import one_line

_OPENING, _CLOSING = "（([［【〔《“「", "）)]］】〕》”」"
_PAIRS = dict(zip(_CLOSING, _OPENING, strict=True))
_ALIKE = {"(": "（", "[": "［"}
# A style of numbers each; the one that the first number of a cell has is that of its entries, others are nested.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bracketed numeral", re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)][.、．]?")),
    ("bracketed digit", re.compile(r"[（(]([0-9０-９]{1,3})[）)][.、．]?")),
    ("circled", re.compile(r"([①-⑳])")),
    ("numeral", re.compile(r"([一二三四五六七八九十]{1,3})[、．.]")),
    ("digit and bracket", re.compile(r"([0-9０-９]{1,3})[）)]")),
    ("digit", re.compile(r"([0-9０-９]{1,3})(?:[、．]|\.(?![0-9]))")),
)
_BEFORE_NUMBER = re.compile(r"[\n。；;，,、：:）)\s]\Z")
_BEFORE_DIGIT = re.compile(r"[一-鿿](?<![第图款条项类号级件])\Z")
_HAS_NUMBER = re.compile(r"[0-9０-９①-⑳一二三四五六七八九十]")
_ENDS = "；;。，,、 \n"
_LEAD = re.compile(r"[：:]\s*\Z|(?:如下|下列|以下)[^。；]{0,12}\Z")
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of a cell in their order, without their numbers; `lead` is the line before the first number."""

    entries: tuple[str, ...]
    lead: str = ""
    is_numbered: bool = False


def list_entries(text: str, separators: str) -> Listed:
    """Cut a cell at its numbers where it is numbered, else at the separators; never inside brackets or quotations.

    Numbers of another style than the first are nested and stay in the entry that they belong to.
    """
    starts = _numbers(text)
    if not starts:
        return Listed(tuple(_tidy(piece) for piece in split_outside(text, separators) if _tidy(piece)))
    lead = text[: starts[0][0]].strip()
    ends = [*(start for start, _ in starts[1:]), len(text)]
    entries = tuple(entry for (_, after), end in zip(starts, ends, strict=True) if (entry := _tidy(text[after:end])))
    if lead and not _LEAD.search(lead):
        return Listed((*(_tidy(piece) for piece in split_outside(lead, separators)), *entries), "", True)
    return Listed(entries, lead, True)


def split_outside(text: str, separators: str) -> list[str]:
    """Cut a text at any of the separators, except inside brackets and quotation marks that are closed again."""
    inside = _inside(text)
    pieces, begin = [], 0
    for place, character in enumerate(text):
        if character in separators and not inside[place]:
            pieces.append(text[begin:place])
            begin = place + 1
    return [*pieces, text[begin:]]


def outside(text: str) -> str:
    """Give a text without what stands in brackets and quotation marks."""
    inside = _inside(text)
    return "".join(
        character for place, character in enumerate(text) if not inside[place] and character not in _OPENING + _CLOSING
    )


def _inside(text: str) -> bytearray:
    """Mark the characters that stand in brackets; a bracket without its fellow is no bracket."""
    inside = bytearray(len(text))
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _OPENING:
            opened.append(place)
        elif character in _PAIRS:
            kind = _kind(_PAIRS[character])
            fellow = next((start for start in reversed(opened) if _kind(text[start]) == kind), None)
            if fellow is not None:
                del opened[opened.index(fellow) :]
                inside[fellow:place] = b"\1" * (place - fellow)
    return inside


def _kind(bracket: str) -> str:
    return _ALIKE.get(bracket, bracket)


def _numbers(text: str) -> list[tuple[int, int]]:
    """Give start and end of the numbers 1, 2, 3 … of one style; none where the text is not numbered from 1.

    A line that begins with 1 again begins a second list.
    """
    style = ""
    starts: list[tuple[int, int]] = []
    expected = 1
    for found_style, number in _candidates(text):
        style = style or found_style
        value = _value(number[1])
        is_restart = value == 1 and text[: number.start()].endswith("\n")
        if found_style == style and (value == expected or is_restart):
            starts.append(number.span())
            expected = value + 1
    return starts if len(starts) > 1 or (starts and not text[: starts[0][0]].strip()) else []


def _candidates(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Give each number that can begin an entry, with its style: those inside brackets and quotations cannot."""
    if not _HAS_NUMBER.search(text):
        return
    inside = _inside(text)
    place = 0
    while place < len(text):
        found = None
        if not inside[place] or (text[place] in _OPENING and not (place and inside[place - 1])):
            for style, pattern in _STYLES:
                if (found := pattern.match(text, place)) and _can_begin(text, place, style):
                    yield style, found
                    break
                found = None
        place = found.end() if found else place + 1


def _can_begin(text: str, place: int, style: str) -> bool:
    """Say whether a number may stand here: digits not behind 第, 附件 or a letter, numerals only behind a sign."""
    if place == 0 or style == "circled" or _BEFORE_NUMBER.search(text[place - 1 : place]):
        return True
    before = text[max(0, place - 2) : place]
    if style in {"digit", "digit and bracket"}:
        return _BEFORE_DIGIT.search(before) is not None and not before.startswith("附")
    return style.startswith("bracketed")


def _value(number: str) -> int:
    if "①" <= number <= "⑳":
        return ord(number) - ord("①") + 1
    if number.isdigit():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return 10 * (_NUMERALS.get(tens, 1) if ten else 0) + _NUMERALS.get(ones, 0)


def _tidy(piece: str) -> str:
    return one_line(piece.strip()).strip(_ENDS)
