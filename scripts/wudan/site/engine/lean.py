"""HTML without the indentation of its templates."""

import re

_VERBATIM = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"\s*\n\s*")


def without_indentation(html: str) -> str:
    """Give the page with every run of white space that holds a line break as one line break.

    It reads the same to a browser (HTML, section 2.3.2: runs of white space are one); what stands in `pre`,
    `textarea`, `script` and `style` is left alone.
    """
    pieces = _VERBATIM.split(html)
    # A match gives three pieces: what is before it, the element, and the element's name.
    return "".join(
        piece if place % 3 == 1 else _BREAK.sub("\n", piece) for place, piece in enumerate(pieces) if place % 3 != 2
    )
