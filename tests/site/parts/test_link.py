"""Only what may be linked to is linked to."""

import pytest

from wudan.site.parts.link import NOWHERE, admit, dial


@pytest.mark.parametrize(
    "address",
    [
        "../../approvals/wjw-xk-003/",
        "approvals/",
        "./",
        "#materials",
        "?q=开饭店",
        "index.json",
        "search/?q=a:b",
        "https://www.example.cn/a?b=c#d",
        "http://example.cn",
        "tel:0371-00000001",
    ],
)
def test_pages_of_this_site_other_sites_and_telephones_are_admitted(address: str) -> None:
    assert admit(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "Mailto:clerk@xinmi.example",
        " https://www.example.cn/",
        "https://www.example.cn/\n",
        "approvals/\nwjw/",
        "//www.example.cn/",
        "approvals\\wjw",
        "https://a b.cn",
        "tel:123;ext=4",
        "file:///catalog.yml",
    ],
)
def test_anything_else_leads_nowhere(address: str) -> None:
    assert admit(address) == NOWHERE


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("0371-00000001", "tel:0371-00000001"),
        ("12345", "tel:12345"),
        ("0371 0000 0001", "tel:037100000001"),
        ("0371-00000001 转 8", ""),
        ("请到窗口询问", ""),
    ],
)
def test_only_plain_numbers_can_be_dialled(number: str, address: str) -> None:
    assert dial("咨询电话", number).address == address
