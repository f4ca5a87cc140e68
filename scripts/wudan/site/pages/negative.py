"""The pages of the negative list: what may not be invested in, or only under conditions."""

from collections.abc import Iterator
from typing import Any

from wudan.catalog.catalog import Placed
from wudan.catalog.model.negative import NegativeEntry
from wudan.site.parts.entry import entry_context
from wudan.site.parts.labels import label
from wudan.site.parts.page import Page
from wudan.site.parts.site import Fact, Site


def negative_pages(site: Site) -> Iterator[Page]:
    """Give the page of every entry of the negative list."""
    for placed in site.entries.get("negative", ()):
        yield _page(site, placed)


def _page(site: Site, placed: Placed[NegativeEntry]) -> Page:
    item = placed.record
    measure = item.measure or "管理"
    return site.record_page(
        placed,
        folder="negative",
        template="negative",
        section="lists",
        name=item.name,
        description=f"{item.name}：负面清单{measure}类条目的要求、例外、依据和对应的审批事项。",
        context=lambda: _context(site, placed),
    )


def _context(site: Site, placed: Placed[NegativeEntry]) -> dict[str, Any]:
    item = placed.record
    zone = site.relations.department(placed.owner)
    return entry_context(site, placed) | {
        "facts": tuple(_facts(item, zone.name if zone else "")),
        "approvals": site.relations.find("approvals", item.approvals),
        "dials": site.dials(placed.owner, None, None),
    }


def _facts(item: NegativeEntry, zone: str) -> Iterator[Fact]:
    for key in ("measure", "nature"):
        if value := getattr(item, key):
            yield Fact(label(f"NegativeEntry.{key}"), value)
    if zone:
        yield Fact("适用区域", zone)
