"""A district's real way: a new city, its table imported, checked, published, and found by search in a browser."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import new_page
from tests.support.command import wudan
from tests.support.dirty_table import dirty_rows
from tests.support.importing import read_catalog
from tests.support.serving import served

ROWS = 400
QUERIES = (
    "许可", "备案", "甲1", "乙", "丙 变更", "丁 注销", "许可/备案", "（新办）", "新办", "主项1", "主项",
    "延续 主项", "1", "备", "999A0138000000", "G-000007-001", "0138",
    "999901000000-000-11736", "区水务局", "水务 甲", "医疗保障局 许可",
)  # fmt: skip
PINYIN = {"xuke": "许可", "beian": "备案", "xk": "许可", "bian": "变更"}

SHOW_ALL = """async () => {
  const [more, results] = ["#search-more", "#results"].map((name) => document.querySelector(name));
  while (!more.hidden) {
    const longer = new Promise((done) => new MutationObserver(done).observe(results, { childList: true }));
    more.click();
    await longer;
  }
  return [...results.querySelectorAll("li[data-list=approvals]")].map((entry) => entry.dataset.item);
}"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("district")
    table = folder / "items.tsv"
    table.write_text("\n".join(dirty_rows(ROWS)) + "\n", encoding="utf-8")
    made = wudan("init", "city", "--name", "青河区", "--code", "999901", folder=folder)
    assert made.returncode == 0, made.stderr
    imported = wudan("import", table, "--list", "approvals", folder=folder / "city")
    assert imported.returncode == 0, imported.stdout + imported.stderr
    built = wudan("build", folder=folder / "city")
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "city"


@pytest.fixture(scope="module")
def page(city: Path, browser: Browser) -> Iterator[Any]:
    with served(city / "site") as address:
        page = new_page(browser, base_url=address)
        yield page
        page.close()


def test_wrong_codes_are_findings_and_no_crash(city: Path) -> None:
    result = wudan("check", "--format", "json", folder=city)
    report = json.loads(result.stdout)
    assert result.returncode == 0, result.stderr
    assert {finding["code"] for finding in report["findings"]} == {"B000", "C001", "Q010"}
    assert report["summary"]["items"] == ROWS


def test_every_row_has_its_page_and_nothing_is_invented(city: Path) -> None:
    pages = list((city / "site" / "approvals").glob("*/index.html"))
    assert len(pages) == ROWS
    record = json.loads(pages[0].with_name("index.json").read_text(encoding="utf-8"))["record"]
    assert set(record) <= {"id", "name", "type", "status", "code", "main_item"}
    text = pages[0].read_text(encoding="utf-8")
    assert "申请材料" not in text
    assert "承诺办结时限" not in text


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_returns_exactly_what_contains_the_words_names_first(city: Path, page: Page, query: Any) -> None:
    found = results(page, query)
    wanted = {item: fields for item, fields in searchable(city).items() if contains(fields, query)}
    assert sorted(found) == sorted(wanted)
    in_name = [all(run in wanted[item][0] for run in folded(query).split()) for item in found]
    assert in_name == sorted(in_name, reverse=True)


@pytest.mark.parametrize("pinyin", PINYIN)
def test_a_name_is_found_by_how_it_is_read(city: Path, page: Page, pinyin: Any) -> None:
    by_words = {item for item, fields in searchable(city).items() if PINYIN[pinyin] in fields[0]}
    assert by_words
    assert by_words <= set(results(page, pinyin))


def searchable(city: Path) -> dict[str, list[str]]:
    """Give for each item the texts in which it is found, the name first."""
    catalog = read_catalog(city)
    return {
        placed.record.id: [
            folded(text)
            for text in (
                placed.record.name,
                placed.record.main_item,
                placed.record.code,
                placed.record.id,
                catalog.departments[placed.owner or ""].record.name,
            )
            if text
        ]
        for placed in catalog.approvals
    }


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def contains(fields: list[str], query: str) -> bool:
    return all(any(run in field for field in fields) for run in folded(query).split())


def results(page: Page, query: str) -> list[str]:
    """Type a query into the search page, and give the approval items of its list, in order."""
    page.goto(f"search/?q={quote(query)}")
    page.wait_for_selector("#results li, #search-status:not(:empty)", state="attached")
    page.get_by_text("找到").or_(page.get_by_text("没有")).first.wait_for()
    found: list[str] = page.evaluate(SHOW_ALL)
    return found
