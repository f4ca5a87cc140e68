"""A site with the search alone, served from this host, and a real browser that reads it."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import new_page
from tests.support.root import ROOT
from tests.support.serving import served
from wudan.search.document import SearchDocument
from wudan.search.index import build_index

SCRIPTS = ROOT / "site_src/theme/assets/javascripts/search"
_PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>搜索</title>
<div id="search-app" data-base="../"><form role="search" action="" method="get">
<input type="search" name="q" id="search-input"><button type="submit">搜索</button></form>
<p id="search-status" aria-live="polite"></p><div id="search-facets"></div><ol id="results"></ol>
<button type="button" id="search-more" hidden>再看一些</button></div>
<script type="module" src="../assets/javascripts/search/page.js"></script>
"""
Lexicon = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True)
class Site:
    """A site on disk and where it is served: below a folder of the host, as on a shared one."""

    folder: Path
    url: str


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = new_page(browser)
    yield page
    page.close()


@pytest.fixture(scope="module")
def publish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Site]]:
    """Publish documents with their index, search page and `index.json`, and serve them."""
    root = tmp_path_factory.mktemp("host")

    def write(name: str, documents: Sequence[SearchDocument], lexicon: Lexicon = ()) -> Site:
        site = Site(root / name, f"{address}{name}/")
        files = {f"search-index/{file}": content for file, content in build_index(documents, lexicon).items()}
        files |= {f"assets/javascripts/search/{script.name}": script.read_bytes() for script in SCRIPTS.glob("*.js")}
        files["search/index.html"] = _PAGE.encode()
        for document in documents:
            record = {key: value for key, value in asdict(document).items() if key not in ("list", "facets")}
            files[f"{document.address}index.json"] = json.dumps({"record": record}).encode()
        for file, content in files.items():
            path = site.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return site

    with served(root, "default-src 'self'") as address:
        yield write
