"""Atom feeds of the releases, one for all and one a department. (RFC 4287.)"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.decision import Release
from wudan.findings.words import visible
from wudan.site.pages.changes import counts_text

_ATOM = "http://www.w3.org/2005/Atom"
_LAST = 50  # editions in a feed


def feed_files(catalog: Catalog, site_url: str) -> Mapping[str, bytes]:
    """Give each feed by its path in the site; none until the first edition.

    `site_url` ends with a slash, or is empty where the site has no fixed address: then the ids of entries are URNs and
    links are relative. All days come from the releases.
    """
    placed = sorted(catalog.of("release"), key=lambda one: (one.record.on or "", one.record.id), reverse=True)
    releases = [one.record for one in placed if one.record.on and not one.record.withdrawn][:_LAST]
    if not releases:
        return {}
    title = catalog.city.title if catalog.city else "五单一网"
    feeds = {"changes/feed.xml": _feed("changes/feed.xml", f"{title}：清单的变化", releases, site_url)}
    for identity, department in catalog.departments.items():
        own = [one for one in releases if any(change.get("department") == identity for change in one.changes)]
        if own:
            path = f"departments/{identity}/feed.xml"
            name = f"{title}：{department.record.name}清单的变化"
            feeds[path] = _feed(path, name, own, site_url, identity)
    return feeds


def _feed(path: str, title: str, releases: Sequence[Release], site_url: str, department: str = "") -> bytes:
    feed = ET.Element("feed", xmlns=_ATOM)
    _text(feed, "id", f"{site_url}{path}" if site_url else f"urn:wudan:{path}")
    _text(feed, "title", title)
    _text(feed, "updated", _moment(releases[0]))
    _text(ET.SubElement(feed, "author"), "name", title.partition("：")[0])
    root = site_url or "../" * path.count("/")
    ET.SubElement(feed, "link", rel="self", href=f"{root}{path}")
    for release in releases:
        _entry(feed, release, root, site_url, department)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: ET.Element, release: Release, root: str, site_url: str, department: str) -> None:
    changes = [one for one in release.changes if not department or one.get("department") == department]
    address = f"changes/{release.id}/"
    entry = ET.SubElement(feed, "entry")
    _text(entry, "id", f"{site_url}{address}" if site_url else f"urn:wudan:{address}")
    _text(entry, "title", f"{release.id}：{counts_text(changes)}")
    _text(entry, "updated", _moment(release))
    ET.SubElement(entry, "link", rel="alternate", href=f"{root}{address}")
    _text(entry, "summary", "\n".join(_lines(changes)) or "首次发布")


def _lines(changes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for change in changes:
        yield f"{change.get('name', change.get('item', ''))}：{change.get('message', '')}"


def _moment(release: Release) -> str:
    """Give the day of an edition as a moment (RFC 3339); its own zone is that of all of China."""
    return f"{release.on}T00:00:00+08:00"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "\n".join(visible(line) for line in text.split("\n"))
