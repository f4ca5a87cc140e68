"""The pages of the rules by which the lists are checked, from the docstrings of the rules themselves."""

from collections.abc import Iterable, Iterator

import msgspec

from wudan.level import LEVEL_WORDS
from wudan.rules.engine.family import FAMILIES, family_of
from wudan.rules.engine.page import Passage, page_of
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import Rule
from wudan.site.parts.link import Link
from wudan.site.parts.page import Page
from wudan.site.parts.site import HOME, Site
from wudan.site.parts.wording import date_text

_HELP = Link("help/", "帮助")
_RULES = Link("rules/", "检查规则")
_SET_LEVELS = {"error": "错误", "warning": "警告", "info": "提示", "off": "不使用"}


class RuleRow(msgspec.Struct, frozen=True):
    """A rule in the index. `level` is the Chinese word for its own level."""

    link: Link
    code: str
    level: str
    is_fixable: bool


class RuleGroup(msgspec.Struct, frozen=True):
    """A family of rules in the index."""

    letter: str
    name: str
    protects: str
    rules: tuple[RuleRow, ...]


class RuleSection(msgspec.Struct, frozen=True):
    """A heading of a rule's page and what stands below it; the description has no heading."""

    heading: str
    passages: tuple[Passage, ...]


class RuleSheet(msgspec.Struct, frozen=True):
    """A whole rule: what the page says. `set_level` is the level that the city has set otherwise, if it has."""

    code: str
    title: str
    title_en: str
    family: str
    level: str
    set_level: str
    is_fixable: bool
    since: str
    until: str
    sections: tuple[RuleSection, ...]
    english: tuple[Passage, ...]


def rule_pages(site: Site) -> Iterator[Page]:
    """Give the index of all rules, then the page of each. A page's address ends with the code as findings print it."""
    yield _index(site)
    for rule in all_rules().values():
        yield _page(site, rule)


def _index(site: Site) -> Page:
    groups = tuple(
        RuleGroup(
            letter,
            family.name.zh,
            family.protects.zh,
            tuple(_row(rule) for rule in all_rules().values() if family_of(rule.code) is family),
        )
        for letter, family in FAMILIES.items()
    )
    return Page(
        address="rules/",
        title="检查规则",
        description="清单送审、公布之前逐条检查的规则：查什么、为什么、依据哪一条、怎样改。",
        template="rules",
        context={
            "imprint": site.imprint,
            "trail": (HOME, _HELP),
            "groups": groups,
            "count": len(all_rules()),
        },
        section="help",
    )


def _row(rule: Rule) -> RuleRow:
    return RuleRow(Link(_address(rule), rule.title.zh), rule.code, LEVEL_WORDS[rule.level].zh, rule.fixable)


def _page(site: Site, rule: Rule) -> Page:
    levels = site.catalog.city.levels if site.catalog.city else {}
    passages = page_of(rule, "zh")
    sheet = RuleSheet(
        code=rule.code,
        title=rule.title.zh,
        title_en=rule.title.en,
        family=family_of(rule.code).name.zh,
        level=LEVEL_WORDS[rule.level].zh,
        set_level=_SET_LEVELS.get(levels.get(rule.code, ""), ""),
        is_fixable=rule.fixable,
        since=date_text(rule.valid_from) if rule.valid_from else "",
        until=date_text(rule.valid_to) if rule.valid_to else "",
        sections=tuple(_sections(passages)),
        english=page_of(rule, "en"),
    )
    return Page(
        address=_address(rule),
        title=f"{rule.code} {rule.title.zh}",
        description=passages[0].text,
        template="rule",
        context={"imprint": site.imprint, "trail": (HOME, _HELP, _RULES), "sheet": sheet},
        section="help",
    )


def _sections(passages: Iterable[Passage]) -> Iterator[RuleSection]:
    """Put passages below the heading that they follow; those without a label before the first heading come alone."""
    heading, gathered = "", list[Passage]()
    for passage in passages:
        if passage.label:
            if gathered:
                yield RuleSection(heading, tuple(gathered))
            heading, gathered = passage.label, []
        gathered.append(passage)
    yield RuleSection(heading, tuple(gathered))


def _address(rule: Rule) -> str:
    return f"rules/{rule.code}/"
