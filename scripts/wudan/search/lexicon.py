"""Everyday words and the official terms that they stand for, as the reader looks them up."""

import json
from collections.abc import Sequence
from typing import TypeAlias

from wudan.search.normalise import query_runs
from wudan.search.shards import compress

Lexicon: TypeAlias = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
"""Groups of everyday words with the official terms that stand for each of them."""


def compile_lexicon(lexicon: Lexicon) -> bytes:
    """Give the compressed JSON object: normalised everyday word → its terms as they are written, in the order given."""
    terms: dict[str, list[str]] = {}
    for words, officials in lexicon:
        for word in words:
            known = terms.setdefault(" ".join(query_runs(word)), [])
            known.extend(term for term in dict.fromkeys(officials) if term not in known and query_runs(term))
    terms.pop("", None)
    text = json.dumps(dict(sorted(terms.items())), ensure_ascii=False, separators=(",", ":"))
    return compress(text.encode("utf-8", "replace"))
