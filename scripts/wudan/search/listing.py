"""What a reader shows of a hit: id, name and address, in files of a few entries each."""

import json
from collections.abc import Iterator, Sequence

from wudan.search.document import SearchDocument
from wudan.search.shards import compress

ENTRIES = 32
"""How many entries a file holds."""


def listing(documents: Sequence[SearchDocument]) -> Iterator[bytes]:
    """Give the compressed files in order: JSON lists of `[id, name, address]`.

    The address is left out where it is `<list>/<id>/`.
    """
    for begin in range(0, len(documents), ENTRIES):
        rows = [_row(document) for document in documents[begin : begin + ENTRIES]]
        yield compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def _row(document: SearchDocument) -> list[str]:
    row = [document.id, document.name]
    if document.address != f"{document.list}/{document.id}/":
        row.append(document.address)
    return row
