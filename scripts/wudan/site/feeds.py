"""Atom feeds of the releases, one for all and one a department. (RFC 4287.)"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.decision import Release
from wudan.site.pages.changes import counts_text
from wudan.words import visible

_ATOM = "http://www.w3.org/2005/Atom"
_LAST = 50  # editions in a feed


@dataclass(frozen=True, slots=True)
class _Editions:
    """The editions of a feed, the latest first, and which one was the first of all."""

    shown: Sequence[Release]
    first: Release

    def of(self, department: str) -> "_Editions":
        """Give those that changed something of a department."""
        own = [one for one in self.shown if any(change.get("department") == department for change in one.changes)]
        return _Editions(own, self.first)

    def counts(self, release: Release, changes: Sequence[Mapping[str, Any]]) -> str:
        """Say how many of these changes an edition brought."""
        return counts_text(changes, is_first=release is self.first)


def feed_files(catalog: Catalog, site_url: str) -> Mapping[str, bytes]:
    """Give each feed by its path in the site; none until the first edition.

    `site_url` ends with a slash, or is empty where the site has no fixed address: then the ids of entries are URNs and
    links are relative. All days come from the releases.
    """
    placed = sorted(catalog.of("release"), key=lambda one: (one.record.on or "", one.record.id), reverse=True)
    every = [one.record for one in placed if one.record.on]
    releases = [one for one in every if not one.withdrawn][:_LAST]
    if not releases:
        return {}
    editions = _Editions(releases, every[-1])
    title = catalog.city.title if catalog.city else "五单一网"
    feeds = {"changes/feed.xml": _feed("changes/feed.xml", f"{title}：清单的变化", editions, site_url)}
    for identity, department in catalog.departments.items():
        own = editions.of(identity)
        if own.shown:
            path = f"departments/{identity}/feed.xml"
            name = f"{title}：{department.record.name}清单的变化"
            feeds[path] = _feed(path, name, own, site_url, identity)
    return feeds


def _feed(path: str, title: str, editions: _Editions, site_url: str, department: str = "") -> bytes:
    feed = ET.Element("feed", xmlns=_ATOM)
    _text(feed, "id", f"{site_url}{path}" if site_url else f"urn:wudan:{path}")
    _text(feed, "title", title)
    _text(feed, "updated", _moment(editions.shown[0]))
    _text(ET.SubElement(feed, "author"), "name", title.partition("：")[0])
    root = site_url or "../" * path.count("/")
    ET.SubElement(feed, "link", rel="self", href=f"{root}{path}")
    for release in editions.shown:
        changes = [one for one in release.changes if not department or one.get("department") == department]
        address = f"changes/{release.id}/"
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", f"{site_url}{address}" if site_url else f"urn:wudan:{address}")
        _text(entry, "title", f"{release.id}：{editions.counts(release, changes)}")
        _text(entry, "updated", _moment(release))
        ET.SubElement(entry, "link", rel="alternate", href=f"{root}{address}")
        _text(entry, "summary", "\n".join(_lines(changes)) or editions.counts(release, changes))
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _lines(changes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for change in changes:
        yield f"{change.get('name', change.get('item', ''))}：{change.get('message', '')}"


def _moment(release: Release) -> str:
    """Give the day of an edition as a moment (RFC 3339); its own zone is that of all of China."""
    return f"{release.on}T00:00:00+08:00"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "\n".join(visible(line) for line in text.split("\n"))
