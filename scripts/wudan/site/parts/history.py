"""What the editions changed of each record, as it was frozen with them."""

from collections.abc import Mapping, Sequence

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.decision import Release
from wudan.site.parts.link import Link
from wudan.site.parts.wording import date_text


class Past(msgspec.Struct, frozen=True):
    """What one edition changed of a record: the edition's page, its day, each change in words."""

    link: Link
    on: str
    messages: tuple[str, ...]


def releases_of(catalog: Catalog) -> Sequence[Release]:
    """Give the editions, the latest first."""
    releases = [placed.record for placed in catalog.of("release")]
    return sorted(releases, key=lambda release: (release.on or "", release.id), reverse=True)


def history_of(catalog: Catalog) -> Mapping[tuple[str, str], tuple[Past, ...]]:
    """Give the past of every record that an edition changed, by list and id, the latest first.

    What was withdrawn never held.
    """
    found: dict[tuple[str, str], tuple[Past, ...]] = {}
    for release in releases_of(catalog):
        if release.withdrawn:
            continue
        messages: dict[tuple[str, str], list[str]] = {}
        for change in release.changes:
            key = str(change.get("list", "")), str(change.get("item", ""))
            messages.setdefault(key, []).append(str(change.get("message", "")))
        link = Link(f"changes/{release.id}/", release.id)
        for key, told in messages.items():
            past = Past(link, date_text(release.on or ""), tuple(told))
            found[key] = (*found.get(key, ()), past)
    return found


def departments_with_feed(catalog: Catalog) -> frozenset[str]:
    """Give the departments whose lists an edition changed; each of them has a feed."""
    return frozenset(
        str(change.get("department", ""))
        for release in releases_of(catalog)
        if release.on and not release.withdrawn
        for change in release.changes
    )
