"""The search page as a person uses it, in a real browser."""

from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlparse

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search.conftest import Site
from tests.search.oracle import Oracle
from tests.support.browsing import Traffic
from tests.support.few_search_entries import LEXICON, SMALL, entry
from tests.support.search_entries import documents


@pytest.fixture(scope="module")
def small(publish: Callable[..., Site]) -> Site:
    return publish("small", SMALL, LEXICON)


@pytest.fixture(scope="module")
def large(publish: Callable[..., Site]) -> Site:
    return publish("folder/large", documents(150), LEXICON)


def open_search(page: Page, site: Site, query: str, **chosen: str) -> None:
    extra = "".join(f"&{facet}={quote(label)}" for facet, label in chosen.items())
    page.goto(f"{site.url}search/?q={quote(query)}{extra}")
    expect(page.locator("#search-status")).to_contain_text("。")


def shown(page: Page) -> list[str]:
    found: list[str] = page.locator("#results > li").evaluate_all(
        "items => items.map((item) => `${item.dataset.list}/${item.dataset.item}`)"
    )
    return found


def test_a_linked_query_is_answered_with_links_to_the_items(page: Page, small: Site) -> None:
    open_search(page, small, "卫生许可")

    assert shown(page) == ["approvals/wjw-xk-003"]
    expect(page.locator("#search-status")).to_have_text("找到 1 项。")
    expect(page.locator("#search-input")).to_have_value("卫生许可")
    hit = page.locator("#results li")
    expect(hit.locator("a")).to_have_attribute("href", small.url + "approvals/wjw-xk-003/")
    expect(hit.locator("mark")).to_have_text("卫生许可")
    expect(hit).to_contain_text("行政审批事项清单 · 卫计委")


def test_the_page_works_below_a_folder_of_the_host(page: Page, large: Site) -> None:
    open_search(page, large, "食品经营")

    assert shown(page) == Oracle(documents(150)).hits("食品经营")[:20]
    assert page.locator("#results a").first.get_attribute("href").startswith(large.url)


def test_a_match_in_the_text_is_shown_in_its_own_words(page: Page, small: Site) -> None:
    open_search(page, small, "检测报告")

    expect(page.locator("#results li .search-hit__excerpt")).to_have_text("经营者应当在开业前提交检测报告。")
    expect(page.locator("#results li .search-hit__excerpt mark")).to_have_text("检测报告")


def test_pinyin_marks_the_characters_that_were_spoken(page: Page, small: Site) -> None:
    open_search(page, small, "chang suo wei")

    assert shown(page) == ["approvals/wjw-xk-003"]
    expect(page.locator("#results mark")).to_have_text("场所卫")


def test_catalog_text_is_never_parsed_as_html(page: Page, small: Site) -> None:
    open_search(page, small, "食材")

    item = page.locator("#results li")
    expect(item).to_contain_text('<img src=x onerror="window.broken=1">&lt;许可&gt;')
    expect(item.locator(".search-hit__excerpt")).to_have_text("<b>食材</b>须登记</p><script>window.broken=1</script>")
    expect(page.locator("#search-facets")).to_contain_text("<script>window.broken=1</script>")
    assert page.locator("#search-app img, #search-app script, #search-app b").count() == 0
    assert page.evaluate("window.broken") is None


def test_nothing_breaks_the_content_security_policy_or_leaves_the_host(page: Page, small: Site) -> None:
    messages: list[str] = []
    hosts = set()
    page.on("console", lambda message: messages.append(message.text))
    page.on("request", lambda request: hosts.add(urlparse(request.url).hostname))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.warn('CSP', event.blockedURI))"
    )

    open_search(page, small, "许可")
    page.locator("#search-facets input").first.check()
    expect(page.locator("#search-status")).to_contain_text("筛选")

    assert [message for message in messages if "CSP" in message or "Security" in message] == []
    assert hosts == {"127.0.0.1"}


def test_everyday_words_are_also_searched_by_their_terms(page: Page, small: Site) -> None:
    open_search(page, small, "我要开饭馆")

    assert shown(page) == ["approvals/spj-xk-001"]
    expect(page.locator("#search-status")).to_have_text(
        "没有直接写明“我要开饭馆”的事项。按清单用语“食品经营许可”找到 1 项。"
    )


