"""Folds what a cell says, so that width, blanks and case make no difference when it is looked up."""

import re
from unicodedata import normalize

from wudan.catalog.characters import WIDE, character_class

_BLANK = re.compile(r"\s+")
_LINE_BREAKS = re.compile("\r\n|\r|\v|\f|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
# What no YAML text may hold; the catalog's reader refuses it (YAML 1.1, section 4.1).
_FORBIDDEN = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDE = character_class(WIDE)
_LAYOUT_BREAK = re.compile(f"(?<=[{_WIDE}])\n|\n(?=[{_WIDE}])")


def fold(text: str) -> str:
    """Give the text in the form by which it is looked up: compatibility forms, no blanks, lower case (NFKC)."""
    return _BLANK.sub("", normalize("NFKC", text)).casefold()


def clean(text: str) -> str:
    """Give a cell's text without what only lays it out: blanks at the ends, empty lines, tabs, forms of line break.

    Characters that no catalog file may hold are left out; `has_forbidden` tells whether there are any.
    """
    lines = _LINE_BREAKS.sub("\n", text).replace("\t", " ").split("\n")
    return _FORBIDDEN.sub("", "\n".join(stripped for line in lines if (stripped := line.strip()))).strip()


def has_forbidden(text: str) -> bool:
    """Say whether a cell holds characters that no catalog file may hold."""
    return _FORBIDDEN.search(_LINE_BREAKS.sub("\n", text).replace("\t", " ")) is not None


def one_line(text: str) -> str:
    """Join the lines of a cell: between Han characters without a blank, else with one."""
    return " ".join(_LAYOUT_BREAK.sub("", text).split("\n"))
