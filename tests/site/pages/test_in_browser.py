"""The pages of the demo city in a browser: on a phone, by keyboard, without scripts, on paper."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import new_page
from tests.support.root import ROOT
from tests.support.serving import served

KINDS = ("", "approvals/", "powers/", "departments/", "places/", "services/", "topics/", "search/", "data/dictionary/",
         "rules/", "rules/S009/", "rules/X007/", "about/", "help/", "approvals/*/", "powers/*/", "fees/*/",
         "departments/*/", "places/*/", "services/*/", "topics/*/*/")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("browser") / "site"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site],
        cwd=ROOT,
        env=os.environ | {"WUDAN_PREVIEW": "1", "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return site


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as root:
        yield root


def _one_of(folder: Path, kind: str) -> str:
    """Give the address of the largest page of a kind."""
    pages = folder.glob(f"{kind}index.html")
    largest = max(pages, key=lambda page: (page.stat().st_size, page))
    return str(largest.parent.relative_to(folder)).removeprefix(".") + "/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = new_page(browser, viewport={"width": 390, "height": 844})
    yield page
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone_or_breaks_its_policy(folder: Path, address: str, phone: Page, kind: str) -> None:
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    phone.on("pageerror", lambda error: said.append(str(error)))
    phone.goto(address + _one_of(folder, kind).removeprefix("/"))
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert said == []
    assert phone.locator("h1").count() == 1


def test_the_first_key_leads_past_the_navigation(address: str, phone: Page) -> None:
    phone.goto(address + "approvals/")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "跳到正文"
    assert phone.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('#page') !== null")


def test_the_lists_open_by_keyboard(address: str, phone: Page) -> None:
    phone.goto(address)
    phone.locator(".menu summary").focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/approvals/")


def test_what_a_finger_touches_in_the_navigation_is_large_enough(address: str, phone: Page) -> None:
    phone.goto(address)
    heights = phone.locator(".menu > ul > li > a, .menu summary").evaluate_all(
        "elements => elements.map(element => element.getBoundingClientRect().height)"
    )
    assert len(heights) == 8
    assert min(heights) >= 44


def test_without_scripts_a_word_still_reaches_the_search_page(address: str, browser: Browser) -> None:
    page = new_page(browser, java_script_enabled=False)
    page.goto(address + "departments/")
    page.fill("#top-input", "开饭店")
    page.press("#top-input", "Enter")
    assert page.url.startswith(address + "search/?q=")
    assert page.locator("noscript a, noscript").first.count() == 1
    page.goto(address + "approvals/")
    assert page.locator(".rows a").count() > 0
    page.close()


def test_on_paper_there_is_the_checklist_and_nothing_to_click(folder: Path, address: str, phone: Page) -> None:
    phone.set_viewport_size({"width": 680, "height": 900})
    phone.emulate_media(media="print")
    phone.goto(address + _one_of(folder, "approvals/*/").removeprefix("/"))
    for hidden in (".top", ".foot", ".trail", ".toc", "[data-print]"):
        assert not phone.locator(hidden).first.is_visible()
    assert phone.locator(".checklist input").first.is_visible()
    row = phone.locator(".checklist tbody tr").first
    tops = row.locator("> *").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
