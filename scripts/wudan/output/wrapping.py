"""Text in columns of a terminal: how wide it is, and where its lines break."""

import re
from collections.abc import Iterator, Sequence

# Chinese typesetting lets no line begin with what closes, nor end with what opens (GB/T 15834-2011, 5.1).
_CLOSING = "，。、；：？！）》」』】”’…"
_OPENING = "（《「『【“‘"
_WIDE = "\u2e80-\u9fff\uff00-\uffef“”‘’…—"
_PIECE = re.compile(rf"[{_OPENING}]*(?:[^\s{_WIDE}]+|[^\s{_OPENING}{_CLOSING}])?[{_CLOSING}]*\s*")


def columns(text: str) -> int:
    """Give the width of a text: one column an ASCII character, two a Chinese one."""
    return len(text) if text.isascii() else (len(text) + len(text.encode())) // 2


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns; only what has no place to break in it is wider.

    Chinese breaks between any two characters but at punctuation, other writing at blanks.
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def definitions(rows: Sequence[tuple[str, str]], width: int, most: int = 24) -> Iterator[str]:
    """Give the lines of a list of terms and what each means, in two columns, the first at most `most` wide."""
    left = min(max((columns(term) for term, _ in rows), default=0), most) + 4
    for term, meaning in rows:
        lines = wrapped(meaning, width - left) if meaning else []
        head = f"  {term}"
        if lines and columns(head) + 2 <= left:
            head += " " * (left - columns(head)) + lines.pop(0)
        yield head
        yield from (" " * left + line for line in lines)
