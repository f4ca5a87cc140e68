"""A problem that was judged: which rule reports it, and how grave it is in this city."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal

from wudan.catalog.catalog import Catalog
from wudan.level import Level
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.rule import Rule

Levels = Mapping[str, Level | Literal["off"]]
"""The levels that a city has set, by the code of the rule."""


@dataclass(frozen=True, eq=False)
class Judged:
    """A problem with the rule that reports it and the level that it has in this city, wherever it is told."""

    rule: Rule
    problem: Problem
    level: Level

    @cached_property
    def fingerprint(self) -> str:
        """What is wrong with which item, whatever the wording and the place."""
        return fingerprint_of(self.rule, self.problem)

    @property
    def is_error(self) -> bool:
        """Whether it stands in the way."""
        return self.level == "error"


def levels_of(catalog: Catalog) -> Levels:
    """Give the levels that a city has set in catalog.yml; none where it cannot be read."""
    return catalog.city.levels if catalog.city else {}


def level_in(levels: Levels, rule: Rule, problem: Problem) -> Level | None:
    """Give the level of a problem in a city: what the city sets for the rule, else what the rule says of it.

    None where the city has switched the rule off. Nobody else decides on a level.
    """
    level = levels.get(rule.code) or problem.level or rule.level
    return None if level == "off" else level


def fingerprint(code: str, list_id: str, item: str, values: Iterable[str]) -> str:
    """Give the structural fingerprint: what is wrong with which item, whatever the wording and the place."""
    material = "\x1f".join((code, list_id, item, *values))
    return f"{code.lower()}-{sha256(material.encode()).hexdigest()[:16]}"


def fingerprint_of(rule: Rule, problem: Problem) -> str:
    """Give the fingerprint of a problem; where a rule says nothing of what it is about, its place stands for it."""
    values = problem.about.values or (problem.place.file, problem.place.pointer)
    return fingerprint(rule.code, problem.list, problem.item, values)
