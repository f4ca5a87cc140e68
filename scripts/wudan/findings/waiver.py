"""Waivers: departures that a reviewer accepted, until a day (说明保留)."""

from collections.abc import Iterable
from dataclasses import dataclass

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.decision import Waiver
from wudan.findings.judged import Judged, Levels, fingerprint_of, level_in
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.rule import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """Problems that stand, problems that a waiver accepts, and the waivers that accept nothing."""

    standing: tuple[Judged, ...]
    accepted: tuple[Judged, ...]
    idle: tuple[Placed[Waiver], ...]


def sort_by_waivers(catalog: Catalog, problems: Iterable[tuple[Rule, Problem]], levels: Levels) -> Sorted:
    """Give problems their levels, and set aside those that waivers in force on the judged day accept.

    A waiver is keyed by the fingerprint alone: it survives rewording and moving, and covers no other problem. One for a
    rule that the city has switched off is not idle for that. What is wrong with waivers themselves cannot be waived.
    """
    in_force = {
        placed.record.fingerprint: placed
        for placed in catalog.of("waivers")
        if placed.record.until >= catalog.judged_on
    }
    standing: list[Judged] = []
    accepted: list[Judged] = []
    matched: set[str] = set()
    for rule, problem in problems:
        fingerprint = fingerprint_of(rule, problem) if in_force else ""
        is_accepted = fingerprint in in_force and rule.is_acceptable
        if is_accepted:
            matched.add(fingerprint)
        if level := level_in(levels, rule, problem):
            (accepted if is_accepted else standing).append(Judged(rule, problem, level))
    idle = tuple(placed for fingerprint, placed in in_force.items() if fingerprint not in matched)
    return Sorted(tuple(standing), tuple(accepted), idle)
