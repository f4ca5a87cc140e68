"""Where an item is handled: the places, their windows, hours and telephones."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wudan.catalog.model.approval import Handling
from wudan.catalog.model.body import Opening
from wudan.site.parts.labels import label
from wudan.site.parts.link import Dial, dial
from wudan.site.parts.site import Fact, Site

FULL = 3


class Counter(msgspec.Struct, frozen=True):
    """A place where an item is handled, with the windows to go to."""

    page: str
    name: str
    windows: str
    role: str
    address: str
    opening: tuple[Opening, ...]
    phone: Dial | None


def counters(site: Site, handlings: Iterable[Handling]) -> tuple[Counter, ...]:
    """Give the places where an item is handled, each once, with all of the item's windows there."""
    found: dict[str, list[Handling]] = {}
    for handling in handlings:
        if handling.place and handling.place in site.catalog.places:
            found.setdefault(handling.place, []).append(handling)
    return tuple(_counter(site, place_id, rows) for place_id, rows in found.items())


def nearest(places: Sequence[Counter]) -> Sequence[Counter]:
    """Pick the places to show in full: all of a few, else those with a window for the item, else the first."""
    if len(places) <= FULL:
        return places
    return [place for place in places if place.windows][:FULL] or places[:1]


def first_place(site: Site, handlings: Iterable[Handling]) -> Iterator[Fact]:
    """Give the fact that names the place to go to first, and how many more there are; nothing where there is none."""
    windows: dict[str, list[int]] = {}
    for handling in handlings:
        if handling.place and handling.place in site.catalog.places:
            windows.setdefault(handling.place, []).extend([handling.window] if handling.window else [])
    for place_id, numbers in windows.items():
        value = f"{site.catalog.places[place_id].record.name} {window_text(dict.fromkeys(numbers))}".rstrip()
        more = f"另有{len(windows) - 1}处" if len(windows) > 1 else ""
        yield Fact(label("Approval.handled_at"), value, more)
        return


def _counter(site: Site, place_id: str, handlings: list[Handling]) -> Counter:
    place = site.catalog.places[place_id].record
    windows = dict.fromkeys(handling.window for handling in handlings if handling.window)
    roles = dict.fromkeys(handling.role for handling in handlings if handling.role)
    return Counter(
        page=f"places/{place_id}/",
        name=place.name,
        windows=window_text(windows),
        role="、".join(roles),
        address=place.address or "",
        opening=place.opening,
        phone=dial(label("Place.phone"), place.phone) if place.phone else None,
    )


def window_text(numbers: Iterable[int]) -> str:
    """Word the numbers of windows: `12号、13号窗口`; empty where there are none."""
    words = "、".join(f"{number}号" for number in numbers)
    return f"{words}窗口" if words else ""
