"""The home page: search first, then the lists, the topics, the places."""

from collections.abc import Iterator

import msgspec

from wudan.catalog.model.kinds import ListKind
from wudan.site.pages.changes import latest_row
from wudan.site.pages.department import directory
from wudan.site.pages.service import service_rows
from wudan.site.pages.topic import topics
from wudan.site.parts.link import Link
from wudan.site.parts.listing import Tally, tally
from wudan.site.parts.page import Page
from wudan.site.parts.site import Site

EXAMPLES = 8
LONGEST_EXAMPLE = 5


class ListCard(msgspec.Struct, frozen=True):
    """A list on the home page, with what it counts."""

    kind: ListKind
    tally: Tally
    about: str


_ABOUT = {
    "approvals": "办证、审批、备案：条件、材料、流程、时限和地点",
    "powers": "部门有哪些权力，每个环节负什么责任",
    "fees": "清单之外一律不得收费",
    "funds": "征收对象、标准、用途和期限",
    "negative": "产业集聚区内禁止和限制投资的项目",
}


def home_pages(site: Site) -> Iterator[Page]:
    """Give the home page."""
    imprint = site.imprint
    yield Page(
        address="",
        title=imprint.title,
        description=f"{imprint.region}行政审批、权责、收费、基金和负面清单：查材料、查流程、查时限、查地点。",
        template="home",
        context={
            "imprint": imprint,
            "examples": examples(site),
            "cards": tuple(
                ListCard(kind, tally(site.entries[kind.id]), _ABOUT[kind.id]) for kind in site.catalog.lists
            ),
            "audiences": topics(site),
            "services": tuple(row for row in service_rows(site) if not row.link.note),
            "groups": directory(site),
            "places": tuple(_main_places(site)),
            "figures": tuple(_figures(site)),
            "latest": latest_row(site),
        },
        section="home",
    )


def examples(site: Site) -> tuple[str, ...]:
    """Give everyday words to try: those that the city chose, else short ones, spread over the lexicon."""
    if site.catalog.city and site.catalog.city.examples:
        return site.catalog.city.examples
    names = [placed.record.name for placed in site.entries.get("approvals", ()) if placed.record.status == "在用"]
    words = [
        word
        for placed in site.catalog.lexicon
        if any(term in name for term in placed.record.terms for name in names)
        and len(word := placed.record.words[0]) <= LONGEST_EXAMPLE
    ]
    step = max(1, len(words) // EXAMPLES)
    return tuple(dict.fromkeys(words[::step]))[:EXAMPLES]


def _main_places(site: Site) -> Iterator[Link]:
    for id_, placed in site.catalog.places.items():
        if placed.record.kind in ("政务大厅", "分中心"):
            yield site.relations.links["places", id_]


def _figures(site: Site) -> Iterator[tuple[int, str]]:
    """Give plain counts over the approval items that are not cancelled; those that are nought are left out."""
    items = [placed.record for placed in site.entries.get("approvals", ()) if placed.record.is_in_use]
    free = sum(1 for item in items if item.fee and not item.fee.charged)
    once = sum(1 for item in items if item.visits is not None and item.visits <= 1)
    at_once = sum(1 for item in items if item.case_type == "即办件")
    for count, words in ((free, "不收费"), (once, "最多跑一次"), (at_once, "当场办结")):
        if count:
            yield count, words
