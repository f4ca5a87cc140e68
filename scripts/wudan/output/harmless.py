"""Catalog texts in Markdown and JSON: shown as they are, doing nothing."""

import json
import re

from wudan.words import visible

# An entity is text and never markup (CommonMark 0.31, section 2.5), so every sign that means something becomes one.
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")

# Services turn @name, #12 and GH-12 into links and messages after rendering; a word joiner inside stops that.
_WORD_JOINER = "\u2060"
_REFERENCES = re.compile(r"(?<=[@#])(?=\w)|(?<=\bGH-)(?=[0-9])", re.IGNORECASE)


def harmless(text: str) -> str:
    """Give a text for Markdown so that it is neither markup nor HTML, mentions nobody, links to nothing."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", _REFERENCES.sub(_WORD_JOINER, visible(text)))


def code(text: str) -> str:
    """Give a text as a code span, whatever backticks are in it (CommonMark 0.31, section 6.1)."""
    shown = visible(text)
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{padding}{shown}{padding}{fence}"


def harmless_json(text: str) -> str:
    """Give a JSON text of the same data in which every character that is not printable is an escape (RFC 8259).

    So it can be shown on a terminal or in a log.
    """
    return "".join(one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text)
