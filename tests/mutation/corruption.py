"""A way in which a city's files go wrong: what it does to them, and the rule that has to notice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from random import Random

from tests.mutation import corruptions
from tests.mutation.city_draft import Draft
from tests.support.demo import Changes, Demo


@dataclass(frozen=True)
class Corruption:
    """One slip, or one thing done wrong.

    `also` names the codes that may rise with its own, because the slip does break more than one thing: an item that
    is renamed departs from its baseline and from its power.
    """

    name: str
    code: str
    also: frozenset[str]
    make: Callable[[Draft], None]

    def of(self, demo: Demo, seed: int) -> Changes:
        """Give the files that are changed, as they are then."""
        draft = Draft(demo, Random(seed))  # noqa: S311 (nothing is kept secret by it)
        self.make(draft)
        return draft.changes()


def raises(code: str, also: str = "") -> Callable[[Callable[[Draft], None]], Corruption]:
    """Make a function a corruption that its rule must notice; `also` lists other codes, parted by blanks."""

    def corruption(make: Callable[[Draft], None]) -> Corruption:
        return Corruption(make.__name__, code, frozenset(also.split()), make)

    return corruption


def all_corruptions() -> Iterator[Corruption]:
    """Give every corruption of every module in `corruptions/`, by module and then in the order written there."""
    for found in sorted(iter_modules(corruptions.__path__), key=lambda module: module.name):
        module = import_module(f"{corruptions.__name__}.{found.name}")
        yield from (value for value in vars(module).values() if isinstance(value, Corruption))