def test_an_everyday_word_is_replaced_within_its_sentence(page: Page, small: Site) -> None:
    open_search(page, small, "危化品经营")

    assert shown(page) == ["approvals/ajj-xk-001"]
    expect(page.locator("#search-status")).to_contain_text("危险化学品")


def test_direct_hits_stand_before_those_of_the_lexicon(page: Page, publish: Callable[..., Site]) -> None:
    site = publish(
        "lexicon", [entry("a-xk-001", "食品经营许可"), entry("b-xk-001", "登记", text=("下馆子须知",))], LEXICON
    )

    open_search(page, site, "下馆子")

    assert shown(page) == ["approvals/b-xk-001", "approvals/a-xk-001"]
    expect(page.locator("#search-status")).to_have_text(
        "找到 2 项，其中 1 项写有“下馆子”，另外 1 项按清单用语“食品经营许可”找到。"
    )


@pytest.mark.parametrize("query", ["食品径营许可", "食品经许可", "食品经营许客"])
def test_one_wrong_or_missing_character_is_forgiven_and_said(page: Page, small: Site, query: str) -> None:
    open_search(page, small, query)

    assert shown(page)[0] == "approvals/spj-xk-001"
    expect(page.locator("#search-status")).to_contain_text(f"没有找到“{query}”。以下")
    expect(page.locator("#search-status")).to_contain_text("细微差别")


def test_a_sentence_finds_what_shares_most_with_it(page: Page, small: Site) -> None:
    open_search(page, small, "请问公共场所如何办卫生")

    assert shown(page)[0] == "approvals/wjw-xk-003"
    expect(page.locator("#search-status")).to_contain_text("部分字词相同")


def test_what_is_nowhere_is_said_to_be_nowhere(page: Page, small: Site) -> None:
    open_search(page, small, "火星旅游")

    assert shown(page) == []
    expect(page.locator("#search-status")).to_contain_text("没有找到与“火星旅游”有关的事项")


def test_facets_narrow_count_and_stay_in_the_address(page: Page, large: Site) -> None:
    entries = {f"{entry.list}/{entry.id}": entry for entry in documents(150)}
    hits = Oracle(documents(150)).hits("许可")

    open_search(page, large, "许可", department="卫计委")

    narrowed = [hit for hit in hits if entries[hit].department == "卫计委"]
    assert shown(page) == narrowed[:20]
    powers = sum(hit.startswith("powers/") for hit in narrowed)
    page.get_by_label("权责事项").check()
    expect(page.locator("#search-status")).to_contain_text(f"筛选后有 {powers} 项")
    page.get_by_label("林业局").check()
    both = [hit for hit in hits if entries[hit].department in ("卫计委", "林业局") and hit.startswith("powers/")]
    expect(page.locator("#search-status")).to_contain_text(f"筛选后有 {len(both)} 项")
    assert shown(page) == both[:20]
    assert parse_qs(urlparse(page.url).query) == {
        "q": ["许可"],
        "department": ["卫计委", "林业局"],
        "list": ["权责事项"],
    }
    others = sum(entries[hit].department == "住建局" and hit.startswith("powers/") for hit in hits)
    expect(page.locator("label", has_text="住建局")).to_contain_text(f"（{others}）")


def test_facets_alone_list_all_that_has_them(page: Page, large: Site) -> None:
    page.goto(f"{large.url}search/?department={quote('林业局')}")

    count = sum(entry.department == "林业局" for entry in documents(150))
    expect(page.locator("#search-status")).to_have_text(f"共 150 项。按所选条件筛选后有 {count} 项。")


def test_the_focus_stays_on_the_box_that_was_ticked(page: Page, large: Site) -> None:
    open_search(page, large, "许可")

    page.get_by_label("林业局").focus()
    page.keyboard.press("Space")
    expect(page.locator("#search-status")).to_contain_text("筛选")

    assert page.evaluate("document.activeElement.value") == "林业局"


def test_more_hits_come_twenty_at_a_time(page: Page, large: Site) -> None:
    hits = Oracle(documents(150)).hits("许可")
    open_search(page, large, "许可")

    assert shown(page) == hits[:20]
    page.locator("#search-more").click()
    expect(page.locator("#results > li")).to_have_count(40)
    assert shown(page) == hits[:40]
    while page.locator("#search-more").is_visible():
        before = page.locator("#results > li").count()
        page.locator("#search-more").click()
        expect(page.locator("#results > li")).not_to_have_count(before)
    assert shown(page) == hits


