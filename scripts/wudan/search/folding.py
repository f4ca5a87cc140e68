"""The same folding as `normalise`, over one long text at once and with numpy.

`unicodedata.normalize` reads 5 million characters a second as soon as one of them is full-width, as every
Chinese comma is. Here each *distinct* character is folded once and the rest is a table look-up.
"""

import re
import unicodedata

import numpy as np
import numpy.typing as npt

from wudan.catalog.characters import Ranges
from wudan.search.normalise import SEPARATORS, normalise

CODE_POINTS = 0x110000

Symbols = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]


def membership(ranges: Ranges) -> Flags:
    """Give a table of all code points that is true for those in `ranges`."""
    table = np.zeros(CODE_POINTS, dtype=np.bool_)
    for first, last in ranges:
        table[first : last + 1] = True
    return table


def code_points(text: str) -> Symbols:
    """Give the code points of `text`, one a character, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32, copy=False)


def fold(text: str) -> Symbols:
    """Give the code points of `normalise(text)`; only which separators stand in a gap may differ.

    A character that folds to several separators, such as the ellipsis, becomes one of them.
    """
    codes = code_points(text)
    distinct = _distinct(codes)
    composing = [character for character in distinct if _composes(character)]
    if composing:
        cluster = f".[{''.join(map(re.escape, composing))}]+"
        text = re.sub(cluster, lambda match: unicodedata.normalize("NFKC", match[0]), text, flags=re.DOTALL)
        codes = code_points(text)
        distinct = _distinct(codes)
    separators = membership(SEPARATORS)
    mapping = np.arange(CODE_POINTS, dtype=np.uint32)
    longer = {}
    for character in distinct:
        folded = normalise(character)
        if len(folded) > 1 and not separators[code_points(folded)].all():
            longer[character] = folded
        else:
            mapping[ord(character)] = ord(folded[0])
    for character, folded in longer.items():
        text = text.replace(character, folded)
    return mapping[code_points(text) if longer else codes]


def _distinct(codes: Symbols) -> list[str]:
    """Give the characters among `codes`, each once, by code point."""
    seen = np.zeros(CODE_POINTS, dtype=np.bool_)
    seen[codes] = True
    return [chr(code) for code in np.flatnonzero(seen).tolist()]


def _composes(character: str) -> bool:
    """Say whether NFKC may join the character to the one before it."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
