"""How a text is made comparable, before it is indexed and before it is looked for.

The tables here are the one specification: they travel to the browser inside the index, so that
`normalise.js` cuts by the same code points. Text goes through Unicode's NFKC and lower case; what stands
in `SEPARATORS` then ends a run, everything else belongs to one. Ranges are used instead of Unicode's
categories, because the categories of Python and of a browser come from different editions of Unicode.
"""

import re
import unicodedata

from wudan.catalog.characters import HAN, Ranges, character_class

BLANKS: Ranges = (
    (0x09, 0x0D),
    (0x20, 0x20),
    (0x85, 0x85),
    (0x1680, 0x1680),
    (0x200B, 0x200F),
    (0x2028, 0x202F),
    (0x2060, 0x2060),
    (0xFEFF, 0xFEFF),
)
"""First and last code points of what is seen as empty space once NFKC has been applied."""

SEPARATORS: Ranges = (
    (0x00, 0x2F),
    (0x3A, 0x40),
    (0x5B, 0x60),
    (0x7B, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x1680, 0x1680),
    (0x2000, 0x206F),
    (0x20A0, 0x20CF),
    (0x2190, 0x245F),
    (0x2500, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x2FF0, 0x3004),
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x303D, 0x303F),
    (0x30FB, 0x30FB),
    (0xD800, 0xDFFF),
    (0xFE00, 0xFE6F),
    (0xFEFF, 0xFF0F),
    (0xFFE0, 0xFFFF),
    (0x1F000, 0x1FAFF),
    (0xE0000, 0xE0FFF),
)
"""First and last code points of punctuation, symbols and blanks, blanks included."""


def normalise(text: str) -> str:
    """Give `text` in NFKC and lower case, with one form of the Greek small sigma.

    The final sigma is undone because lower case chooses it by the neighbours, which a query lacks.
    """
    return unicodedata.normalize("NFKC", text).lower().replace("ς", "σ")


def query_runs(query: str) -> list[str]:
    """Give the runs of a query: what stands between blanks and punctuation, normalised, in order."""
    return _RUN.findall(normalise(query))


def value_runs(value: str) -> list[str]:
    """Give the runs of a field's value, normalised, in order.

    Blank space between two Han characters is no border, for it comes from the folding of lines.
    """
    return _RUN.findall(_FOLD.sub("", normalise(value)))


_RUN = re.compile(f"[^{character_class(SEPARATORS)}]+")
_FOLD = re.compile(
    f"(?<=[{character_class(HAN)}])[{character_class(BLANKS)}]+(?=[{character_class(HAN)}])",
)
