"""Runs rules over a catalog and gives the problems they report."""

from collections.abc import Iterable, Iterator, Sequence

from wudan.baseline.comparison import comparison_of
from wudan.catalog.catalog import Catalog
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.rule import BaselineRule, CatalogRule, FileRule, ItemRule, ListRule, Rule


def run_rules(catalog: Catalog, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Problem]]:
    """Give each problem with the rule that reports it. The entries are walked once, by all item rules together.

    Rules that do not judge lists of the catalog's day are left out, and baseline rules where there is no baseline.
    What cannot be read is a finding of its own: without the head nobody knows the day, without a decision the baseline.
    Rules about waivers and about changes are asked by whoever knows of these.
    """
    asked = [rule for rule in rules if rule.judges(catalog.judged_on) and _can_judge(rule, catalog)]
    for rule in asked:
        for problem in _problems(catalog, rule):
            yield rule, problem
    yield from _problems_of_entries(catalog, [rule for rule in asked if isinstance(rule, ItemRule)])


def _can_judge(rule: Rule, catalog: Catalog) -> bool:
    if "catalog" in catalog.unread:
        return rule.is_structural
    return not isinstance(rule, BaselineRule) or not catalog.unread & {"baseline", "adjustment"}


def _problems(catalog: Catalog, rule: Rule) -> Iterator[Problem]:
    if isinstance(rule, FileRule):
        for file in catalog.files:
            yield from rule.check(file, catalog)
    elif isinstance(rule, ListRule):
        for kind in catalog.lists:
            if rule.wants(kind.id):
                yield from rule.check(catalog.of(kind.id), catalog)
    elif isinstance(rule, CatalogRule):
        yield from rule.check(catalog)
    elif isinstance(rule, BaselineRule) and (comparison := catalog.derived(comparison_of)):
        yield from rule.check(comparison)


def _problems_of_entries(catalog: Catalog, rules: Sequence[ItemRule]) -> Iterator[tuple[Rule, Problem]]:
    for kind in catalog.lists:
        wanting = [rule for rule in rules if rule.wants(kind.id)]
        for placed in catalog.of(kind.id) if wanting else ():
            for rule in wanting:
                for problem in rule.check(placed, catalog):
                    yield rule, problem
