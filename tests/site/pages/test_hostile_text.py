"""Whatever the texts of a catalog hold, they stay text."""

from pathlib import Path

import pytest

from tests.support.hostile_city import HOSTILE, hostile_files
from tests.support.pages import RENDERER, Reader, approval, pages_of, write_city
from wudan.catalog.model.kinds import LIST_IDS
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.site.parts.link import admit

OUR_SCRIPTS = ("assets/javascripts/search/page.js", "assets/javascripts/print.js")


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    catalog = write_city(tmp_path_factory.mktemp("hostile"), dict(hostile_files()))
    return {address: RENDERER.body(page) for address, page in pages_of(catalog).items()}


def test_every_kind_of_page_is_among_the_hostile_ones(bodies: dict[str, str]) -> None:
    folders = {address.split("/")[0] for address in bodies}
    assert folders >= {*LIST_IDS, "departments", "places", "services", "topics", "search", ""}


def test_no_text_becomes_an_element_or_a_handler(bodies: dict[str, str]) -> None:
    for address, html in bodies.items():
        for tag, attributes in Reader(html).elements:
            assert tag not in ("img", "iframe", "style", "title", "object"), address
            if tag == "script":
                assert (attributes["src"] or "").endswith(OUR_SCRIPTS), address
            assert not [name for name in attributes if name.startswith("on") or name == "style"], address


def test_no_text_is_run_as_a_template(bodies: dict[str, str]) -> None:
    assert not [address for address, html in bodies.items() if "49{%x%}" in html]


def test_hostile_text_is_shown_as_it_is_written(bodies: dict[str, str]) -> None:
    for address in ("approvals/wjw-xk-003/", "powers/wjw-xk-003/", "fees/wjw-xk-003/", "departments/wjw/"):
        assert Reader(bodies[address]).text.count(HOSTILE) > 2, address


def test_every_address_is_admitted(bodies: dict[str, str]) -> None:
    for address, html in bodies.items():
        for target in Reader(html).addresses():
            assert admit(target) == target, (address, target)


@pytest.mark.parametrize("blank", ["javascript:alert(1)", "mailto:a@b.cn", 'https://a.cn/"甲"', "//www.example.cn"])
def test_a_record_with_such_an_address_is_not_read(tmp_path: Path, blank: str) -> None:
    item = approval(materials=[{"name": "申请表", "blank": blank}])
    with pytest.raises(AssertionError, match=r"approvals/wjw\.yml"):
        write_city(tmp_path, {"approvals/wjw.yml": [item]})
    assert load_catalog(open_folder(tmp_path / "catalog")).approvals == ()


def test_a_secret_entry_has_no_page_and_is_named_nowhere(tmp_path: Path) -> None:
    files = {"approvals/wjw.yml": [approval(name="不得公开的事项", secret=True), approval(id="wjw-xk-004")]}
    pages = pages_of(write_city(tmp_path, files))
    assert "approvals/wjw-xk-003/" not in pages
    assert not [page for page in pages.values() if "不得公开" in RENDERER.body(page)]
