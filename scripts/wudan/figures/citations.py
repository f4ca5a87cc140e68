"""How many citations a catalog has, and how many of them somebody held against a text."""

from collections import Counter

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.citations import all_citations
from wudan.law.register import Resolution, Verdict, law_register

_IN_FORCE = "有效文本"


class Citations(msgspec.Struct, frozen=True):
    """Citations in all files, each place where one stands counted once.

    `laws` is the number of laws in the register, `cited` of those that something cites. `in_force` of the citations
    name a version whose text of that time was read, `later` one that was read in a later text, `unread` one that nobody
    read. `places` is the number of different articles that are cited, `places_checked` of those that were read.
    """

    laws: int
    cited: int
    citations: int
    in_force: int
    later: int
    unread: int
    places: int
    places_checked: int


def citation_figures(catalog: Catalog) -> Citations:
    """Count the citations of a catalog by what they were held against."""
    register = catalog.derived(law_register)
    counts: Counter[str] = Counter()
    laws: set[str] = set()
    places: dict[tuple[str, str], bool] = {}
    for _, _, citation in catalog.derived(all_citations):
        found = register.resolve(citation)
        counts[_reading(found)] += 1
        name = found.law.record.name if found.law else citation.law
        if found.law:
            laws.add(name)
        places[name, citation.article or ""] = found.is_checked and found.verdict is Verdict.HOLDS
    return Citations(
        laws=len(catalog.laws),
        cited=len(laws),
        citations=counts.total(),
        in_force=counts["in_force"],
        later=counts["later"],
        unread=counts["unread"],
        places=len(places),
        places_checked=sum(places.values()),
    )


def _reading(found: Resolution) -> str:
    if found.version is None or not found.is_checked:
        return "unread"
    return "in_force" if found.version.verdict == _IN_FORCE else "later"
