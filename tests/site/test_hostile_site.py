"""A city whose every text is hostile, really built and opened: nothing runs, nothing leaves the host."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

from tests.support.browsing import Traffic, new_page
from tests.support.hostile_city import HOSTILE, filled, hostile_files
from tests.support.pages import write_city
from tests.support.root import ROOT
from tests.support.serving import served
from wudan.catalog.model.kinds import KINDS, LIST_IDS
from wudan.catalog.model.schema import schema_of
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.site.mkdocs.build import build_site

_WITHOUT_PAGES = {
    "baseline": "baseline/round-10.yml",
    "adjustment": "baseline/adjustments/one.yml",
    "waivers": "waivers/wjw.yml",
    "release": "releases/r2015-12.yml",
    "statistics": "statistics/y2015-01-10.yml",
}
_LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => window.violations.push(event.violatedDirective));
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    files = dict(hostile_files())
    for kind_id, path in _WITHOUT_PAGES.items():
        definitions = schema_of(kind_id)["$defs"]
        record = filled(definitions[KINDS[kind_id].model.__name__], definitions)
        files[path] = [record] if KINDS[kind_id].many else record
    head = dict(files["catalog.yml"])
    # The ids in it are examples, and exist nowhere; the release names itself as the one before.
    files["catalog.yml"] = head | {"levels": {"S004": "warning", "P008": "warning"}}
    write_city(folder, files)
    signers = HOSTILE.replace('"', "")
    (folder / "catalog/releases/allowed_signers").write_text(f'"{signers}" ssh-ed25519 AAAA\n', encoding="utf-8")
    (folder / "catalog/releases/r2015-12.sig").write_text(HOSTILE, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    build_site(folder)
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project / "site") as root:
        yield root


class Watch:
    """Opens a page and hears everything that should not happen."""

    def __init__(self, browser: Browser, root: str) -> None:
        self.root = root
        self.heard: list[str] = []
        self.page: Page = new_page(browser)
        self.traffic = Traffic(self.page)
        self.page.add_init_script(_LISTEN)
        self.page.on("dialog", self._refuse)
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("console", self._hear)
        self.page.on("request", lambda asked: self._note(asked.url))

    def _refuse(self, dialog: Dialog) -> None:
        self.heard.append(dialog.message)
        dialog.dismiss()

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.heard.append(said.text)

    def _note(self, url: str) -> None:
        if not url.startswith((self.root, "data:")):
            self.heard.append(url)

    def open(self, path: str) -> None:
        self.page.goto(self.root + path)
        self.traffic.settle()
        self.heard.extend(self.page.evaluate("window.violations"))


def test_every_file_kind_is_part_of_the_hostile_catalog(project: Path) -> None:
    catalog = load_catalog(open_folder(project / "catalog"))
    assert {file.kind.id for file in catalog.files if file.kind and file.document} == set(KINDS)
    assert all(HOSTILE.split("<")[0] in file.text.replace("''", "'").replace('\\"', '"') for file in catalog.files)


def test_every_page_opens_and_nothing_of_it_runs(browser: Browser, project: Path, address: str) -> None:
    pages = sorted(str(path.parent.relative_to(project / "site")) for path in (project / "site").rglob("index.html"))
    folders = {page.split("/")[0] for page in pages}
    assert folders >= {".", *LIST_IDS, "departments", "places", "services", "search", "topics", "data"}
    watch = Watch(browser, address)
    for page in pages:
        watch.open("" if page == "." else f"{page}/")
        assert watch.heard == [], page
    watch.page.close()


@pytest.mark.parametrize("query", ["<script>", "alert(1)", "甲\"乙'", "{{7*7}}", "wjw", "<img src=x"])
def test_searching_for_hostile_texts_shows_them_and_runs_nothing(browser: Browser, address: str, query: str) -> None:
    watch = Watch(browser, address)
    watch.open("search/")
    watch.page.locator("#search-input").fill(query)
    watch.page.locator("#search-input").press("Enter")
    watch.page.locator("#results li").first.wait_for()
    assert "alert(1)" in watch.page.locator("#results").inner_text()
    assert watch.heard == []
    watch.page.close()
