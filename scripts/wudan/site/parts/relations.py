"""Who refers to whom: the links between records, found once for the whole catalog."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Handling
from wudan.catalog.model.base import Entry
from wudan.catalog.model.body import Department, Place
from wudan.catalog.model.law import Law
from wudan.site.parts.link import Link
from wudan.site.parts.standing import has_turned, turn_of, turn_of_service

Target = tuple[str, str]
"""The list (or `departments`, `places`, `services`) and the id of what is referred to."""


class Handled(msgspec.Struct, frozen=True):
    """An item or service that is handled at a place."""

    link: Link
    window: int | None
    role: str


class Relations(msgspec.Struct, frozen=True):
    """The links between records.

    `links` gives the link to each record. `sources` gives, for a record, by the way of referring (such as
    `powers`), the links to the records that refer to it. `handled` gives by place what is handled there,
    `windows` by department the place and number of its windows, `children` by place the places below it.
    """

    links: Mapping[Target, Link]
    sources: Mapping[Target, Mapping[str, tuple[Link, ...]]]
    handled: Mapping[str, tuple[Handled, ...]]
    windows: Mapping[str, tuple[tuple[Link, int], ...]]
    children: Mapping[str, tuple[Place, ...]]
    laws: Mapping[str, Law]

    def find(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """Give the links to those records of a list that exist, in the order of their ids."""
        return tuple(link for id_ in ids if (link := self.links.get((kind, id_))))

    def department(self, id_: str | None) -> Link | None:
        """Give the link to a department, or None where there is none of that id."""
        return self.links.get(("departments", id_)) if id_ else None


def relate(catalog: Catalog) -> Relations:
    """Find all links between the records of a catalog."""
    links = dict(_links(catalog))
    return Relations(
        links=links,
        sources=_sources(catalog, links),
        handled=_handled(catalog, links),
        windows=_windows(catalog, links),
        children=_children(catalog),
        laws={name: placed.record for placed in catalog.laws for name in _law_names(placed.record)},
    )


def short_name(department: Department) -> str:
    """Give the name by which people know a department."""
    return department.short_name or department.name


def entry_link(kind_id: str, entry: Entry, day: str) -> Link:
    """Give the link to an entry of one of the five lists, with what became of it as of a day."""
    turn = turn_of(entry, day)
    return Link(f"{kind_id}/{entry.id}/", entry.name, turn.note if turn else "")


def public_entries(catalog: Catalog, kind_id: str) -> Iterator[Placed[Any]]:
    """Give the entries of a list that have a page: of two with one id the first, and none that is secret."""
    for placed in catalog.of(kind_id):
        if catalog.by_id[kind_id, placed.record.id] is placed and not placed.record.secret:
            yield placed


def _links(catalog: Catalog) -> Iterator[tuple[Target, Link]]:
    for kind in catalog.lists:
        for placed in public_entries(catalog, kind.id):
            yield (kind.id, placed.record.id), entry_link(kind.id, placed.record, catalog.judged_on)
    for id_, department in catalog.departments.items():
        yield ("departments", id_), Link(f"departments/{id_}/", short_name(department.record))
    for id_, place in catalog.places.items():
        yield ("places", id_), Link(f"places/{id_}/", place.record.name)
    for id_, service in catalog.services.items():
        turn = turn_of_service(service.record, catalog.judged_on)
        yield ("services", id_), Link(f"services/{id_}/", service.record.name, turn.note if turn else "")


def _sources(catalog: Catalog, links: Mapping[Target, Link]) -> Mapping[Target, Mapping[str, tuple[Link, ...]]]:
    found: dict[Target, dict[str, dict[str, Link]]] = defaultdict(lambda: defaultdict(dict))
    for target, way, source in _references(catalog):
        link = links.get(source)
        if link is not None and target in links and target != source:
            found[target][way].setdefault(link.address, link)
    return {
        target: {way: tuple(by_address.values()) for way, by_address in ways.items()} for target, ways in found.items()
    }


def _references(catalog: Catalog) -> Iterator[tuple[Target, str, Target]]:
    """Give each reference: what is referred to, in which way, and what refers to it."""
    for placed in catalog.entries():
        source = (placed.kind.id, placed.record.id)
        yield from ((target, way, source) for way, target in _entry_references(placed))
    for id_, service in catalog.services.items():
        for member in service.record.members:
            if member.approval:
                yield ("approvals", member.approval), "services", ("services", id_)


def _entry_references(placed: Placed[Entry]) -> Iterator[tuple[str, Target]]:
    """Give what one entry refers to: the way, as seen from the target, and the target."""
    kind_id, record = placed.kind.id, placed.record
    for former in record.replaces:
        yield "successors", (kind_id, former)
    if record.ended:
        for successor in record.ended.replaced_by:
            yield "predecessors", (kind_id, successor)
    if kind_id in ("powers", "negative"):
        for approval in getattr(record, "approvals", ()):
            yield kind_id, ("approvals", approval)
    for precondition in getattr(record, "preconditions", ()):
        if precondition.approval:
            yield "followers", ("approvals", precondition.approval)
    if fee := getattr(record, "fee", None):
        yield from (("payers", ("fees", id_)) for id_ in fee.fees)
        yield from (("payers", ("funds", id_)) for id_ in fee.funds)


def _handled(catalog: Catalog, links: Mapping[Target, Link]) -> Mapping[str, tuple[Handled, ...]]:
    found: dict[str, list[Handled]] = defaultdict(list)
    for target, handlings in _handlings(catalog):
        for handling in handlings:
            if handling.place and target in links:
                handled = Handled(links[target], handling.window, handling.role or "")
                found[handling.place].append(handled)
    return {place: tuple(handled) for place, handled in found.items()}


def _handlings(catalog: Catalog) -> Iterator[tuple[Target, tuple[Handling, ...]]]:
    for id_, service in catalog.services.items():
        if not has_turned(turn_of_service(service.record, catalog.judged_on)):
            yield ("services", id_), service.record.handled_at
    for (kind_id, id_), placed in catalog.by_id.items():
        if kind_id == "approvals" and placed.record.is_in_use:
            yield (kind_id, id_), getattr(placed.record, "handled_at", ())


def _windows(catalog: Catalog, links: Mapping[Target, Link]) -> Mapping[str, tuple[tuple[Link, int], ...]]:
    found: dict[str, list[tuple[Link, int]]] = defaultdict(list)
    for id_, place in catalog.places.items():
        for window in place.record.windows:
            if window.department:
                found[window.department].append((links["places", id_], window.number))
    return {department: tuple(windows) for department, windows in found.items()}


def _children(catalog: Catalog) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for placed in catalog.places.values():
        if placed.record.parent:
            found[placed.record.parent].append(placed.record)
    return {parent: tuple(places) for parent, places in found.items()}


def _law_names(law: Law) -> Iterator[str]:
    yield law.name
    yield from law.aliases
