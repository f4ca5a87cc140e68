"""What can be looked up: pairs of neighbours, single characters, and the pinyin of names.

A *symbol* is a code point, or a number past the last code point that stands for a syllable or for an initial
letter. A *gram* is two symbols; each of its postings is a number:

=====================  =====================================================
two code points        the position of the first
code point, `ALONE`    `rank * entries + entry`: 0 the name begins with it, else 1 + its best field there
two syllables          the position of the first one's character
syllable, `END`        its position, where no syllable follows in the same run of Han characters
two initial letters    the position of the first one's character
=====================  =====================================================
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from wudan.catalog.characters import HAN
from wudan.search.folding import CODE_POINTS, Symbols, membership
from wudan.search.layout import FIELDS, NAMES, Layout
from wudan.search.spelling import spell

AnyUnsigned: TypeAlias = npt.NDArray[np.unsignedinteger[Any]]

BLOCK = 1 << 16
"""How many rows are worked on at once."""

ALONE = 0
END = 1


@dataclass(frozen=True, slots=True)
class Grams:
    """One row a posting, in any order."""

    first: Symbols
    second: Symbols
    posting: Symbols


def occurring(symbols: Symbols) -> Symbols:
    """Give the distinct code points among `symbols`, in order."""
    seen = np.zeros(CODE_POINTS, dtype=np.bool_)
    seen[symbols] = True
    return np.flatnonzero(seen).astype(np.uint32)


def pairs(layout: Layout) -> Iterator[Grams]:
    """Give each two characters that follow each other, a block at a time: small arrays stay in the cache."""
    for begin in range(0, len(layout.symbols), BLOCK):
        positions = layout.positions[begin : begin + BLOCK + 1]
        symbols = layout.symbols[begin : begin + BLOCK + 1]
        adjoining = np.diff(positions) == 1
        yield Grams(symbols[:-1][adjoining], symbols[1:][adjoining], positions[:-1][adjoining])


def singles(layout: Layout) -> Grams:
    """Give each character once an entry, with the best place that it has there."""
    entries = layout.entries
    symbols = occurring(layout.symbols)
    rank_bits, entry_bits = len(FIELDS).bit_length(), entries.bit_length()
    places = np.add.outer(np.arange(1, len(FIELDS) + 1), np.arange(entries) << rank_bits).ravel()
    fits = rank_bits + entry_bits + len(symbols).bit_length() <= 32
    dense: AnyUnsigned = np.zeros(CODE_POINTS, dtype=np.uint32 if fits else np.uint64)
    dense[symbols] = np.arange(len(symbols))
    key = dense[layout.symbols]
    key <<= rank_bits + entry_bits
    key |= np.repeat(places.astype(key.dtype), layout.counts)
    names = layout.counts[:entries]
    key[(np.cumsum(names) - names)[names > 0]] -= 1
    key.sort()
    entry_of_symbol = key >> rank_bits
    opens = np.ones(len(key), dtype=np.bool_)
    np.not_equal(entry_of_symbol[1:], entry_of_symbol[:-1], out=opens[1:])
    best = key[opens].astype(np.int64)
    rank, entry = best & ((1 << rank_bits) - 1), (best >> rank_bits) & ((1 << entry_bits) - 1)
    return _grams(symbols[best >> (rank_bits + entry_bits)], np.full(len(best), ALONE), rank * entries + entry)


def spelled(layout: Layout) -> tuple[tuple[str, ...], Grams]:
    """Give the syllables in alphabetical order, and the grams of the names' and aliases' pinyin.

    Syllable `n` is the symbol `CODE_POINTS + n`; the letter `a` follows the last syllable.
    """
    count = int(layout.counts[: NAMES * layout.entries].sum())
    symbols = layout.symbols[:count]
    han = membership(HAN)[symbols]
    joined = (np.diff(layout.positions[:count]) == 1) & han[:-1] & han[1:]
    begins = np.flatnonzero(han & ~np.concatenate(([False], joined))[:count])
    ends = np.flatnonzero(han & ~np.concatenate((joined, [False]))[:count]) + 1
    text = symbols.tobytes().decode("utf-32-le", "surrogatepass")
    readings: dict[str, tuple[str, ...]] = {}
    spelling: list[str] = [""] * count
    for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
        run = text[begin:end]
        if run not in readings:
            readings[run] = spell(run)
        spelling[begin:end] = readings[run]
    syllables = tuple(sorted(set(spelling) - {""}))
    return syllables, _spelled_grams(layout, syllables, spelling, joined)


def _spelled_grams(
    layout: Layout, syllables: tuple[str, ...], spelling: list[str], joined: npt.NDArray[np.bool_]
) -> Grams:
    number = {syllable: CODE_POINTS + index for index, syllable in enumerate(syllables)}
    letter = {syllable: CODE_POINTS + len(syllables) + ord(syllable[0]) - ord("a") for syllable in syllables}
    sounds = np.array([number.get(syllable, 0) for syllable in spelling], dtype=np.int64)
    initials = np.array([letter.get(syllable, 0) for syllable in spelling], dtype=np.int64)
    followed = joined & (sounds[:-1] > 0) & (sounds[1:] > 0)
    inner = np.flatnonzero(followed)
    last = np.flatnonzero((sounds > 0) & ~np.concatenate((followed, [False]))[: len(sounds)])
    where = np.concatenate((inner, last, inner))
    return _grams(
        np.concatenate((sounds[inner], sounds[last], initials[inner])),
        np.concatenate((sounds[inner + 1], np.full(len(last), END), initials[inner + 1])),
        layout.positions[where],
    )


def _grams(first: npt.ArrayLike, second: npt.ArrayLike, posting: npt.ArrayLike) -> Grams:
    return Grams(*(np.asarray(column, dtype=np.uint32) for column in (first, second, posting)))
