"""How a single value is written: plain where every reader of YAML takes it for that very value, else quoted."""

import re
from decimal import Decimal
from functools import lru_cache

from wudan.catalog.characters import HIDDEN_CLASS
from wudan.output.wrapping import columns

# What YAML forbids in a text, what this catalog refuses in a file, and what nobody would see: an escape stands for it.
# A line feed is dealt with apart.
_TO_ESCAPE = re.compile(f"[\t\r{HIDDEN_CLASS}]")
_ESCAPED = re.compile(f'["\\\\\n]|{_TO_ESCAPE.pattern}')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

# A text that begins with a Chinese character and holds no blank and no sign that means anything to YAML.
_SIMPLE = re.compile("[\u4e00-\u9fff][-0-9A-Za-z/\u2010-\u2027\u3001-\u3163\u3165-\u9fff\uff01-\uff9f\uffa1-\uffe6]*")

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~=")
_FLOW_SIGNS = re.compile(r"[,\[\]{}?]")

# Whatever a reader of YAML 1.1, 1.2 or 1.2.2 could take for a number, a time or a date, with some margin.
_NUMBER_LIKE = re.compile(
    r"[-+.]?[0-9][0-9_,.:+\-TtZz ]*|[-+]?0[xob][0-9a-f_]*|[-+]?[0-9_.]+e[-+]?[0-9]+|[-+]?\.(inf|nan)",
    re.IGNORECASE | re.ASCII,
)
_NUMBER_START = frozenset("-+.0123456789")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})

_READABLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?", re.ASCII)
_CACHED_TEXTS = 1 << 14

Scalar = str | int | float | bool | None


def is_plain(text: str, *, in_flow: bool) -> bool:
    """Say whether a text may stand without quotation marks, in brackets (`in_flow`) or outside of them."""
    if _SIMPLE.fullmatch(text):
        return True
    if not text or text[0] in _INDICATORS or text != text.strip():
        return False
    if ": " in text or " #" in text or text[-1] == ":" or "\n" in text or _TO_ESCAPE.search(text):
        return False
    if text[0] in _NUMBER_START and (_NUMBER_LIKE.fullmatch(text) or text.startswith("...")):
        return False
    if text == "<<" or (len(text) <= 5 and text.lower() in _WORDS):
        return False
    return not (in_flow and _FLOW_SIGNS.search(text))


def quoted(text: str) -> str:
    """Write a text on one line in double quotation marks, with escapes where nothing else will do."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if known := _ESCAPES.get(character):
        return known
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


@lru_cache(_CACHED_TEXTS)
def block_text(text: str) -> str:
    """Write a text as it stands outside of brackets, on one line."""
    return text if is_plain(text, in_flow=False) else quoted(text)


@lru_cache(_CACHED_TEXTS)
def flow_text(text: str) -> tuple[str, int]:
    """Write a text as it stands within brackets, and give its width in columns.

    A text of several lines has no place there: its width is beyond any line.
    """
    if "\n" in text:
        return "", 1 << 20
    written = text if is_plain(text, in_flow=True) else quoted(text)
    return written, columns(written)


def literal_lines(text: str) -> tuple[str, list[str]] | None:
    """Give head (`|` or `|-`) and lines of a text of several lines written as it is, or None where quotes are needed.

    They are needed where blanks at the beginning of the text or the end of a line would be lost or go unseen.
    """
    if not text or _TO_ESCAPE.search(text):
        return None
    lines = text.split("\n")
    head = "|-"
    if not lines[-1]:
        lines.pop()
        head = "|"
    if not lines[-1] or lines[0] != lines[0].lstrip(" ") or not lines[0] or any(line[-1:] == " " for line in lines):
        return None
    return head, lines


def number_text(value: Scalar) -> str:
    """Write a number, true, false or null.

    Raises ValueError for a number that the reader would not take for one: infinite, not a number, or of more
    than 15 digits before or after the point.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    written = repr(value) if isinstance(value, int) else _decimal_text(float(value))
    if not _READABLE_NUMBER.fullmatch(written):
        raise ValueError(f"not a number that a catalog can hold: {value!r}")
    return written


def _decimal_text(value: float) -> str:
    if value.is_integer():
        return str(int(value))
    written = repr(value)
    return format(Decimal(written), "f") if "e" in written else written
