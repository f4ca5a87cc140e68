import json
from pathlib import Path

import pytest

from wudan.site.engine.manifest import take_stock
from wudan.site.engine.shell import cut_shell, seal_placeholders
from wudan.site.engine.stamp import Stamper, check_addresses, shell_kind
from wudan.site.error import SiteError
from wudan.site.parts.page import Page

MARKS = seal_placeholders([])


def page(address: str, **others: object) -> Page:
    return Page(address, "名称", "说明", "template", **others)  # type: ignore[arg-type]


def stamper(folder: Path, *pages: Page) -> Stamper:
    shells = {
        shell_kind(page): cut_shell(f"{'../' * page.address.count('/')}{page.section}:{MARKS.word('body')}", MARKS)
        for page in pages
    }
    return Stamper(shells, lambda page: f"<p>{page.address}</p>", folder)


def test_a_page_is_stamped_from_the_shell_of_its_depth_and_section(tmp_path: Path) -> None:
    pages = [page(""), page("approvals/a/", section="approvals"), page("fees/a/", section="fees")]

    stamper(tmp_path, *pages).write_all(pages)

    assert (tmp_path / "index.html").read_text() == ":<p></p>"
    assert (tmp_path / "approvals/a/index.html").read_text() == "../../approvals:<p>approvals/a/</p>"
    assert (tmp_path / "fees/a/index.html").read_text() == "../../fees:<p>fees/a/</p>"


def test_data_is_written_beside_the_page_in_its_own_words(tmp_path: Path) -> None:
    pages = [page("a/", data={"name": "卫生许可", "n": 1})]

    files = stamper(tmp_path, *pages).write_all(pages)

    assert json.loads((tmp_path / "a/index.json").read_text("utf-8")) == {"name": "卫生许可", "n": 1}
    assert "卫生许可" in (tmp_path / "a/index.json").read_text("utf-8")
    assert [file.path for file in files] == ["a/index.html", "a/index.json"]


def test_many_pages_on_all_processors_are_the_same_as_one_after_another(tmp_path: Path) -> None:
    pages = [page(f"approvals/i{number}/", data={"n": number}) for number in range(700)]
    together, apart = stamper(tmp_path / "a", *pages[:1]), stamper(tmp_path / "b", *pages[:1])

    files = together.write_all(pages)

    assert files == tuple(file for each in pages for file in apart.write(each))
    assert take_stock(tmp_path / "a", files) == take_stock(tmp_path / "b", ())


@pytest.mark.parametrize("address", ["../a/", "a/../b/", "/a/", "a//b/", "a", ".git/a/", "a\\b/", "a\n/", "a?b/"])
def test_an_address_that_is_no_plain_path_is_refused(address: str) -> None:
    with pytest.raises(SiteError, match="address"):
        check_addresses([page(address)], [])


def test_two_pages_at_one_address_are_refused() -> None:
    with pytest.raises(SiteError, match="/a/"):
        check_addresses([page("a/"), page("b/"), page("a/")], [])
    with pytest.raises(SiteError, match="/b/"):
        check_addresses([page("a/"), page("b/")], ["about/", "b/"])


def test_plain_addresses_pass() -> None:
    check_addresses([page(""), page("approvals/wjw-xk-003/"), page("topics/firm/准营准办/")], ["about/", "404.html"])
