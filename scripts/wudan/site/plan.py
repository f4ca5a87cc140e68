"""The plan of the site: every page that carries catalog text, in a fixed order."""

from collections.abc import Callable, Iterator

from wudan.catalog.catalog import Catalog
from wudan.site.pages.approval import approval_pages
from wudan.site.pages.changes import changes_pages
from wudan.site.pages.charge import fee_pages, fund_pages
from wudan.site.pages.department import department_pages
from wudan.site.pages.dictionary import dictionary_pages
from wudan.site.pages.home import home_pages
from wudan.site.pages.lists import list_pages
from wudan.site.pages.negative import negative_pages
from wudan.site.pages.place import place_pages
from wudan.site.pages.power import power_pages
from wudan.site.pages.rule import rule_pages
from wudan.site.pages.search import search_pages
from wudan.site.pages.service import service_pages
from wudan.site.pages.topic import topic_pages
from wudan.site.parts.page import Page
from wudan.site.parts.site import Site, site_of

MAKERS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home_pages,
    search_pages,
    list_pages,
    approval_pages,
    power_pages,
    fee_pages,
    fund_pages,
    negative_pages,
    department_pages,
    place_pages,
    service_pages,
    topic_pages,
    dictionary_pages,
    rule_pages,
    changes_pages,
)


def plan_pages(catalog: Catalog, edition: str | None = None) -> Iterator[Page]:
    """Give every page that carries catalog text, one after another, none of them rendered.

    `edition` is the id of the edition that is shown, where it is not the latest release of the catalog. The same
    catalog gives the same pages in the same order.
    """
    site = site_of(catalog, edition)
    for make in MAKERS:
        yield from make(site)
