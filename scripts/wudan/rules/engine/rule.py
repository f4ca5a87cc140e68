"""What a rule is: one module of a family that declares one `RULE`, of the type that says what it wants to see."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from wudan.catalog.catalog import Catalog, CatalogFile, Placed
from wudan.catalog.model.decision import Waiver
from wudan.level import Level
from wudan.rules.engine.problem import Problem
from wudan.words import Words

if TYPE_CHECKING:  # what only some rules look at need not be loaded for the others
    from wudan.baseline.comparison import Comparison
    from wudan.diff.change import Change
    from wudan.rules.engine.correction import Correct

Problems = Iterable[Problem]


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule says of one kind of problem, and how the problem is mended."""

    words: Words
    help: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check with its code, its level and its messages; each type below has a `check` that takes what it names.

    `page` is the module's docstring, the rule's public page. A rule that rests on a law judges lists from `valid_from`
    on and before `valid_to` (days, YYYY-MM-DD). What else is special about a rule stands here too, so that nobody else
    has to name its code:

    - `is_structural`: it judges the structure of the data, and so even where catalog.yml cannot be read
    - `guards_site`: no site is made of a catalog in which it finds an error
    - `tells_unread`: it says why a file cannot be read
    - `is_departure`: what it finds departs from the reform baseline
    - `is_acceptable`: a reviewer may accept what it finds; what is wrong with waivers can only be mended
    - `mends_last`: its fix rewrites lines in which other rules have something to mend
    """

    code: str
    level: Level
    title: Words
    messages: Mapping[str, Message]
    page: str
    fixable: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    is_structural: bool = False
    guards_site: bool = False
    tells_unread: bool = False
    is_departure: bool = False
    is_acceptable: bool = True
    mends_last: bool = False

    is_burden: ClassVar[bool] = False
    """Whether it finds what weighs more on applicants."""

    is_trespass: ClassVar[bool] = False
    """Whether it finds changes to files by somebody who does not own them."""

    is_for_reviewers: ClassVar[bool] = False
    """Whether a reviewer decides on what it finds: what departs from the baseline, what weighs more."""

    def judges(self, day: str) -> bool:
        """Say whether the rule judges lists of that day (YYYY-MM-DD)."""
        return (self.valid_from is None or day >= self.valid_from) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule(Rule):
    """A rule about a file, whether it could be read or not."""

    check: Callable[[CatalogFile, Catalog], Problems]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRule(Rule):
    """A rule about entries of the five lists; of those that `lists` names, else of all."""

    lists: tuple[str, ...] = ()

    def wants(self, list_id: str) -> bool:
        """Say whether the rule wants to see the entries of that list."""
        return not self.lists or list_id in self.lists


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule(EntryRule):
    """A rule about one entry of a list. All of these share one walk over the entries."""

    check: Callable[[Placed[Any], Catalog], Problems]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRule(EntryRule):
    """A rule about all entries of one list."""

    check: Callable[[Sequence[Placed[Any]], Catalog], Problems]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogRule(Rule):
    """A rule about the catalog as a whole."""

    check: Callable[[Catalog], Problems]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineRule(Rule):
    """A rule about the lists beside the effective baseline; it is asked only where there is one.

    `correct` changes the data of an entry so that it is as the baseline has it, where that can be said.
    """

    check: Callable[["Comparison"], Problems]
    correct: "Correct | None" = None
    is_departure: bool = True

    is_for_reviewers: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverRule(Rule):
    """A rule about a waiver that accepts nothing, and who hands the catalog in (None: a reviewer)."""

    check: Callable[[Placed[Waiver], str | None], Problems]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule(Rule):
    """A rule about the paths of the files that a change touches, who made it (None: a reviewer), and the catalog."""

    check: Callable[[Sequence[str], str | None, Catalog], Problems]

    is_trespass: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRule(Rule):
    """A rule about the changes in substance, and the catalog as it was before."""

    check: Callable[[Sequence["Change"], Catalog], Problems]

    is_burden: ClassVar[bool] = True
    is_for_reviewers: ClassVar[bool] = True
