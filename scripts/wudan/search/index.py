"""The static index of all entries, as files to be laid under `<site>/search-index/`."""

import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence

import numpy as np

from wudan.catalog.model.kinds import LISTS
from wudan.search.document import SearchDocument
from wudan.search.folding import CODE_POINTS
from wudan.search.grams import ALONE, END, occurring, pairs, singles, spelled
from wudan.search.layout import FIELDS, Layout, lay_out
from wudan.search.lexicon import Lexicon, compile_lexicon
from wudan.search.listing import ENTRIES, listing
from wudan.search.placement import BUCKET_LETTERS, place
from wudan.search.postings import Postings, collect
from wudan.search.shards import compress, pack
from wudan.search.table import FACETS, columns, table
from wudan.search.variants import compile_variants

FORMAT = 1
"""Changes when a reader of the older format could not read the new one."""


def build_index(documents: Sequence[SearchDocument], lexicon: Lexicon = ()) -> dict[str, bytes]:
    """Give the files of the index, relative name → content.

    The order of `documents` does not matter, and equal input gives equal bytes.
    Raises ValueError when two documents have one list and one id, and OverflowError beyond some hundreds of thousands
    of documents, when positions no longer fit.
    """
    ordered = sorted(documents, key=lambda document: (document.list, document.id))
    for one, other in itertools.pairwise(ordered):
        if (one.list, one.id) == (other.list, other.id):
            raise ValueError(f"two documents are {one.list}/{one.id}")
    layout = lay_out(ordered)
    syllables, postings = _postings(layout)
    placement = place(postings, syllables, len(ordered))
    labels = columns(ordered)
    head = {
        "shards": placement.shards,
        "large": np.stack((postings.first, postings.second), axis=1)[placement.large].tolist(),
        "listed": ENTRIES,
        "syllables": syllables,
        "bucket": BUCKET_LETTERS,
    }
    files = {
        "table.bin": compress(table(layout, labels, head), 9),
        "lexicon.bin": compile_lexicon(lexicon),
        "variants.bin": compile_variants(occurring(layout.symbols).tolist()),
        **{f"names/{number:04d}.bin": content for number, content in enumerate(listing(ordered))},
        **{f"grams/{number:04d}.bin": content for number, content in enumerate(pack(postings, placement))},
    }
    facets = [name.partition(":")[2] for name in labels if name.startswith("facet:")]
    meta = {
        "format": FORMAT,
        "edition": _edition(files),
        "entries": len(ordered),
        "lists": _list_labels(ordered),
        "facets": {facet: FACETS.get(facet, facet) for facet in facets},
    }
    text = json.dumps(meta, ensure_ascii=False, indent=1) + "\n"
    return {"meta.json": text.encode("utf-8", "replace"), **files}


def _postings(layout: Layout) -> tuple[tuple[str, ...], Postings]:
    alone = singles(layout)
    syllables, pinyin = spelled(layout)
    spoken = np.arange(CODE_POINTS, CODE_POINTS + len(syllables) + 26)
    symbols = np.concatenate(([ALONE, END], occurring(layout.symbols), spoken)).astype(np.uint32)
    return syllables, collect(
        itertools.chain(pairs(layout), (alone, pinyin)),
        symbols=symbols,
        rows=len(layout.symbols) + len(alone.first) + len(pinyin.first),
        largest=max(int(layout.lengths.sum()), (len(FIELDS) + 1) * layout.entries),
    )


def _list_labels(documents: Sequence[SearchDocument]) -> dict[str, str]:
    """Give what each list is called: as its documents say in the facet `list`, else by its kind, else by its id."""
    labels = {document.list: document.list for document in documents}
    labels |= {kind.id: kind.zh for kind in LISTS if kind.id in labels}
    labels |= {document.list: label for document in documents for label in document.facets.get("list", ())}
    return labels


def _edition(files: Mapping[str, bytes]) -> str:
    """Give a mark that changes with any file, by which a browser keeps two editions of the index apart."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]
