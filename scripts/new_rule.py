"""Lays the files of a new rule: its module, four examples, a row of the draft, a corruption.

`make new-rule CODE=Q012 SLUG=what_it_looks_for LEVEL=warning SCOPE=item TITLE_ZH=… TITLE_EN=…` runs it. What it lays
runs at once, and is about entries whose name holds the mark 待填; the tests fail until no such mark is left.
"""

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
RULES = Path("scripts/wudan/rules")
EXAMPLES = Path("tests/rules")
CORRUPTIONS = Path("tests/mutation/corruptions")
DRAFT = Path("tests/draft/expected.tsv")

MARK, MARK_EN = "待填", "TO BE FILLED IN"
_CODE = re.compile("([A-Z])[0-9]{3}")
_SLUG = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LEVELS = ("error", "warning", "info")


class RefusedError(Exception):
    """A rule that cannot be laid: its code is taken, or one of the arguments will not do."""


@dataclass(frozen=True)
class NewRule:
    """What the author says of the rule before it is written."""

    code: str
    slug: str
    level: str
    scope: str
    title_zh: str
    title_en: str


@dataclass(frozen=True)
class Scope:
    """What a rule of this scope looks like until its author writes it: its contract, what it imports, its check."""

    contract: str
    imports: tuple[str, ...]
    check: str


_PROBLEM_AT = 'problem_at({placed}, "name", arguments={{"name": {placed}.record.name}}, about=("name",))'


def _yield(placed: str) -> str:
    return "yield " + _PROBLEM_AT.format(placed=placed)


SCOPES: Mapping[str, Scope] = {
    "item": Scope(
        "ItemRule",
        ("wudan.catalog.catalog import Catalog, Placed", "wudan.catalog.model.base import Entry"),
        f'''\
def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give an entry in use that {MARK_EN}."""
    if placed.record.is_in_use and "{MARK}" in placed.record.name:
        {_yield("placed")}
''',
    ),
    "list": Scope(
        "ListRule",
        ("wudan.catalog.catalog import Catalog, Placed", "wudan.catalog.model.base import Entry"),
        f'''\
def check(entries: Sequence[Placed[Entry]], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give every entry of a list that {MARK_EN}."""
    for placed in entries:
        if placed.record.is_in_use and "{MARK}" in placed.record.name:
            {_yield("placed")}
''',
    ),
    "catalog": Scope(
        "CatalogRule",
        ("wudan.catalog.catalog import Catalog",),
        f'''\
def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every entry that {MARK_EN}."""
    for placed in catalog.entries():
        if placed.record.is_in_use and "{MARK}" in placed.record.name:
            {_yield("placed")}
''',
    ),
    "baseline": Scope(
        "BaselineRule",
        ("wudan.baseline.comparison import Comparison",),
        f'''\
def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item that {MARK_EN}."""
    for pair in comparison.pairs:
        if "{MARK}" in pair.item.record.name:
            {_yield("pair.item")}
''',
    ),
    "file": Scope(
        "FileRule",
        ("wudan.catalog.catalog import Catalog, CatalogFile", "wudan.rules.engine.about import Texts"),
        f'''\
def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give every file that {MARK_EN}."""
    start = file.text.find("{MARK}")
    if start >= 0:
        place = place_at(file, start, start + len("{MARK}"))
        yield Problem(place, arguments={{"name": file.path}}, about=Texts((file.path,)))
''',
    ),
}
_FROM_PROBLEM = {"file": "Problem, place_at"}
_FROM_COLLECTIONS = {"list": "Iterator, Sequence"}

_PAGE = f'''\
"""{{code}}: {{title_en}}.

Catches {MARK_EN}.

Why: {MARK_EN}.

Source: {MARK_EN}.

Bad: {MARK_EN}.

Good: {MARK_EN}.

中文

本条查出{MARK}。

为什么：{MARK}。

依据：{MARK}。

反例：{MARK}。

正例：{MARK}。

怎样改：{MARK}。
"""
'''

_RULE = f'''\
RULE = {{contract}}(
    code="{{code}}",
    level="{{level}}",
    title=Words("{{title_zh}}", "{{title_en}}"),
    messages={{{{
        "message": Message(
            Words("“{{{{name}}}}”{MARK}。", "'{{{{name}}}}' {MARK_EN}."),
            Words("{MARK}。", "{MARK_EN}."),
        )
    }}}},
    check=check,
    page=__doc__,
)
'''

_CORRUPTION = f'''

@raises("{{code}}")
def {{slug}}(draft: Draft) -> None:
    draft.pick("approvals", lambda item: item["status"] == "在用")["name"] += "{MARK}"
'''

_ITEM = "- id: wjw-xk-001\n  name: {name}\n  type: 行政许可\n  status: 在用\n"
_BASED = _ITEM + "  base: r10-0001\n"
_BASELINE = """\
id: round-10
title: 第十轮行政审批制度改革目录
as_of: "2013-12-31"
document: 示政文〔2013〕118号
covers: [行政许可, 非行政许可审批]
entries:
  - {id: r10-0001, name: 公共场所卫生许可, type: 行政许可, body: wjw}
"""


