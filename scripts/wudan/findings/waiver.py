"""Waivers: departures that a reviewer accepted, until a day (说明保留)."""

from collections.abc import Iterable
from dataclasses import dataclass

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.decision import Waiver
from wudan.findings.finding import fingerprint_of
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.rule import Rule

Judged = tuple[Rule, Problem]


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """Problems that stand, problems that a waiver accepts, and the waivers that accept nothing."""

    standing: tuple[Judged, ...]
    accepted: tuple[Judged, ...]
    idle: tuple[Placed[Waiver], ...]


def sort_by_waivers(catalog: Catalog, problems: Iterable[Judged]) -> Sorted:
    """Set aside the problems that waivers in force on the judged day accept.

    A waiver is keyed by the fingerprint alone: it survives rewording and moving, and covers no other problem. What is
    wrong with waivers themselves (P-rules) cannot be waived.
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
        if fingerprint in in_force and rule.is_acceptable:
            matched.add(fingerprint)
            accepted.append((rule, problem))
        else:
            standing.append((rule, problem))
    idle = tuple(placed for fingerprint, placed in in_force.items() if fingerprint not in matched)
    return Sorted(tuple(standing), tuple(accepted), idle)
