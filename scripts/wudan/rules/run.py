"""Runs rules over a catalog and gives the problems they report."""

from collections.abc import Iterable, Iterator

from wudan.catalog.catalog import Catalog
from wudan.findings.problem import Problem
from wudan.rules.rule import Rule


def run_rules(catalog: Catalog, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Problem]]:
    """Give each problem with the rule that reports it; the catalog is walked once for each rule."""
    for rule in rules:
        for problem in _problems(catalog, rule):
            yield rule, problem


def _problems(catalog: Catalog, rule: Rule) -> Iterator[Problem]:
    if rule.scope == "file":
        for file in catalog.files:
            yield from rule.check(file, catalog)
    elif rule.scope == "item":
        for placed in catalog.entries():
            yield from rule.check(placed, catalog)
    elif rule.scope == "list":
        for kind in catalog.lists:
            yield from rule.check(catalog.of(kind.id), catalog)
    else:
        yield from rule.check(catalog)
