from xml.etree import ElementTree

from wudan.site.engine.sitemap import write_sitemaps

_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def urls(content: bytes) -> list[str | None]:
    return [element.text for element in ElementTree.fromstring(content).iter(f"{_NAMESPACE}loc")]  # noqa: S314


def test_every_address_is_listed_in_order_without_dates() -> None:
    files = dict(write_sitemaps("https://x.example/s/", ["b/", "", "topics/准营&/"]))

    assert list(files) == ["sitemap.xml"]
    assert urls(files["sitemap.xml"]) == [
        "https://x.example/s/",
        "https://x.example/s/b/",
        "https://x.example/s/topics/%E5%87%86%E8%90%A5%26/",
    ]
    assert b"lastmod" not in files["sitemap.xml"]


def test_more_addresses_than_a_sitemap_may_hold_are_spread_under_an_index() -> None:
    files = dict(write_sitemaps("https://x.example/", [f"{number}/" for number in range(5)], most=2))

    assert urls(files["sitemap.xml"]) == [f"https://x.example/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert [len(urls(files[f"sitemap-{number}.xml"])) for number in (1, 2, 3)] == [2, 2, 1]
