"""The pages of places: halls, township centres, village stations, and what is handled at each."""

from collections.abc import Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.body import Place, Window
from wudan.site.parts.labels import label
from wudan.site.parts.link import Dial, Link, dial
from wudan.site.parts.page import Page
from wudan.site.parts.relations import Handled
from wudan.site.parts.site import HOME, Site

PLACES = Link("places/", "地点")


class WindowRow(msgspec.Struct, frozen=True):
    """A window, whose it is, and what is handled at it."""

    number: int
    name: str
    floor: str
    department: Link | None
    handled: tuple[Handled, ...]


class Branch(msgspec.Struct, frozen=True):
    """A place in the directory, with the places below it."""

    link: Link
    address: str
    phone: Dial | None
    below: tuple[Link, ...]


def place_pages(site: Site) -> Iterator[Page]:
    """Give the directory of places and the page of each."""
    yield _directory(site)
    for placed in site.catalog.places.values():
        yield _page(site, placed)


def _directory(site: Site) -> Page:
    groups: dict[str, list[Branch]] = {}
    for placed in site.catalog.places.values():
        if not _stands_below_township(site, placed.record):
            groups.setdefault(placed.record.kind, []).append(_branch(site, placed.record))
    count = len(site.catalog.places)
    return Page(
        address="places/",
        title="办事地点",
        description=f"{site.imprint.region}政务大厅、分中心、乡镇便民服务中心和村级便民服务站，共{count}处。",
        template="places",
        context={
            "imprint": site.imprint,
            "trail": (HOME,),
            "groups": tuple((kind, tuple(branches)) for kind, branches in groups.items()),
            "counts": _counts(site),
        },
        section="places",
    )


def _stands_below_township(site: Site, place: Place) -> bool:
    parent = site.catalog.places.get(place.parent or "")
    return place.kind == "村级便民服务站" and parent is not None


def _counts(site: Site) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for placed in site.catalog.places.values():
        found[placed.record.kind] = found.get(placed.record.kind, 0) + 1
    return tuple(found.items())


def _branch(site: Site, place: Place) -> Branch:
    below = site.relations.children.get(place.id, ())
    return Branch(
        link=site.relations.links["places", place.id],
        address=place.address or "",
        phone=dial(label("Place.phone"), place.phone) if place.phone else None,
        below=tuple(site.relations.links["places", child.id] for child in below if child.kind == "村级便民服务站"),
    )


def _page(site: Site, placed: Placed[Place]) -> Page:
    place = placed.record
    count = len({row.link.address for row in site.relations.handled.get(place.id, ())})
    told = f"，可以办理{count}项" if count else ""
    return site.record_page(
        placed,
        folder="places",
        template="place",
        section="places",
        name=place.name,
        description=f"{place.name}（{place.kind}）的地址、办公时间、电话和窗口{told}。",
        context=lambda: _context(site, place),
    )


def _context(site: Site, place: Place) -> dict[str, Any]:
    handled = site.relations.handled.get(place.id, ())
    known = {window.number for window in place.windows}
    below: dict[str, list[Link]] = {}
    for child in site.relations.children.get(place.id, ()):
        below.setdefault(child.kind, []).append(site.relations.links["places", child.id])
    return {
        "place": place,
        "trail": (HOME, PLACES, *_above(site, place)),
        "phones": tuple(_phones(place)),
        "dials": site.dials(None, None, None),
        "windows": tuple(_window(site, window, handled) for window in place.windows),
        "handled": tuple(row for row in handled if row.window not in known),
        "below": tuple((kind, tuple(links)) for kind, links in below.items()),
    }


def _above(site: Site, place: Place) -> tuple[Link, ...]:
    """Give the places above a place, the highest first; a circle is followed once."""
    found: list[Link] = []
    seen = {place.id}
    parent = place.parent
    while parent and parent not in seen and parent in site.catalog.places:
        seen.add(parent)
        found.append(site.relations.links["places", parent])
        parent = site.catalog.places[parent].record.parent
    return tuple(reversed(found))


def _phones(place: Place) -> Iterator[Dial]:
    for key in ("phone", "duty_phone"):
        if number := getattr(place, key):
            yield dial(label(f"Place.{key}"), number)


def _window(site: Site, window: Window, handled: tuple[Handled, ...]) -> WindowRow:
    return WindowRow(
        number=window.number,
        name=window.name or "",
        floor=window.floor or "",
        department=site.relations.department(window.department),
        handled=tuple(row for row in handled if row.window == window.number),
    )
