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
    ("step", re.compile(r"第([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})步[：:、，,\s]?")),
    ("ordinal", re.compile(r"第([一二三四五六七八九十]{1,3})[、，,：:]")),
    ("circled", re.compile(r"([①-⑳])")),
    ("bracketed sign", re.compile(r"([⑴-⒇])")),
    ("dotted sign", re.compile(r"([⒈-⒛])")),
    ("numeral sign", re.compile(r"([㈠-㈩])")),
    ("numeral", re.compile(r"([一二三四五六七八九十]{1,3})[、．.]")),
    ("digit and bracket", re.compile(r"([0-9０-９]{1,3})[）)]")),
    ("digit", re.compile(r"([0-9０-９]{1,3})(?:[、．]|\.(?![0-9]))")),
)
_SIGNS = ("①", "⑴", "⒈", "㈠")  # the first of each row of signs
# 一、二类 and 1、2号楼 begin no entry: a like number follows, and what both count.
_COUNTS = re.compile(
    r"(?:[0-9０-９]{1,3}、[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}、[一二三四五六七八九十]{1,3})[类级等期号种款档、]"
)
_BEFORE_NUMBER = re.compile(r"[\n。；;，,、：:）)\s→⇒>＞➔➜]\Z")
_BEFORE_GAP = re.compile(r"[\n。；;]\s*\Z")
_WIDEST_GAP = 5  # numbers; people take entries out and leave the others as they were
_BEFORE_DIGIT = re.compile(r"[一-鿿](?<![第图款条项类号级件])\Z")
_HAS_NUMBER = re.compile(r"[0-9０-９①-⒛㈠-㈩一二三四五六七八九十]")
_ENDS = "；;。，,、 \n"
_BULLET = re.compile(r"\A(?:[•●○◆◇■□▪➢✓√]|[-—*·](?=\s))\s*")
_CLOSING_LINE = re.compile(
    r"\n\s*((?:[（(]?(?:注|备注|说明)[0-9]?[：:]|以上(?:材料|资料|文件|证明|复印件|各项|所有|均))[^\n]*)\Z"
)
_LED_LIST = re.compile(r"(?:\A|[\n；;。])\s*([^\n；;。]{1,20}[：:])\s*\Z")
_LEAD = re.compile(r"[：:]\s*\Z|(?:如下|下列|以下)[^。；]{0,12}\Z")
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of a cell in their order, without their numbers.

    `lead` is the line before the first number, and before the number from which a second list begins; `closing` the
    last line, where it is a note on the entries.
    """

    entries: tuple[str, ...]
    lead: str = ""
    is_numbered: bool = False
    closing: str = ""


def list_entries(text: str, separators: str) -> Listed:
    """Cut a cell at its numbers where it is numbered, else at the separators; never inside brackets or quotations.

    Numbers of another style than the first are nested and stay in the entry that they belong to.
    """
    found = _CLOSING_LINE.search(text)
    closing = found[1].strip() if found else ""
    text = text[: found.start()] if found else text
    starts = _numbers(text)
    if not starts:
        entries = tuple(_tidy(piece) for piece in split_outside(text, separators) if _tidy(piece))
        return Listed(entries, closing=closing)
    pieces = [text[: starts[0][0]].strip(), *_between(text, starts)]
    leads = [pieces[0]] if _LEAD.search(pieces[0]) else []
    first = [] if leads else [_tidy(piece) for piece in split_outside(pieces[0], separators)]
    for number, piece in enumerate(pieces[1:-1], 1):
        if _value(text[slice(*starts[number])]) == 1 and (led := _LED_LIST.search(piece)):
            pieces[number] = piece[: led.start()]
            leads.append(led[1].strip())
    entries = tuple(entry for entry in (*first, *map(_tidy, pieces[1:])) if entry)
    return Listed(entries, "；".join(leads), True, closing)


def _between(text: str, starts: list[tuple[int, int]]) -> list[str]:
    """Give what stands behind each number, up to the next."""
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return [text[after:end] for (_, after), end in zip(starts, ends, strict=True)]


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

    A line, or what stands behind a line that leads in, begins a second list with 1. A number may be missing, or stand
    twice, where an entry begins without doubt.
    """
    style = ""
    starts: list[tuple[int, int]] = []
    expected = 1
    for found_style, number in _candidates(text):
        style = style or found_style
        value = _value(number[1])
        before = text[: number.start()]
        is_restart = value == 1 and (before.endswith("\n") or (bool(starts) and _LED_LIST.search(before) is not None))
        is_near = expected > 1 and expected - 1 <= value <= expected + _WIDEST_GAP and _BEFORE_GAP.search(before)
        if found_style == style and (value == expected or is_restart or is_near):
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
                found = pattern.match(text, place)
                if found and _can_begin(text, place, style) and not _COUNTS.match(text, place):
                    yield style, found
                    break
                found = None
        place = found.end() if found else place + 1


def _can_begin(text: str, place: int, style: str) -> bool:
    """Say whether a number may stand here: digits not behind 第, 附件 or a letter, numerals only behind a sign."""
    if place == 0 or style == "circled" or style.endswith("sign") or _BEFORE_NUMBER.search(text[place - 1 : place]):
        return True
    before = text[max(0, place - 2) : place]
    if style in {"digit", "digit and bracket"}:
        return _BEFORE_DIGIT.search(before) is not None and not before.startswith("附")
    return style.startswith("bracketed")


def _value(number: str) -> int:
    number = number.strip("第步（(）)[、．.：:，, \n")
    if sign := next((first for first in _SIGNS if 0 <= ord(number[0]) - ord(first) < 20), ""):
        return ord(number) - ord(sign) + 1
    if number.isdigit():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return 10 * (_NUMERALS.get(tens, 1) if ten else 0) + _NUMERALS.get(ones, 0)


def _tidy(piece: str) -> str:
    return _BULLET.sub("", one_line(piece.strip())).strip(_ENDS)
