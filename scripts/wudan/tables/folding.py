"""Folds what a cell says, so that width, blanks and case make no difference when it is looked up."""

import re
from unicodedata import normalize

from wudan.catalog.characters import HIDDEN, WIDE, character_class, kind_of_hidden

_BLANK = re.compile(r"\s+")
_LINE_BREAKS = re.compile("\r\n|\r|\v|\f|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
# What no YAML text may hold; the catalog's reader refuses it (YAML 1.1, section 4.1).
_FORBIDDEN = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MISSING_SIGN = "〓"
_WIDE = character_class(WIDE)
_LAYOUT_BREAK = re.compile(f"(?<=[{_WIDE}])\n|\n(?=[{_WIDE}])|(?<=[0-9]-)\n(?=[0-9])")


def fold(text: str) -> str:
    """Give the text in the form by which it is looked up: compatibility forms, no blanks, lower case (NFKC)."""
    return _BLANK.sub("", normalize("NFKC", text)).casefold()


def clean(text: str) -> str:
    """Give a cell's text without what only lays it out: blanks at the ends, empty lines, tabs, forms of line break.

    Characters that `wudan check` refuses in a catalog do not come in: unusual blanks become plain ones, what nobody
    sees is left out, and a character of private use becomes 〓, the printer's mark for a sign that is missing.
    """
    lines = _mended(_LINE_BREAKS.sub("\n", text).replace("\t", " ")).split("\n")
    return "\n".join(stripped for line in lines if (stripped := line.strip()))


def has_control(text: str) -> bool:
    """Say whether a cell holds characters that no catalog file may hold, or that turn the direction of writing."""
    plain = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN.search(plain) is not None or _holds(plain, "bidirectional")


def _holds(text: str, kind: str) -> bool:
    return any(kind_of_hidden(character) == kind for run in HIDDEN.findall(text) for character in run)


def _mended(text: str) -> str:
    return _FORBIDDEN.sub("", HIDDEN.sub(_instead, text)) if not text.isascii() or not text.isprintable() else text


def _instead(found: re.Match[str]) -> str:
    kinds = [kind_of_hidden(character) for character in found[0]]
    return "".join({"blank": " ", "private": MISSING_SIGN}.get(kind or "", "") for kind in kinds)


def one_line(text: str) -> str:
    """Join the lines of a cell: between Han characters without a blank, else with one."""
    return " ".join(_LAYOUT_BREAK.sub("", text).split("\n"))
