"""What a change of the lists comes to in figures: stages, preconditions, materials, visits and days, before and now.

There are two ways of counting, and published figures seldom say which one they use. Over the items that both sides
have, a smaller number means that something became easier. Over all items, cancelling one passes for speed. Both are
given, side by side.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Limit
from wudan.catalog.model.reform import BaselineEntry
from wudan.catalog.working_days import working_days
from wudan.diff.match import Matches
from wudan.diff.record import Key
from wudan.words import Words

Measured = Literal["stages", "preconditions", "materials", "visits", "statutory", "promised"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is summed up, by name, and its unit."""

    name: Words
    unit: Words


MEASURES: Mapping[Measured, Measure] = {
    "stages": Measure(Words("办理环节", "stages"), Words("个", "")),
    "preconditions": Measure(Words("前置条件", "preconditions"), Words("项", "")),
    "materials": Measure(Words("申请材料", "materials"), Words("种", "")),
    "visits": Measure(Words("到现场", "visits"), Words("次", "")),
    "statutory": Measure(Words("法定时限", "limits by law"), Words("个工作日", "working days")),
    "promised": Measure(Words("承诺时限", "promised limits"), Words("个工作日", "working days")),
}
_LIST = "approvals"

# An item as a list has it, or as the reform baseline has it; the latter tells neither materials nor visits.
Item = Approval | BaselineEntry


class Sum(msgspec.Struct, frozen=True):
    """A measure summed up before and now, and the number of items that state it on either side."""

    before: float
    now: float
    items_before: int
    items_now: int


class Reckoning(msgspec.Struct, frozen=True):
    """How many items there were and are, and the sums of what they ask of applicants.

    `both` is the number of items that stand on both sides. `over_both` sums up over those of them that state the
    measure on both sides, `over_all` over all items of either side, cancelled, merged and new ones with them. Days are
    working days; a limit in another unit counts as the middle of what the holidays make of it.
    """

    before: int
    now: int
    both: int
    over_both: dict[Measured, Sum]
    over_all: dict[Measured, Sum]


def reckon(pairs: Sequence[tuple[Item, Item]], gone: Sequence[Item], come: Sequence[Item], year: int) -> Reckoning:
    """Sum up items before and now. `pairs` are those of both sides; `year` is that of the holidays."""
    before, now = [*(old for old, _ in pairs), *gone], [*(new for _, new in pairs), *come]
    over_both: dict[Measured, Sum] = {}
    over_all: dict[Measured, Sum] = {}
    for name, amount in _AMOUNTS.items():
        stated = [
            (old, new) for one, other in pairs if None not in (old := amount(one, year), new := amount(other, year))
        ]
        _put(over_both, name, [old for old, _ in stated], [new for _, new in stated])
        _put(over_all, name, [amount(item, year) for item in before], [amount(item, year) for item in now])
    return Reckoning(len(before), len(now), len(pairs), over_both, over_all)


def reckon_between(before: Catalog, after: Catalog, matches: Matches, department: str = "") -> Reckoning:
    """Sum up the approval items in use of two catalogs, those of one department where one is named.

    `matches` are their records; others are left out. So is an item that breaks its schema on one side, on both: it is
    neither gone nor new.
    """
    now_called = {old.key: new.key for old, new in matches.pairs}
    formerly = {new: old for old, new in now_called.items()}
    old, new = _in_use(before, matches.before, department), _in_use(after, matches.after, department)
    untyped_before, untyped_now = (
        {key for key in records if key[0] == _LIST and key not in catalog.by_id}
        for records, catalog in ((matches.before, before), (matches.after, after))
    )
    there_before, there_now = old.keys() | untyped_before, new.keys() | untyped_now
    pairs = [(item, new[now_called[key]]) for key, item in old.items() if now_called.get(key) in new]
    gone = [item for key, item in old.items() if now_called.get(key) not in there_now]
    come = [item for key, item in new.items() if formerly.get(key) not in there_before]
    return reckon(pairs, gone, come, after.year)


def _in_use(catalog: Catalog, told: Container[Key], department: str) -> Mapping[Key, Approval]:
    return {
        key: placed.record
        for placed in catalog.approvals
        if placed.record.is_in_use and department in ("", placed.owner) and (key := (_LIST, placed.record.id)) in told
    }


def _put(
    sums: dict[Measured, Sum], name: Measured, before: Iterable[float | None], now: Iterable[float | None]
) -> None:
    """Add a sum, unless nothing states the measure on one of the sides."""
    old, new = ([amount for amount in side if amount is not None] for side in (before, now))
    if old and new:
        sums[name] = Sum(sum(old), sum(new), len(old), len(new))


def _stages(item: Item, year: int) -> float | None:  # noqa: ARG001
    return len(item.process) or None


def _preconditions(item: Item, year: int) -> float | None:  # noqa: ARG001
    return len(item.preconditions)


def _materials(item: Item, year: int) -> float | None:  # noqa: ARG001
    return (len(item.materials) or None) if isinstance(item, Approval) else None


def _visits(item: Item, year: int) -> float | None:  # noqa: ARG001
    return item.visits if isinstance(item, Approval) else None


def _statutory(item: Item, year: int) -> float | None:
    return _days(item.time_limit.statutory if item.time_limit else None, year)


def _promised(item: Item, year: int) -> float | None:
    return _days(item.time_limit.promised if item.time_limit else None, year)


def _days(limit: Limit | None, year: int) -> float | None:
    return sum(working_days(limit, year)) / 2 if limit else None


_AMOUNTS: Mapping[Measured, Callable[[Item, int], float | None]] = {
    "stages": _stages,
    "preconditions": _preconditions,
    "materials": _materials,
    "visits": _visits,
    "statutory": _statutory,
    "promised": _promised,
}
