"""Entries as lines of a list: what stands behind a name, and how entries are grouped and counted."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Entry
from wudan.site.parts.duration import limit_words
from wudan.site.parts.link import Link
from wudan.site.parts.site import Site

ELSEWHERE = Link("", "其他")


class Row(msgspec.Struct, frozen=True):
    """One line of a list.

    `words` are short facts, of the same kinds for each entry of a list; `note` warns that the entry is not in use.
    """

    address: str
    name: str
    words: tuple[str, ...]
    note: str


class RowGroup(msgspec.Struct, frozen=True):
    """The lines of one department. `count` is the number of entries that are not cancelled."""

    id: str
    heading: Link
    rows: tuple[Row, ...]
    count: int


class Tally(msgspec.Struct, frozen=True):
    """How many entries there are. Parts are counted apart: what is counted is the item."""

    items: int
    subitems: int
    cases: int
    cancelled: int


def row(site: Site, placed: Placed[Any]) -> Row:
    """Give the line of one entry."""
    link = site.relations.links[placed.kind.id, placed.record.id]
    return Row(link.address, link.name, tuple(_words(placed, site.catalog.judged_on)), link.note)


def rows(site: Site, entries: Iterable[Placed[Any]]) -> tuple[Row, ...]:
    """Give the lines of entries, those that were cancelled last."""
    return tuple(row(site, placed) for placed in sorted(entries, key=_is_cancelled))


def by_department(site: Site, entries: Iterable[Placed[Any]]) -> tuple[RowGroup, ...]:
    """Group entries by the department that owns them, in the order of the departments."""
    found: dict[str, list[Placed[Any]]] = {id_: [] for id_ in site.catalog.departments}
    for placed in entries:
        found.setdefault(placed.owner or "", []).append(placed)
    return tuple(
        RowGroup(id_ or "elsewhere", site.relations.department(id_) or ELSEWHERE, rows(site, owned), tally(owned).items)
        for id_, owned in found.items()
        if owned
    )


def tally(entries: Iterable[Placed[Any]]) -> Tally:
    """Count entries; parts only of those that are not cancelled."""
    items = subitems = cases = cancelled = 0
    for placed in entries:
        if _is_cancelled(placed):
            cancelled += 1
            continue
        items += 1
        for part in getattr(placed.record, "parts", ()):
            subitems += part.kind == "子项"
            cases += part.kind == "情形"
    return Tally(items, subitems, cases, cancelled)


def _is_cancelled(placed: Placed[Any]) -> bool:
    entry: Entry = placed.record
    return not entry.is_in_use


def _charge(approval: Approval) -> str:
    if approval.fee is None:
        return ""
    return "收费" if approval.fee.charged else "不收费"


def _words(placed: Placed[Any], day: str) -> Iterator[str]:
    record = placed.record
    match placed.kind.id:
        case "approvals":
            yield record.type
            yield limit_words(record.time_limit)
            yield _charge(record)
        case "powers":
            yield record.type
            yield f"责任{len(record.duties)}条" if record.duties else ""
        case "fees" | "funds":
            yield "已停征" if record.stopped and record.stopped.on <= day else record.standard or ""
        case "negative":
            yield record.measure or ""
            yield record.nature or ""
