"""What a rule is: one module of this package that declares one `RULE`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from wudan.level import Level
from wudan.rules.engine.problem import Problem
from wudan.words import Words

Scope = Literal["file", "item", "list", "catalog", "baseline", "waiver", "change", "difference"]


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule says of one kind of problem, and how the problem is mended."""

    words: Words
    help: Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code, its level and its messages.

    `check` takes what its scope names, and the catalog: `file` a CatalogFile, `item` a placed entry of one
    of the five lists, `list` the placed entries of one list, `catalog` the catalog alone. `baseline` takes the
    Comparison with the effective baseline and nothing else, and is asked only where there is one. It yields
    problems and decides nothing else. `lists` names the lists whose entries an `item` or `list` rule wants to
    see; all where it names none. `waiver` takes a waiver that accepts nothing and who is submitting (None: a
    reviewer), `change` the paths of the changed files, who is submitting, and the catalog. `difference` takes the
    changes in substance, and the catalog as it was before.
    `page` is the module's docstring, the rule's public page.
    A rule that rests on a law judges lists from `valid_from` on and before `valid_to` (days, YYYY-MM-DD).
    """

    code: str
    level: Level
    scope: Scope
    title: Words
    messages: Mapping[str, Message]
    check: Callable[..., Iterable[Problem]]
    page: str
    lists: tuple[str, ...] = ()
    fixable: bool = False
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def is_acceptable(self) -> bool:
        """Whether a reviewer may accept what the rule finds; what is wrong with waivers can only be mended."""
        return self.scope == "difference" or not self.code.startswith("P")

    @property
    def is_for_reviewers(self) -> bool:
        """Whether a reviewer decides on what the rule finds: what departs from the baseline, what weighs more."""
        return self.scope in ("baseline", "difference")

    def judges(self, day: str) -> bool:
        """Say whether the rule judges lists of that day (YYYY-MM-DD)."""
        return (self.valid_from is None or day >= self.valid_from) and (self.valid_to is None or day < self.valid_to)

    def wants(self, list_id: str) -> bool:
        """Say whether the rule wants to see the entries of that list."""
        return not self.lists or list_id in self.lists
