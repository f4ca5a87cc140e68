"""The chain of editions: each states what it is in one fixed form, and names the hash of the one before.

The form is that of the data alone. Comments and layout of a release file may change, and an edition may be withdrawn
later, without another edition coming of it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.decision import Previous, Release

_AFTERWARDS = "withdrawn"  # the one key that is written into a release when it is out

Fault = Literal["missing", "altered", "forked", "unlinked"]


@dataclass(frozen=True, slots=True)
class Link:
    """An edition as the chain sees it: id, day, the hash of its statement, and the edition that it names."""

    id: str
    on: str
    record: str
    previous: Previous | None

    @property
    def order(self) -> tuple[str, str]:
        """By what editions stand one after another where nothing else says it."""
        return self.on, self.id


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold, and why; `other` is the edition that is missing, altered or named twice."""

    link: Link
    fault: Fault
    other: str


def statement(data: Mapping[str, Any]) -> bytes:
    """Give what an edition states, from the data of its release: JSON in one fixed form, which is what is signed.

    Keys are sorted, whole numbers are written without a point. Raises ValueError for numbers that are none.
    """
    kept = {key: _plain(value) for key, value in data.items() if key != _AFTERWARDS}
    return json.dumps(kept, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=1).encode() + b"\n"


def record_hash(data: Mapping[str, Any]) -> str:
    """Give the SHA-256 (64 hexadecimal digits) of what an edition states."""
    return sha256(statement(data)).hexdigest()


def chain_of(catalog: Catalog) -> tuple[Link, ...]:
    """Give the editions of a catalog as links, in the order of their days."""
    links = (link_of(placed.record, placed.document.data) for placed in catalog.of("release"))
    return tuple(sorted(links, key=lambda link: link.order))


def link_of(release: Release, data: Mapping[str, Any]) -> Link:
    """Give one edition as a link; `data` is that of its file."""
    return Link(release.id, release.on or "", record_hash(data), release.previous)


def breaks(links: Sequence[Link]) -> Iterator[Break]:
    """Give where the chain does not hold.

    Editions from before there was a chain name none; they are no break as long as none that names one is older.
    """
    by_id = {link.id: link for link in links}
    first = next((link for link in links if link.previous), None)
    named: set[str] = set()
    for link in links:
        if link.previous is None:
            if first and link.order > first.order:
                yield Break(link, "unlinked", first.id)
            continue
        before = link.previous.release
        if before not in by_id:
            yield Break(link, "missing", before)
        elif by_id[before].record != link.previous.record:
            yield Break(link, "altered", before)
        elif before in named:
            yield Break(link, "forked", before)
        named.add(before)


def newest(links: Sequence[Link]) -> Link | None:
    """Give the edition that the next one has to name: the end of the chain, None before the first edition."""
    named = {link.previous.release for link in links if link.previous}
    ends = [link for link in links if link.previous and link.id not in named] or links
    return max(ends, key=lambda link: link.order, default=None)


def beginning(links: Sequence[Link]) -> Link | None:
    """Give the edition with which the chain begins, None where there are several editions and no chain."""
    if len(links) == 1:
        return links[0]
    by_id = {link.id: link for link in links}
    first = next((link for link in links if link.previous), None)
    return by_id.get(first.previous.release, first) if first and first.previous else None


def _plain(value: Any) -> Any:
    """Give data in which one number has one form, as the canonical form of a file has it."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {key: _plain(below) for key, below in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(below) for below in value]
    return value
