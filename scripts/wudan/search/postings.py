"""The postings of each gram as bytes: ascending numbers, stored as their differences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wudan.search.folding import Symbols
from wudan.search.grams import BLOCK, Grams
from wudan.search.layout import Numbers

Bytes = npt.NDArray[np.uint8]
Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Postings:
    """The distinct grams by first, then second symbol; gram `n` has `data[begins[n]:begins[n + 1]]`."""

    first: Symbols
    second: Symbols
    begins: Numbers
    data: bytes


def collect(blocks: Iterable[Grams], *, symbols: Symbols, rows: int, largest: int) -> Postings:
    """Sort the rows of all `blocks` and give the encoded postings of each gram.

    `symbols` are those that may occur, in order; there are at most `rows` rows, and no posting exceeds `largest`.
    Raises OverflowError when symbols and postings together do not fit into 64 bits.
    """
    symbol_bits, posting_bits = len(symbols).bit_length(), largest.bit_length()
    if 2 * symbol_bits + posting_bits > 64 or posting_bits > 32:
        raise OverflowError("the catalog has too much text for one search index")
    rank = np.zeros(int(symbols.max(initial=0)) + 1, dtype=np.uint64)
    rank[symbols] = np.arange(len(symbols))
    keys = np.empty(rows, dtype=np.uint64)
    filled = 0
    for grams in blocks:
        key = (rank[grams.first] << np.uint64(symbol_bits)) | rank[grams.second]
        key <<= np.uint64(posting_bits)
        key |= grams.posting
        keys[filled : filled + len(key)] = key
        filled += len(key)
    keys = keys[:filled]
    keys.sort()
    grams_found, begins, data = [], [], []
    size = 0
    for gram, begin, encoded in _encode(keys, np.uint64(posting_bits)):
        grams_found.append(gram)
        begins.append(begin + size)
        data.append(encoded)
        size += len(encoded)
    gram = np.concatenate([np.empty(0, dtype=np.uint64), *grams_found])
    return Postings(
        first=symbols[gram >> np.uint64(symbol_bits)],
        second=symbols[gram & np.uint64((1 << symbol_bits) - 1)],
        begins=np.concatenate([*begins, np.array([size])]),
        data=b"".join(data),
    )


def _encode(keys: Keys, posting_bits: np.uint64) -> Iterator[tuple[Keys, Numbers, bytes]]:
    """Give, a block at a time, the grams that begin in it, at which of its bytes, and its bytes."""
    mask = np.uint64((1 << int(posting_bits)) - 1)
    last = ~np.uint64(0)
    for begin in range(0, len(keys), BLOCK):
        block = keys[begin : begin + BLOCK]
        before = np.concatenate((np.array([last]), block[:-1]))
        last = block[-1]
        opens = np.flatnonzero((block >> posting_bits) != (before >> posting_bits))
        differences = (block - before).astype(np.uint32)
        differences[opens] = block[opens] & mask
        encoded, sizes = variable_bytes(differences)
        ends = np.cumsum(sizes, dtype=np.int64)
        yield block[opens] >> posting_bits, (ends - sizes)[opens], encoded.tobytes()


def variable_bytes(numbers: npt.NDArray[np.uint32]) -> tuple[Bytes, Bytes]:
    """Give `numbers` in groups of seven bits, and the size of each in bytes.

    The lowest group comes first; the last byte of a number is below 128.
    """
    largest = int(numbers.max(initial=0))
    word = np.dtype("<u4" if largest < 1 << 28 else "<u8")
    sizes = np.ones(len(numbers), dtype=np.uint8)
    spread = (numbers & np.uint32(127)).astype(word)
    for group in range(1, -(-largest.bit_length() // 7)):
        sizes += numbers >= np.uint32(1 << 7 * group)
        spread |= (numbers & np.uint32((127 << 7 * group) & 0xFFFFFFFF)).astype(word) << word.type(group)
    spread |= _CONTINUED.astype(word)[sizes]
    present = _PRESENT.astype(word)[sizes].view(np.bool_)
    return spread.view(np.uint8)[present], sizes


_CONTINUED = np.array([0, 0, 0x80, 0x8080, 0x808080, 0x80808080], dtype=np.uint64)
"""The bits that say 'more bytes follow', by the size in bytes."""

_PRESENT = np.array([0, 1, 0x101, 0x10101, 0x1010101, 0x101010101], dtype=np.uint64)
"""A byte of 1 for each byte that is used, by the size in bytes."""
