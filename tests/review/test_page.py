"""The pages of a difference and of a review, in a real browser: what readers choose works without a script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import new_page
from tests.support.city import city, days, lay_out
from tests.support.command import wudan
from tests.support.repository import commit, git


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A repository with three changes of two departments since its commit."""
    folder = tmp_path_factory.mktemp("review")
    lists = city()
    lay_out(lists, folder)
    git(folder, "init", "--quiet")
    commit(folder)
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(6)
    lists["approvals/wjw.yml"][1]["visits"] = 3
    lists["approvals/zjj.yml"][0]["conditions"][0]["text"] += "和规定"
    lists["approvals/zjj.yml"][0]["visits"] = 1
    lay_out(lists, folder)
    return folder


@pytest.fixture(params=["diff", "review"])
def page(request: pytest.FixtureRequest, repository: Path, browser: Browser) -> Iterator[Any]:
    """The page of either command, and what the browser had to complain of."""
    command = ("diff", "HEAD") if request.param == "diff" else ("review", "--base", "HEAD")
    html = wudan(*command, "--format", "html", folder=repository).stdout
    page = new_page(browser, viewport={"width": 1280, "height": 900})
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.set_content(html)
    yield page
    assert complaints == []
    page.close()


def shown(page: Page) -> Any:
    articles = page.locator("article[data-kind]")
    return sorted(one.get_attribute("data-kind") for one in articles.all() if one.is_visible())


EVERY = ["called_otherwise", "easier", "limit_shortened", "stricter"]


def test_everything_is_shown_until_somebody_chooses(page: Page) -> None:
    assert shown(page) == EVERY


def test_readers_choose_by_effect_department_and_kind(page: Page) -> None:
    page.uncheck("#show-relief")
    assert shown(page) == ["called_otherwise", "stricter"]
    page.check("#show-relief")
    page.select_option("#department", "zjj")
    assert shown(page) == ["called_otherwise", "easier"]
    page.select_option("#kind", "easier")
    assert shown(page) == ["easier"]
    page.select_option("#department", "")
    page.select_option("#kind", "")
    assert shown(page) == EVERY


def test_words_are_marked_on_both_sides(page: Page) -> None:
    article = page.locator("article[data-kind=limit_shortened]")
    assert article.locator("del").all_inner_texts() == ["8"]
    assert article.locator("ins").all_inner_texts() == ["6"]


@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_its_window(page: Page, width: Any) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_equal_in_a_long_text_is_folded(repository: Path, browser: Browser) -> None:
    lists = city()
    for path, text in (("HEAD", "甲"), ("now", "乙")):
        lists["approvals/wjw.yml"][0]["scope"] = f"{'适用于在本市从事经营活动的单位和个人' * 9}{text}"
        lay_out(lists, repository)
        if path == "HEAD":
            commit(repository)
    page = new_page(browser)
    page.set_content(wudan("diff", "HEAD", "--format", "html", folder=repository).stdout)
    sides = page.locator("article .sides > div")
    assert [side.locator("details").count() for side in sides.all()] == [1, 1]
    assert sides.nth(1).locator("ins").inner_text() == "乙"
    assert "适用于在本市" in sides.nth(0).inner_text()
    page.close()