def test_submitting_makes_a_step_of_history_and_back_returns(page: Page, small: Site) -> None:
    open_search(page, small, "食品生产")
    page.locator("#search-input").fill("卫生")
    page.keyboard.press("Enter")
    expect(page.locator("#results > li")).to_have_attribute("data-item", "wjw-xk-003")

    page.go_back()

    expect(page.locator("#results > li").first).to_have_attribute("data-item", "spj-xk-002")
    expect(page.locator("#search-input")).to_have_value("食品生产")


def test_the_last_query_wins_when_answers_come_late(page: Page, small: Site) -> None:
    traffic = Traffic(page)
    page.goto(small.url + "search/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/grams/**", hold)
    page.locator("#search-input").fill("食品生产")
    with page.expect_request("**/grams/**"):
        page.keyboard.press("Enter")
    page.locator("#search-input").fill("")
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_contain_text("请输入")

    with page.expect_response("**/grams/**"):
        for route in held:
            route.continue_()
    traffic.settle()

    assert shown(page) == []
    expect(page.locator("#search-status")).to_contain_text("请输入")


def test_typing_answers_without_a_new_step_of_history(page: Page, small: Site) -> None:
    page.goto(small.url + "search/")
    steps = page.evaluate("history.length")

    page.locator("#search-input").press_sequentially("理发店")

    expect(page.locator("#results > li")).to_have_attribute("data-item", "wjw-xk-003")
    assert page.evaluate("history.length") == steps
    assert parse_qs(urlparse(page.url).query) == {"q": ["理发店"]}


def test_slash_puts_the_cursor_into_the_field(page: Page, small: Site) -> None:
    open_search(page, small, "食品")

    page.locator("#results a").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("卫生/许可")

    expect(page.locator("#search-input")).to_be_focused()
    expect(page.locator("#search-input")).to_have_value("卫生/许可")


@pytest.mark.parametrize("missing", ["meta.json", "table.bin", "grams"])
def test_a_missing_index_is_said_in_plain_words_and_recovers(page: Page, small: Site, missing: str) -> None:
    page.route(f"**/search-index/{missing}**", lambda route: route.abort())
    open_search(page, small, "食品")
    expect(page.locator("#search-status")).to_contain_text("没有取到")
    assert shown(page) == []

    page.unroute(f"**/search-index/{missing}**")
    page.locator("#search-input").press("Enter")

    expect(page.locator("#results > li").first).to_have_attribute("data-item", "spj-xk-002")


def test_without_a_query_nothing_is_fetched(page: Page, small: Site) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    page.goto(small.url + "search/")
    expect(page.locator("#search-status")).to_contain_text("请输入")

    assert [url for url in requests if "search-index" in url] == []


def test_a_very_long_text_is_cut_and_the_page_says_so(page: Page, small: Site) -> None:
    open_search(page, small, "卫生许可" + "办" * 61)

    expect(page.locator("#search-status")).to_contain_text("文字太长，只按前 60 个字查找。")
    expect(page.locator("#search-status")).not_to_contain_text("办" * 61)


def test_a_name_that_is_longer_than_what_is_looked_for_is_found(page: Page, publish: Callable[..., Site]) -> None:
    long = "从事" + "建设工程质量检测" * 9 + "的审批"
    site = publish("long", [entry("xk-long", long)], [])

    open_search(page, site, long)

    assert shown(page) == ["approvals/xk-long"]


@pytest.mark.parametrize("query", ["，。", "《》", "?", " - "])
def test_punctuation_alone_is_answered_by_asking_for_words(page: Page, small: Site, query: str) -> None:
    open_search(page, small, query)

    assert shown(page) == []
    expect(page.locator("#search-status")).to_have_text("请输入文字、拼音或者编码；只有标点和符号，无法查找。")


def test_traditional_characters_find_what_is_written_in_simplified_ones(page: Page, small: Site) -> None:
    open_search(page, small, "食品經營許可")

    assert shown(page) == ["approvals/spj-xk-001"]
    expect(page.locator("#search-status")).to_have_text("已按简体字“食品经营许可”查找。找到 1 项。")


def test_a_traditional_character_that_a_list_really_holds_is_looked_for_as_it_is(
    page: Page, publish: Callable[..., Site]
) -> None:
    site = publish("held", [entry("xk-held", "臺灣小吃"), entry("xk-other", "台湾小吃")], [])

    open_search(page, site, "臺灣")

    assert shown(page) == ["approvals/xk-held"]
