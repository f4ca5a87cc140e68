"""The pages of a small city: written, read and planned as the tool does it, and read back as a browser would."""

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.support.city import loaded
from tests.support.root import ROOT
from wudan.catalog.catalog import Catalog
from wudan.site.engine.render import Renderer
from wudan.site.parts.page import Page
from wudan.site.plan import plan_pages

THEME = ROOT / "site_src" / "theme"
RENDERER = Renderer(THEME / "templates")

HEAD = {"format": 1, "region": {"code": "410183", "name": "新密市", "level": "县级"}, "title": "新密市五单一网"}
DEPARTMENTS = [{"id": "wjw", "name": "新密市卫生和计划生育委员会", "short_name": "市卫生计生委", "kind": "政府部门"}]


def write_city(folder: Path, files: Mapping[str, Any]) -> Catalog:
    """Write the files of a catalog, by path below the catalog folder, and read them; each must be without fault."""
    catalog = loaded({"catalog.yml": HEAD, "departments.yml": DEPARTMENTS, **files}, folder)
    unread = [file.path for file in catalog.files if file.refusal or file.faulty]
    assert not unread, f"not read: {unread}"
    return catalog


def pages_of(catalog: Catalog) -> dict[str, Page]:
    """Give the pages of a catalog by address; no two have the same."""
    pages = list(plan_pages(catalog))
    by_address = {page.address: page for page in pages}
    assert len(by_address) == len(pages)
    return by_address


def body(catalog: Catalog, address: str) -> str:
    """Give the HTML of one page's body."""
    return RENDERER.body(pages_of(catalog)[address])


def approval(**fields: Any) -> dict[str, Any]:
    """Give an approval item with no more than a list must have, and the fields given."""
    return {"id": "wjw-xk-003", "name": "公共场所卫生许可", "type": "行政许可", "status": "在用"} | fields


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def addresses(self) -> list[str]:
        """Give everything that the page links to or loads."""
        keys = ("href", "src", "action")
        return [value for _, attributes in self.elements for key in keys if (value := attributes.get(key))]
