"""A whole judgement of a catalog: its problems, less what reviewers accepted, or less what was there before."""

from collections.abc import Collection, Iterator, Sequence

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.decision import Waiver
from wudan.diff.burden import standing_result
from wudan.diff.difference import Difference
from wudan.findings.judged import Levels, fingerprint, levels_of
from wudan.findings.ratchet import Change, caused_by, changed_files
from wudan.findings.waiver import Sorted, sort_by_waivers
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import BaselineRule, ChangeRule, DifferenceRule, Rule, WaiverRule
from wudan.rules.engine.run import run_rules

Field = tuple[str, str, str]
"""List, item and field."""

Found = Iterator[tuple[Rule, Problem]]


def judge(
    catalog: Catalog,
    rules: Sequence[Rule],
    submitter: str | None = None,
    *,
    is_whole: bool = True,
    levels: Levels | None = None,
) -> Sorted:
    """Give all problems of a catalog, those that waivers accept set aside.

    `submitter` is the department that hands the catalog in; None is a reviewer. Only a whole run, with every rule and
    over files that could all be read, may say that a waiver accepts nothing. `levels` are the city's own where none
    are given.
    """
    levels = levels_of(catalog) if levels is None else levels
    found = sort_by_waivers(catalog, run_rules(catalog, rules), levels)
    if not is_whole or catalog.unread:
        return found
    of_waivers = sort_by_waivers(catalog, _of_waivers(rules, found, catalog, submitter), levels)
    return Sorted((*found.standing, *of_waivers.standing), found.accepted, found.idle)


def judge_change(
    difference: Difference, rules: Sequence[Rule], submitter: str | None, *, whole_items: bool, is_whole: bool
) -> Sorted:
    """Give the problems that a change causes, as `judge` gives all of them.

    Both sides are judged by the levels after the change: to switch a rule on is not to cause what it finds.
    """
    change = Change(difference.before, difference.after)
    levels = levels_of(change.after)
    now = judge(change.after, rules, submitter, is_whole=is_whole, levels=levels)
    before = _judge_before(change.before, now, rules, submitter, levels, is_whole=is_whole)
    caused = tuple(caused_by(change, now.standing, before.standing, whole_items=whole_items))
    burdens = sort_by_waivers(change.after, _of_difference(rules, difference, _departing(now, before)), levels)
    of_files = sort_by_waivers(change.after, _of_files(rules, change, submitter), levels)
    standing = (*caused, *burdens.standing, *of_files.standing)
    return Sorted(standing, (*now.accepted, *burdens.accepted), now.idle)


def _judge_before(
    catalog: Catalog, now: Sorted, rules: Sequence[Rule], submitter: str | None, levels: Levels, *, is_whole: bool
) -> Sorted:
    """Judge what was, by the rules that find something now: what no rule finds any more is nobody's to cause.

    Whether a waiver was idle only a whole run can tell; that is made where one is idle now.
    """
    finding = {judged.rule.code for judged in (*now.standing, *now.accepted)}
    asked = [rule for rule in rules if rule.code in finding]
    if any(isinstance(rule, WaiverRule) for rule in asked):
        return judge(catalog, rules, submitter, is_whole=is_whole, levels=levels)
    return judge(catalog, asked, submitter, is_whole=False, levels=levels)


def _departing(now: Sorted, before: Sorted) -> frozenset[Field]:
    """Give the fields that depart from the baseline as they did not before."""
    known = {judged.fingerprint for judged in (*before.standing, *before.accepted)}
    return frozenset(
        _field(judged.problem)
        for judged in (*now.standing, *now.accepted)
        if isinstance(judged.rule, BaselineRule) and judged.level != "info" and judged.fingerprint not in known
    )


def _of_waivers(rules: Sequence[Rule], found: Sorted, catalog: Catalog, submitter: str | None) -> Found:
    for rule in rules:
        if isinstance(rule, WaiverRule):
            for waiver in found.idle:
                if _has_effect(waiver, catalog):
                    continue
                for problem in rule.check(waiver, submitter):
                    yield rule, problem


def _of_files(rules: Sequence[Rule], change: Change, submitter: str | None) -> Found:
    for rule in rules:
        if isinstance(rule, ChangeRule):
            for problem in rule.check(changed_files(change), submitter, change.after):
                yield rule, problem


def _of_difference(rules: Sequence[Rule], difference: Difference, told: Collection[Field]) -> Found:
    """Give what the change does to applicants, less what is told already as a departure from the baseline."""
    for rule in rules:
        if isinstance(rule, DifferenceRule):
            for problem in rule.check(difference.changes, difference.before):
                if _field(problem) not in told:
                    yield rule, problem


def _field(problem: Problem) -> Field:
    """Give list, item and field of a problem; all problems of the entry as a whole have one field."""
    step = problem.place.path[1:2]
    return problem.list, problem.item, "" if step in ((), ("name",), ("id",)) else str(step[0])


def _has_effect(waiver: Placed[Waiver], catalog: Catalog) -> bool:
    """Say whether a waiver accepted a burden that the catalog still has; once merged, no finding speaks of it."""
    burden = waiver.record.burden
    if burden is None:
        return False
    values = standing_result(burden, catalog)
    codes = (rule.code for rule in all_rules().values() if rule.is_burden)
    return any(fingerprint(code, burden.list, burden.item, values) == waiver.record.fingerprint for code in codes)
