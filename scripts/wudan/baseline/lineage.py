"""What an item of today was in the frozen baseline, before the decisions that came after it."""

from wudan.baseline.comparison import Pair
from wudan.catalog.model.reform import BaselineEntry

_ONE_FOR_ONE = frozenset({"rename", "transfer", "amend"})


def origin_of(pair: Pair, frozen: dict[str, BaselineEntry]) -> BaselineEntry | None:
    """Give the one entry of the frozen baseline that an item was; None where several became it, or none was it.

    `frozen` is the baseline's entries by id. Changed names, bodies, types and times are followed back; what was merged,
    split, taken over or added has no origin of its own.
    """
    entry_id = pair.standing.entry.id
    for decision in reversed(pair.standing.decisions):
        change = decision.change
        given = [entry.id for entry in change.to]
        if entry_id not in given or change.kind == "restore":
            continue
        if change.kind in _ONE_FOR_ONE:
            entry_id = change.from_[given.index(entry_id)]
        elif change.kind == "convert" and len(given) == len(change.from_) == 1:
            entry_id = change.from_[0]
        else:
            return None
    return frozen.get(entry_id)
