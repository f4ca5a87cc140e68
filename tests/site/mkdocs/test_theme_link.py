import jinja2
import pytest

from wudan.site.mkdocs.theme_link import theme_link


@pytest.mark.parametrize(
    ("base", "address", "link"),
    [
        (".", "approvals/", "approvals/"),
        (".", "", "./"),
        (".", ".", "."),
        ("..", "approvals/", "../approvals/"),
        ("../..", "approvals/", "../../approvals/"),
        ("../..", "", "../../"),
        ("../..", ".", "../../"),
        ("/wudan/", "assets/a.css", "/wudan/assets/a.css"),
        ("/", "", "/"),
        ("..", "#main", "#main"),
        ("..", "/a/", "/a/"),
        ("..", "https://www.example.cn/", "https://www.example.cn/"),
        ("..", "tel:0371-00000000", "tel:0371-00000000"),
        ("..", "//www.example.cn/", "//www.example.cn/"),
    ],
)
def test_a_link_of_the_theme_leads_from_the_page_to_the_root_of_the_site(base: str, address: str, link: str) -> None:
    environment = jinja2.Environment()  # noqa: S701
    environment.filters["url"] = theme_link

    assert environment.from_string("{{ address | url }}").render(base_url=base, address=address) == link
