"""The list pages: every entry of a list, grouped by department, complete without any script."""

from collections.abc import Iterator

from wudan.catalog.model.kinds import ListKind
from wudan.site.parts.listing import by_department, tally
from wudan.site.parts.page import Page
from wudan.site.parts.site import HOME, Site
from wudan.site.parts.wording import date_text


def list_pages(site: Site) -> Iterator[Page]:
    """Give the page of every list that the city keeps."""
    for kind in site.catalog.lists:
        yield _page(site, kind)


def _page(site: Site, kind: ListKind) -> Page:
    entries = site.entries[kind.id]
    counted = tally(entries)
    groups = by_department(site, entries)
    return Page(
        address=f"{kind.id}/",
        title=kind.zh,
        description=f"{site.imprint.region}{kind.zh}，共{counted.items}项，涉及{len(groups)}个部门。",
        template="list",
        context={
            "imprint": site.imprint,
            "trail": (HOME,),
            "kind": kind,
            "groups": groups,
            "tally": counted,
            "ended": (date_text(kind.ended[0]), kind.ended[1]) if kind.ended else None,
        },
        section="lists",
    )
