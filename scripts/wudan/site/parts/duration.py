"""How long something takes, as a page shows it: by law, by promise and in fact."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wudan.catalog.model.approval import MeanTime, TimeLimit
from wudan.catalog.model.base import Limit
from wudan.site.parts.labels import label
from wudan.site.parts.site import Fact, Site
from wudan.site.parts.wording import Cited, limit_text

_KEYS = ("statutory", "extension", "promised", "actual_mean")


class Bar(msgspec.Struct, frozen=True):
    """A length of time drawn to scale; `width` is in per cent of the longest one beside it."""

    label: str
    text: str
    width: int


class LimitRow(msgspec.Struct, frozen=True):
    """One of an item's limits in words, with the ground that it rests on."""

    label: str
    text: str
    basis: Cited | None


def bars(limits: Iterable[tuple[str, Limit | MeanTime]]) -> tuple[Bar, ...]:
    """Draw lengths of time to one scale; nothing where their units differ or there is nothing to compare."""
    drawn = tuple(limits)
    longest = max((limit.count for _, limit in drawn), default=0)
    if len(drawn) < 2 or longest == 0 or len({limit.unit for _, limit in drawn}) > 1:
        return ()
    return tuple(Bar(name, limit_text(limit), max(1, round(100 * limit.count / longest))) for name, limit in drawn)


def limit_bars(limits: TimeLimit | None) -> tuple[Bar, ...]:
    """Draw an item's statutory, promised and mean time to one scale."""
    return bars(
        (label(f"TimeLimit.{key}"), limit)
        for key in ("statutory", "promised", "actual_mean")
        if limits and (limit := getattr(limits, key))
    )


def limit_rows(site: Site, limits: TimeLimit | None) -> Iterator[LimitRow]:
    """Word each limit that an item has."""
    for key in _KEYS:
        limit = getattr(limits, key, None)
        if limit:
            basis = site.cite_one(limit.basis) if isinstance(limit, Limit) else None
            yield LimitRow(label(f"TimeLimit.{key}"), limit_text(limit), basis)


def time_facts(limits: TimeLimit | None) -> Iterator[Fact]:
    """Give the limit that counts for the applicant: the promise, qualified by the law; or the law's alone."""
    if limits and limits.promised:
        note = f"法定{limit_text(limits.statutory)}" if limits.statutory else ""
        yield Fact(label("TimeLimit.promised"), limit_text(limits.promised), note)
    elif limits and limits.statutory:
        yield Fact(label("TimeLimit.statutory"), limit_text(limits.statutory))


def limit_words(limits: TimeLimit | None) -> str:
    """Word the limit that counts in a few characters, for a line in a list; empty where none is known."""
    return "，".join(fact.value for fact in time_facts(limits))


def levels(after: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Give for each step the number of steps that must come before it, one after another.

    `after` holds for each step the positions of the steps that it waits for. Steps that wait for each other
    in a circle are put behind all the others.
    """
    found: dict[int, int] = {}
    waiting = list(range(len(after)))
    while waiting:
        ready = [step for step in waiting if all(earlier in found for earlier in after[step])]
        if not ready:
            last = max(found.values(), default=-1) + 1
            found.update(dict.fromkeys(waiting, last))
            break
        for step in ready:
            found[step] = max((found[earlier] + 1 for earlier in after[step]), default=0)
        waiting = [step for step in waiting if step not in found]
    return tuple(found[step] for step in range(len(after)))
