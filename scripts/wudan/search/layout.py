"""One line of positions for all texts of the catalog: where each field of each entry lies on it.

The fields follow each other, and within a field the entries: first all names, then all aliases, and so on. A field of
an entry is a *slot*, numbered `field * entries + entry`. Every run of characters is followed by one empty
position, so two characters stand next to each other here only if they do so within one value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wudan.catalog.characters import HAN
from wudan.search.document import SearchDocument
from wudan.search.folding import Flags, Symbols, fold, membership
from wudan.search.normalise import BLANKS, SEPARATORS

FIELDS: tuple[str, ...] = ("name", "alias", "former", "code", "materials", "text")
"""The fields whose characters are indexed, best first. Department and topic are labels of the table."""

NAMES = 2
"""How many of the leading fields are names, which pinyin is made for."""

GRAINS: tuple[int, ...] = (1, 1, 1, 1, 8, 16)
"""What the length of a slot is a multiple of, by field: coarse lengths of long fields halve their table."""

_END_OF_SLOT = "\x00"
_END_OF_VALUE = "\x01"

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layout:
    """The indexed characters in order.

    `symbols` and `positions` have one element a character, `counts` and `lengths` one a slot: how many
    characters it has, and how many positions it takes, at least one empty one after each run included.
    """

    symbols: Symbols
    positions: Symbols
    counts: Numbers
    lengths: Numbers
    entries: int


def lay_out(documents: Sequence[SearchDocument]) -> Layout:
    """Give the characters of `documents`, folded, with their positions, field by field."""
    stream = fold("".join(text + _END_OF_SLOT for text in _slot_texts(documents)))
    within = ~membership(SEPARATORS)[stream]
    occupied = within | _gaps(stream, within)
    reached = np.cumsum(occupied, dtype=np.uint32)
    slot_ends = np.flatnonzero(stream == ord(_END_OF_SLOT))
    ends = np.concatenate(([0], reached[slot_ends].astype(np.int64)))
    slot_starts = np.concatenate(([0], slot_ends + 1))[:-1]
    counts = np.add.reduceat(within, slot_starts, dtype=np.int64) if documents else slot_starts
    taken = ends[1:] - ends[:-1]
    padding = -taken % np.repeat(GRAINS, len(documents))
    shift = (np.cumsum(padding) - padding).astype(np.uint32)
    return Layout(
        symbols=stream[within],
        positions=reached[within] + np.repeat(shift - np.uint32(1), counts),
        counts=counts,
        lengths=taken + padding,
        entries=len(documents),
    )


def _slot_texts(documents: Sequence[SearchDocument]) -> Iterator[str]:
    for values_of in (
        lambda document: (document.name,),
        lambda document: document.aliases,
        lambda document: document.former_names,
        lambda document: document.codes,
        lambda document: document.materials,
        lambda document: document.text,
    ):
        for document in documents:
            text = _END_OF_VALUE.join(values_of(document))
            yield text.replace(_END_OF_SLOT, _END_OF_VALUE) if _END_OF_SLOT in text else text


def _gaps(stream: Symbols, within: Flags) -> Flags:
    """Give the first separator after each run.

    Blanks alone between two Han characters part nothing, as in `normalise.value_runs`.
    """
    gaps = ~within
    gaps[:1] = False
    gaps[1:] &= within[:-1]
    blank = membership(BLANKS)[stream]
    han = membership(HAN)
    opening = np.flatnonzero(gaps & blank)
    opening = opening[han[stream[opening - 1]]]
    blanks_end = np.flatnonzero(blank[:-1] & ~blank[1:]) + 1
    following = blanks_end[np.searchsorted(blanks_end, opening, side="right")]
    gaps[opening[han[stream[following]]]] = False
    return gaps
