"""Characters that deceive: those nobody sees, and those that look like others."""

import re
from collections.abc import Mapping
from typing import TypeAlias

Ranges: TypeAlias = tuple[tuple[int, int], ...]

# By what they do. Line feed, carriage return and tab are the reader's matter as long as they stand in a text as such.
_KINDS: Mapping[str, str] = {
    "control": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "bidirectional": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "blank": "\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f",
    "invisible": (
        "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
        "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    ),
    "private": "\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff",
}

HIDDEN_CLASS = "".join(_KINDS.values())
"""The same characters, as they stand between the brackets of a regular expression."""

HIDDEN = re.compile(f"[{HIDDEN_CLASS}]+")
"""Finds runs of characters that have no place in a catalog.

Sources: the categories Cc, Cf, Co and Zs of the Unicode Character Database, its property
Default_Ignorable_Code_Point, and Unicode Technical Report 36 on bidirectional text.
"""

HAN: Ranges = ((0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
"""First and last code points of what counts as a Han character, 々〆〇 among them.

Ranges are used instead of the categories of Unicode, because those of Python and of a browser come from different
editions.
"""

WIDE: Ranges = ((0x2E80, 0x9FFF), (0xFF00, 0xFFEF))
"""What stands in Chinese text without blanks around it: Han characters, kana, Chinese and full-width punctuation."""


def character_class(ranges: Ranges) -> str:
    """Write ranges as they stand between the brackets of a regular expression."""
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_CYRILLIC = dict(zip("асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅ", "aceopxyijshdqwABEKMHOPCTXYIJS", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναι", "ABEZHIKMNOPTYXovai", strict=True))
_FULL_WIDTH = {
    chr(ord(letter) + 0xFEE0): letter for letter in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}

LOOKALIKES: Mapping[str, str] = {**_CYRILLIC, **_GREEK, **_FULL_WIDTH}
"""Letters and digits that pass for those of ASCII, with what they pass for (Unicode Technical Standard 39)."""

_FINDERS = {kind: re.compile(f"[{characters}]") for kind, characters in _KINDS.items()}

LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]+")


def kind_of_hidden(character: str) -> str | None:
    """Say which kind of hidden character this is: control, bidirectional, blank, invisible or private; or None."""
    return next((kind for kind, finder in _FINDERS.items() if finder.match(character)), None)


def code_point(character: str) -> str:
    """Name a character by its number, as U+200B."""
    return f"U+{ord(character):04X}"
