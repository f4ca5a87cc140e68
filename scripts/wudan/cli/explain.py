"""`wudan explain`: a rule's page on the terminal."""

from collections.abc import Iterator
from typing import Annotated

import typer

from wudan.cli.options import Lang, LanguageOption
from wudan.cli.usage import UsageError
from wudan.level import LEVEL_WORDS
from wudan.likeness import CODE, nearest
from wudan.rules.engine.family import FAMILIES, family_of
from wudan.rules.engine.page import Passage, page_of
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import Rule
from wudan.words import SEMICOLON, Language, Words

_FIXABLE = Words("可以由 wudan check --fix 改正", "wudan check --fix can mend it")
_SINCE = Words("自 {day} 起判断", "judges lists from {day} on")
_UNTIL = Words("至 {day} 为止", "judges lists before {day}")
_LEVEL = Words("级别：{level}", "Level: {level}")
_UNKNOWN = Words("没有规则 {code}。", "No rule {code}.")
_LIKE = Words("没有规则 {code}，是不是 {near}？", "No rule {code}; did you mean {near}?")
_LABEL = Words("{label}：", "{label}: ")


def explain(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE"),
        Words(
            "规则代码，如 B007；不填时列出全部规则", "Code of a rule, as B007; all rules are listed where none is given"
        ),
    ] = "",
    lang: Lang = LanguageOption.zh,
) -> None:
    """Print the page of a rule, or the list of all."""
    rules = all_rules()
    wanted = code.strip().upper()
    if not wanted:
        typer.echo("\n".join(_index(lang.value)))
        return
    if wanted not in rules:
        near = nearest(wanted, rules, CODE)
        raise UsageError(_LIKE if near else _UNKNOWN, code=wanted, near=near)
    typer.echo("\n".join(_page(rules[wanted], lang.value)))


def _page(rule: Rule, language: Language) -> Iterator[str]:
    yield f"{rule.code} {rule.title.write(language)}"
    yield SEMICOLON.write(language).join(_facts(rule, language))
    for passage in page_of(rule, language):
        yield ""
        yield from _lines(passage, language)


def _facts(rule: Rule, language: Language) -> Iterator[str]:
    """Give the level, whether it can be mended, and the days between which it judges."""
    yield _LEVEL.write(language, {"level": LEVEL_WORDS[rule.level]})
    if rule.fixable:
        yield _FIXABLE.write(language)
    if rule.valid_from:
        yield _SINCE.write(language, {"day": rule.valid_from})
    if rule.valid_to:
        yield _UNTIL.write(language, {"day": rule.valid_to})


def _lines(passage: Passage, language: Language) -> Iterator[str]:
    label = _LABEL.write(language, {"label": passage.label}) if passage.label else ""
    if label or passage.text:
        yield (label + passage.text).rstrip()
    for line in passage.block.splitlines():
        yield f"    {line}".rstrip()


def _index(language: Language) -> Iterator[str]:
    """List all rules, family by family."""
    colon = _LABEL.write(language, {"label": "{name}"})
    for letter, family in FAMILIES.items():
        yield f"{letter} {colon.format(name=family.name.write(language))}{family.protects.write(language)}"
        for rule in all_rules().values():
            if family_of(rule.code) is family:
                yield f"  {rule.code}  {LEVEL_WORDS[rule.level].write(language)}  {rule.title.write(language)}"
        yield ""
