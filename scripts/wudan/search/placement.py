"""Which file each gram is in, so that a reader fetches only those that its query needs.

A gram with a long list has a file to itself: who asks for it needs nothing else, and who asks for another gram is not
made to fetch it. All others are spread over a number of shards by a hash. `reader.js` computes the same.
"""

from dataclasses import dataclass

import numpy as np

from wudan.search.folding import CODE_POINTS, Flags, Symbols
from wudan.search.layout import Numbers
from wudan.search.postings import Postings

SHARD_BYTES = 13_000
"""What a shard should hold before it is compressed: small enough to fetch several a query."""

LARGE_BYTES = 6_000
"""From this size of its postings on a gram may have a file to itself."""

MOST_FILES = 780
"""No more are made for up to 10,000 entries; beyond, the number grows with the entries."""

MOST_LARGE = 4
"""At most one file in so many holds a single gram."""

BUCKET_LETTERS = 3
"""Syllables that begin with the same letters, this many, share a shard: an unfinished syllable needs few."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The number of the file of each gram: below `shards` by hash, then one for each of the `large` grams."""

    files: Numbers
    shards: int
    large: Numbers


def place(postings: Postings, syllables: tuple[str, ...], entries: int) -> Placement:
    """Give the file of each gram of an index over that many entries."""
    most = max(MOST_FILES, MOST_FILES * entries // 10_000)
    sizes = np.diff(postings.begins)
    written = np.where(_is_spoken(postings.first, syllables), 0, sizes)
    largest = np.argsort(-written, kind="stable")[: most // MOST_LARGE]
    large = np.sort(largest[written[largest] >= LARGE_BYTES])
    rest = int(sizes.sum() - sizes[large].sum())
    shards = max(1, min(rest // SHARD_BYTES, most - len(large)))
    files = hashed(postings.first, postings.second, syllables, shards)
    files[large] = np.arange(shards, shards + len(large))
    return Placement(files, shards, large)


def hashed(first: Symbols, second: Symbols, syllables: tuple[str, ...], shards: int) -> Numbers:
    """Give the number of the shard for each gram. All grams of a syllable are in the shard of its first letters."""
    bucket = np.arange(CODE_POINTS, CODE_POINTS + len(syllables), dtype=np.uint32)
    for index in range(1, len(syllables)):
        if syllables[index][:BUCKET_LETTERS] == syllables[index - 1][:BUCKET_LETTERS]:
            bucket[index] = bucket[index - 1]
    spoken = _is_spoken(first, syllables)
    first, second = first.astype(np.uint32), np.where(spoken, np.uint32(0), second)
    first[spoken] = bucket[first[spoken] - CODE_POINTS]
    mixed = (first * np.uint32(0x9E3779B1)) ^ (second * np.uint32(0x85EBCA6B))
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0xC2B2AE35)
    mixed ^= mixed >> np.uint32(13)
    return (mixed % np.uint32(shards)).astype(np.int64)


def _is_spoken(first: Symbols, syllables: tuple[str, ...]) -> Flags:
    return (first >= CODE_POINTS) & (first < CODE_POINTS + len(syllables))
