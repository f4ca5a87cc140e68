"""Traditional characters and the simplified ones that lists are written in, for queries in traditional script."""

import functools
from collections.abc import Iterable

from wudan.catalog.characters import HAN
from wudan.search.shards import compress


def compile_variants(symbols: Iterable[int]) -> bytes:
    """Give the file of traditional characters, each followed by its simplified form, in order.

    `symbols` are the code points that the index holds: a character that occurs there is looked for as it is, and one
    whose simplified form does not occur can find nothing.
    """
    known = {chr(symbol) for symbol in symbols}
    pairs = ((one, other) for one, other in _simplified() if one not in known and other in known)
    return compress("".join(f"{one}{other}" for one, other in pairs).encode(), 9)


@functools.cache
def _simplified() -> tuple[tuple[str, str], ...]:
    """Give every traditional Han character with its simplified form (OpenCC's table TSCharacters)."""
    from opencc import OpenCC  # noqa: PLC0415 (its dictionaries are read when it is imported)

    every = [chr(code) for first, last in HAN if last < 0x20000 for code in range(first, last + 1)]
    converted = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return tuple((one, other) for one, other in zip(every, converted, strict=True) if one != other and len(other) == 1)
