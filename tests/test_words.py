"""Texts in both languages come from one mechanism."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import wudan
from wudan.words import Language, Words, and_others, bracketed, clauses_text, names_text, quoted

PACKAGE = Path(wudan.__file__).parent
PARTS_DOCSTRINGS = "rules/engine/page.py"  # which takes the two halves of a docstring apart


def test_no_other_module_asks_which_language_it_is() -> None:
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"language\s*[!=]=", path.read_text(encoding="utf-8"))
    }
    assert asking <= {"words.py", PARTS_DOCSTRINGS}


def test_no_template_asks_which_language_it_is() -> None:
    asking = [
        path.name
        for path in PACKAGE.rglob("*.jinja")
        if re.search(r"if zh\b|language ==", path.read_text(encoding="utf-8"))
    ]
    assert asking == []


@pytest.mark.parametrize(
    ("chinese", "english", "write"),
    [
        ("甲、乙", "甲, 乙", lambda language: names_text(["甲", "乙"], language)),
        ("甲，乙", "甲, 乙", lambda language: clauses_text(["甲", "乙"], language)),
        ("“甲{b}”", "'甲{b}'", lambda language: quoted("甲{b}", language)),
        ("（甲）", " (甲)", lambda language: bracketed("甲", language)),
        ("甲 等", "甲, …", lambda language: and_others("甲", language)),
        ("一：二", "one: 二", lambda language: Words("一：{x}", "one: {x}").write(language, {"x": "二"})),
    ],
)
def test_each_language_is_set_its_own_way(chinese: str, english: str, write: Callable[[Language], str]) -> None:
    assert (write("zh"), write("en")) == (chinese, english)
