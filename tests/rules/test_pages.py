import re

import pytest

from wudan.rules.engine.family import FAMILIES
from wudan.rules.engine.page import PageError, page_of
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import Message, Rule
from wudan.words import Words

RULES = list(all_rules().values())
HAN = re.compile("[\u4e00-\u9fff]")


def rule(page: str) -> Rule:
    words = Words("题", "title")
    return Rule(code="S900", level="error", title=words, messages={"message": Message(words, words)}, page=page)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_in_both_languages(rule: Rule) -> None:
    chinese, english = page_of(rule, "zh"), page_of(rule, "en")
    assert {"反例", "正例", "怎样改"} <= {passage.label for passage in chinese}
    assert {"Bad", "Good"} <= {passage.label for passage in english}
    assert HAN.search(chinese[0].text)
    assert len(HAN.findall(english[0].text)) < len(english[0].text) / 4


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_mark_of_the_docstring_is_left_on_the_page(rule: Rule) -> None:
    for language in ("zh", "en"):
        for passage in page_of(rule, language):
            assert "`" not in passage.text
            assert "\n" not in passage.text
            assert "  " not in passage.text


def test_every_rule_belongs_to_a_family() -> None:
    assert {rule.code[0] for rule in RULES} == set(FAMILIES)


def test_lines_of_chinese_join_without_a_blank_and_words_of_english_with_one() -> None:
    made = rule(
        "S900: what.\n\nCatches one\nthing.\n\nBad: x.\n\nGood: y.\n\n中文\n\n"
        "本条查出\n问题 `a: 1` 等。\n\n反例：甲。\n\n正例：乙。\n"
    )
    assert page_of(made, "en")[0].text == "Catches one thing."
    assert page_of(made, "zh")[0].text == "本条查出问题 a: 1 等。"
    assert [piece.text for piece in page_of(made, "zh")[0].pieces if piece.is_code] == ["a: 1"]


def test_an_example_in_yaml_stands_in_both_languages_and_keeps_its_lines() -> None:
    made = rule(
        "S900: what.\n\nCatches.\n\nBad:\n\n    a:\n      - b\n\nGood:\n\n    a: []\n\n中文\n\n本条。\n\n怎样改：改。\n"
    )
    labels = [(passage.label, passage.block) for passage in page_of(made, "zh")]
    assert labels == [("", ""), ("反例", "a:\n  - b"), ("正例", "a: []"), ("怎样改", "")]


@pytest.mark.parametrize(
    "page",
    [
        "S900: what.\n\nCatches.\n",
        "S901: another code.\n\nCatches.\n\nBad: x.\n\nGood: y.\n\n中文\n\n本条。\n\n反例：甲。\n\n正例：乙。\n",
        "S900: what.\n\nCatches.\n\nGood: y.\n\n中文\n\n本条。\n\n反例：甲。\n\n正例：乙。\n",
    ],
)
def test_a_docstring_that_is_no_page_names_its_rule(page: str) -> None:
    with pytest.raises(PageError, match="S900"):
        page_of(rule(page), "en")
