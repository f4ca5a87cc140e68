"""How a departure from the baseline is corrected: what the data of an entry becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from wudan.baseline.comparison import Comparison
from wudan.catalog.catalog import Placed
from wudan.catalog.model.reform import BaselineEntry
from wudan.rules.engine.problem import Problem

Data = dict[str, Any]


class NoCorrectionError(Exception):
    """A departure that only the department itself can mend."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A departure of an item, beside the baseline from which it departs."""

    comparison: Comparison
    item: Placed[Any]
    problem: Problem

    @property
    def entry(self) -> BaselineEntry:
        """The entry of the baseline that the item stands for. Raises NoCorrectionError where there is none."""
        standing = self.comparison.baseline.standing.get(self.item.record.base or "")
        if standing is None:
            raise NoCorrectionError(self.item.record.id)
        return standing.entry


Correct = Callable[[Data, Departure], None]
"""Changes the data of an item in place; raises NoCorrectionError where the baseline does not say how."""


def without(key: str) -> Correct:
    """Give the correction that takes the element at the problem's place out of a list, and an empty list away."""

    def correct(data: Data, departure: Departure) -> None:
        path = departure.problem.place.path[: len(departure.item.path) + 2]
        doomed = departure.item.document.value(path)
        data[key] = [element for element in data[key] if element is not doomed]
        if not data[key]:
            del data[key]

    return correct


def end(data: Data, departure: Departure) -> None:
    """Make a tombstone of an item whose entry has gone: by which decision, from which day."""
    departed = departure.comparison.baseline.departed.get(departure.item.record.base or "")
    if departed is None:
        raise NoCorrectionError(departure.item.record.id)
    decision = departed.decision
    data |= {"status": "取消", "ended": {"on": decision.effective_on, "document": decision.document}}


def plain(record: Any) -> Any:
    """Give a record of the baseline as data that can stand in a list."""
    return msgspec.to_builtins(record)