def lay(rule: NewRule, root: Path) -> list[Path]:
    """Write the files of a rule below the root of the project, and give their paths.

    Raises RefusedError where an argument will not do, and before anything is written.
    """
    family = _refuse(rule, root)
    corruptions = min((root / CORRUPTIONS).glob(f"{family}*.py"))
    new = {
        RULES / family / f"{rule.code.lower()}_{rule.slug}.py": _module(rule),
        **{EXAMPLES / rule.code / name: text for name, text in _examples(rule).items()},
    }
    for path, text in new.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    with corruptions.open("a", encoding="utf-8") as file:
        file.write(_CORRUPTION.format(code=rule.code, slug=rule.slug))
    with (root / DRAFT).open("a", encoding="utf-8") as file:
        file.write(f"\t{rule.code}\t{rule.level}\tapprovals/wjw.yml\t-\t▸{MARK}\t{MARK_EN}\n")
    return [*new, corruptions.relative_to(root), DRAFT]


def _refuse(rule: NewRule, root: Path) -> str:
    """Give the folder of the rule's family, which is that of the rules whose codes begin with the same letter."""
    code = _CODE.fullmatch(rule.code)
    if code is None:
        raise RefusedError(f"CODE is a letter and three digits, such as Q012, and not {rule.code!r}.")
    letter = code[1].lower()
    families = {path.parent.name for path in (root / RULES).glob(f"*/{letter}[0-9][0-9][0-9]_*.py")}
    if not families:
        raise RefusedError(f"No family of rules begins with {code[1]}; see scripts/wudan/rules/engine/family.py.")
    if any((root / RULES).glob(f"*/{rule.code.lower()}_*.py")):
        raise RefusedError(f"There is a rule {rule.code} already; a code is never used again.")
    if not _SLUG.fullmatch(rule.slug):
        raise RefusedError(
            f"SLUG says in small letters what the rule looks for, such as late_answer, not {rule.slug!r}."
        )
    if rule.level not in _LEVELS:
        raise RefusedError(f"LEVEL is one of {', '.join(_LEVELS)}, and not {rule.level!r}.")
    if rule.scope not in SCOPES:
        raise RefusedError(f"SCOPE is one of {', '.join(SCOPES)}, and not {rule.scope!r}.")
    titles = (rule.title_zh.strip(), rule.title_en.strip())
    if not all(titles) or not rule.title_en.isascii() or set('"\\{}') & set("".join(titles)):
        raise RefusedError('TITLE_ZH and TITLE_EN are short titles in Chinese and English, without ", \\ and braces.')
    return families.pop()


def _module(rule: NewRule) -> str:
    scope = SCOPES[rule.scope]
    imports = sorted(
        f"from {one}\n"
        for one in (
            *scope.imports,
            f"wudan.rules.engine.problem import {_FROM_PROBLEM.get(rule.scope, 'Problem, problem_at')}",
            f"wudan.rules.engine.rule import {', '.join(sorted((scope.contract, 'Message')))}",
            "wudan.words import Words",
        )
    )
    collections = f"from collections.abc import {_FROM_COLLECTIONS.get(rule.scope, 'Iterator')}\n"
    said = {**vars(rule), "contract": scope.contract}
    head = f"{_PAGE.format(**said)}\n{collections}\n{''.join(imports)}"
    return f"{head}\n\n{scope.check}\n\n{_RULE.format(**said)}"


def _examples(rule: NewRule) -> dict[str, str]:
    """Give the two bad and the two good examples, by their paths in the folder of the rule's examples."""
    bad = {f"bad-{number}": f"公共场所{MARK}{number}" for number in (1, 2)}
    good = {f"good-{number}": "公共场所卫生许可" for number in (1, 2)}
    if rule.scope != "baseline":
        line = f"# expect: {rule.code} 3:{13 if rule.scope == 'file' else 9}\n"
        return {f"{name}.yml": line + _ITEM.format(name=text) for name, text in bad.items()} | {
            f"{name}.yml": f"# {MARK_EN}\n" + _ITEM.format(name=text) for name, text in good.items()
        }
    files: dict[str, str] = {}
    for name, text in (bad | good).items():
        files[f"{name}/baseline/round-10.yml"] = _BASELINE
        files[f"{name}/approvals/wjw.yml"] = f"# {MARK_EN}\n" + _BASED.format(name=text)
        if name in bad:
            files[f"{name}/expect.txt"] = f"{rule.code} approvals/wjw.yml:3:9\n"
    return files


def main() -> None:
    """Lay the files, and say what is left to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in NewRule.__dataclass_fields__:
        parser.add_argument(f"--{name.replace('_', '-')}", required=True)
    try:
        paths = lay(NewRule(**vars(parser.parse_args())), ROOT)
    except RefusedError as error:
        parser.error(str(error))
    print("\n".join(map(str, paths)))
    print(
        f"\nFill in what is marked {MARK} or {MARK_EN}: the page and the check first, then examples and corruption.\n"
        "Plant the departure in tests/draft/catalog, name its file, item and anchor in the row of the draft, and put\n"
        "the row in its place by code. `make test` says what is missing; at the end, and once,\n"
        "`.venv/bin/python -m tests.findings.fingerprints` writes down the fingerprints of the new examples."
    )


if __name__ == "__main__":
    main()
