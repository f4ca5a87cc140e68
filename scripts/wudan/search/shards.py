"""The files that hold the grams and their postings.

A file, once inflated, is: the number of its grams; their first symbols as differences; the three lower bytes of
their second symbols, all lowest ones first; the size in bytes of each gram's postings; the postings. All numbers but
the second symbols are in variable bytes. Grams are in order of first, then second symbol.
"""

import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from wudan.search.placement import Placement
from wudan.search.postings import Postings, variable_bytes


def pack(postings: Postings, placement: Placement) -> Iterator[bytes]:
    """Give the compressed files in order of their numbers."""
    order = np.argsort(placement.files, kind="stable")
    bounds = np.searchsorted(placement.files[order], np.arange(placement.shards + len(placement.large) + 1))
    begins, ends = postings.begins[:-1][order], postings.begins[1:][order]
    first, second = postings.first[order].astype(np.int64), postings.second[order]
    step = np.diff(first, prepend=0)
    opening = bounds[:-1][bounds[:-1] < bounds[1:]]
    step[opening] = first[opening]
    steps, sizes = _Cut(step), _Cut(ends - begins)
    data = memoryview(postings.data)
    for begin, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        planes = second[begin:end].astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3].T
        slices = zip(begins[begin:end].tolist(), ends[begin:end].tolist(), strict=True)
        yield compress(
            b"".join(
                (
                    variable_bytes(np.array([end - begin], dtype=np.uint32))[0].tobytes(),
                    steps.cut(begin, end),
                    planes.tobytes(),
                    sizes.cut(begin, end),
                    *(data[first_byte:last_byte] for first_byte, last_byte in slices),
                )
            )
        )


def compress(content: bytes, level: int = 1) -> bytes:
    """Give `content` as a zlib stream, which browsers call `deflate`, and which bears no date.

    Differences of postings hardly repeat: the highest `level` saves one part in a hundred and takes twice as long.
    """
    return zlib.compress(content, level)


class _Cut:
    """A column of numbers as variable bytes, of which any stretch can be taken."""

    def __init__(self, numbers: npt.NDArray[np.integer]) -> None:
        data, sizes = variable_bytes(numbers.astype(np.uint32))
        self._data = data.tobytes()
        self._ends = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))

    def cut(self, begin: int, end: int) -> bytes:
        return self._data[self._ends[begin] : self._ends[end]]
