from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import HEAD, RENDERER, Reader, approval, pages_of, write_city
from wudan.rules.engine.registry import all_rules


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("city")
    return pages_of(write_city(folder, {"approvals/wjw.yml": [approval()]}))


def test_every_rule_is_reached_from_the_index(pages: Any) -> None:
    linked = set(Reader(RENDERER.body(pages["rules/"])).addresses())
    assert [code for code in all_rules() if f"../rules/{code}/" not in linked] == []


@pytest.mark.parametrize("code", list(all_rules()))
def test_a_rule_page_says_what_the_docstring_says(pages: Any, code: str) -> None:
    text = Reader(RENDERER.body(pages[f"rules/{code}/"])).text
    rule = all_rules()[code]
    assert rule.title.zh in text
    assert rule.title.en in text
    assert "怎样改" in text


def test_a_level_that_the_city_has_set_is_shown(tmp_path: Path) -> None:
    for levels, shown in (({}, False), ({"Q006": "info"}, True)):
        head = HEAD | {"levels": levels}
        catalog = write_city(tmp_path / str(shown), {"catalog.yml": head, "approvals/wjw.yml": [approval()]})
        assert ("本市定为" in RENDERER.body(pages_of(catalog)["rules/Q006/"])) is shown
