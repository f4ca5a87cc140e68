"""The search page: a form that works at once, filled with results by a script."""

from collections.abc import Iterator

from wudan.site.pages.home import examples
from wudan.site.parts.page import Page
from wudan.site.parts.site import HOME, Site


def search_pages(site: Site) -> Iterator[Page]:
    """Give the search page."""
    yield Page(
        address="search/",
        title="搜索",
        description=f"搜索{site.imprint.region}的审批事项、权责、收费、部门和办事地点。",
        template="search",
        context={"imprint": site.imprint, "trail": (HOME,), "examples": examples(site)},
        section="search",
    )
