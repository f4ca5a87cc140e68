"""A whole judgement of a catalog: its problems, less what reviewers accepted, or less what was there before."""

from collections.abc import Iterator, Sequence

from wudan.catalog.catalog import Catalog
from wudan.findings.ratchet import Change, caused_by, changed_files
from wudan.findings.waiver import Judged, Sorted, sort_by_waivers
from wudan.rules.rule import Rule
from wudan.rules.run import run_rules


def judge(catalog: Catalog, rules: Sequence[Rule], submitter: str | None = None, *, is_whole: bool = True) -> Sorted:
    """Give all problems of a catalog, those that waivers accept set aside.

    `submitter` is the department that hands the catalog in; None is a reviewer. Only a whole run, with every rule and
    over files that could all be read, may say that a waiver accepts nothing.
    """
    found = sort_by_waivers(catalog, run_rules(catalog, rules))
    if not is_whole or catalog.unread:
        return found
    idle = tuple(_of_waivers(rules, found, submitter))
    return Sorted((*found.standing, *idle), found.accepted, found.idle)


def judge_change(
    change: Change, rules: Sequence[Rule], submitter: str | None, *, whole_items: bool, is_whole: bool
) -> Sorted:
    """Give the problems that a change causes, as `judge` gives all of them."""
    now = judge(change.after, rules, submitter, is_whole=is_whole)
    before = judge(change.before, rules, submitter, is_whole=is_whole)
    caused = tuple(caused_by(change, now.standing, before.standing, whole_items=whole_items))
    return Sorted((*caused, *_of_files(rules, change, submitter)), now.accepted, now.idle)


def _of_waivers(rules: Sequence[Rule], found: Sorted, submitter: str | None) -> Iterator[Judged]:
    for rule in rules:
        if rule.scope == "waiver":
            for waiver in found.idle:
                for problem in rule.check(waiver, submitter):
                    yield rule, problem


def _of_files(rules: Sequence[Rule], change: Change, submitter: str | None) -> Iterator[Judged]:
    for rule in rules:
        if rule.scope == "change":
            for problem in rule.check(changed_files(change), submitter, change.after):
                yield rule, problem
