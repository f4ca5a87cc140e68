"""The pages and feeds of the releases: each edition as it was frozen, links that lead somewhere, no text that acts."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.support.city import city, loaded
from tests.support.pages import RENDERER
from wudan.site.feeds import feed_files
from wudan.site.plan import plan_pages

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<script>alert(1)</script> &\x07"


def change(
    item: Any,
    effect: Any,
    department: Any = "wjw",
    message: Any = "承诺办结时限由 8 个工作日 缩短到 6 个工作日",
    name: str = "采血许可",
) -> Any:
    return {
        "kind": "limit_shortened", "list": "approvals", "item": item, "name": name, "effect": effect,
        "department": department, "message": message,
    }  # fmt: skip


def release(identity: Any, on: Any, *changes: Any, **more: Any) -> Any:
    return {
        "id": identity, "on": on, "document": "新密政文〔2015〕45号", "approved_by": "新密市人民政府",
        "hash": "0" * 64, "changes": list(changes), **more,
    }  # fmt: skip


def total(measure: Any, before: Any, now: Any) -> Any:
    return {"measure": measure, "unit": "个工作日", "before": before, "now": now, "items": 18}


@pytest.fixture
def catalog(tmp_path: Path) -> Any:
    first = release("r2015-12", "2015-12-25")
    second = release(
        "r2016-03", "2016-03-01", change("wjw-xk-001", "relief"), change("zjj-xk-002", "burden", "zjj", HOSTILE),
        change("gone-xk-001", "neutral", "wjw"), totals=[total("承诺时限", 144, 142), total("法定时限", 360, 360)],
    )  # fmt: skip
    third = release("r2016-04", "2016-04-01", change("wjw-xk-001", "burden"), withdrawn="公示期内有异议")
    files = {f"releases/{one['id']}.yml": one for one in (first, second, third)}
    return loaded(city(), tmp_path, **files)


def bodies(catalog: Any) -> Any:
    pages = (page for page in plan_pages(catalog, "预览") if page.template in ("changes", "release"))
    return {page.address: RENDERER.body(page) for page in pages}


def test_every_edition_has_a_page_and_the_index_tells_the_latest_first(catalog: Any) -> None:
    pages = bodies(catalog)
    assert list(pages) == ["changes/", "changes/r2016-04/", "changes/r2016-03/", "changes/r2015-12/"]
    index = pages["changes/"]
    assert index.index("r2016-04") < index.index("r2016-03") < index.index("r2015-12")
    assert "加重 1 处，减轻 1 处，其他改动 1 处" in index
    assert "已撤回" in index


def test_an_edition_tells_its_changes_by_effect_with_links_to_what_still_has_a_page(catalog: Any) -> None:
    page = bodies(catalog)["changes/r2016-03/"]
    assert page.index("加重") < page.index("减轻") < page.index("其他改动")
    assert 'href="../../approvals/wjw-xk-001/"' in page
    assert "gone-xk-001" not in page.replace("changes", "")


def test_an_edition_tells_the_sums_that_it_moved_and_one_that_moved_none_tells_none(catalog: Any) -> None:
    pages = bodies(catalog)
    page = pages["changes/r2016-03/"]
    assert "两版都有的18项审批事项" in page
    assert "由 144 变为 142 个工作日，减少 2" in page
    assert "360 个工作日，不变" in page
    assert "合计" not in pages["changes/r2016-04/"]
    assert "<script" not in page
    assert "公示期内有异议" in bodies(catalog)["changes/r2016-04/"]


def test_what_proves_an_edition_acts_on_no_page_whatever_it_says(catalog: Any) -> None:
    signers = f'"{HOSTILE[:8]}<img src=x>" valid-after="20151201" ssh-ed25519 AAAA\n'
    seals = {"releases/allowed_signers": signers.encode(), "releases/r2015-12.sig": HOSTILE.encode()}
    pages = bodies(replace(catalog, seals=seals))
    assert "&lt;script&gt;&lt;img src=x&gt;" in pages["changes/"]
    assert "自 20151201 起有效" in pages["changes/"]
    assert "密钥指纹 <code>读不出</code>" in pages["changes/r2015-12/"]
    assert "这一版没有签名" in pages["changes/r2016-03/"]
    assert not any("<script" in page or "<img" in page for page in pages.values())


def test_a_city_without_releases_has_neither_pages_nor_feeds(tmp_path: Path) -> None:
    catalog = loaded(city(), tmp_path)
    assert bodies(catalog) == {}
    assert feed_files(catalog, "") == {}


@pytest.mark.parametrize("site_url", ["", "https://www.xinmi.example/"])
def test_feeds_are_one_for_all_and_one_a_department_and_well_formed(catalog: Any, site_url: Any) -> None:
    feeds = feed_files(catalog, site_url)
    assert set(feeds) == {"changes/feed.xml", "departments/wjw/feed.xml", "departments/zjj/feed.xml"}
    feed = ET.fromstring(feeds["changes/feed.xml"])  # noqa: S314 (it was written a line ago)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2016-03-01T00:00:00+08:00", "2015-12-25T00:00:00+08:00",
    ]  # fmt: skip
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert all(node.text is None or "\x07" not in node.text for node in feed.iter())
    own = ET.fromstring(feeds["departments/zjj/feed.xml"])  # noqa: S314
    assert [entry.findtext(f"{ATOM}title") for entry in own.findall(f"{ATOM}entry")] == ["r2016-03：加重 1 处"]


def test_feeds_do_not_hang_on_the_clock(catalog: Any) -> None:
    assert feed_files(catalog, "") == feed_files(catalog, "")


def test_a_record_tells_what_the_editions_changed_of_it_but_not_what_was_withdrawn(catalog: Any) -> None:
    pages = {page.address: RENDERER.body(page) for page in plan_pages(catalog, "预览")}
    item = pages["approvals/wjw-xk-001/"]
    assert '<section id="history">' in item
    assert 'href="../../changes/r2016-03/"' in item
    assert "缩短到 6 个工作日" in item
    assert "r2016-04" not in item
    assert 'id="history"' not in pages["approvals/wjw-xk-002/"]
    assert "<script>" not in pages["approvals/zjj-xk-002/"]


def test_a_department_links_its_feed_where_it_has_one(catalog: Any) -> None:
    pages = {page.address: RENDERER.body(page) for page in plan_pages(catalog, "预览")}
    feeds = feed_files(catalog, "")
    for department in ("wjw", "zjj", "slj"):
        has_link = 'href="feed.xml"' in pages[f"departments/{department}/"]
        assert has_link == (f"departments/{department}/feed.xml" in feeds)
