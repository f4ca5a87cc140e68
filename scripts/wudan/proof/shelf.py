"""The editions that are to be verified, as a catalog or a site has them."""

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.chain import Link, link_of, statement
from wudan.catalog.model.decision import Release
from wudan.catalog.model.seal import SIGNERS, is_seal, signature_path
from wudan.catalog.reading.load import LARGEST_SEAL, record_validator
from wudan.catalog.reading.reader import MAX_BYTES
from wudan.signing.signers import Signers, read_signers
from wudan.site.parts.papers import SIGNERS_FILE


@dataclass(frozen=True, slots=True)
class Stated:
    """An edition: its link of the chain, what it states, its signature, and whether it was withdrawn."""

    link: Link
    hash: str
    statement: bytes
    signature: bytes | None
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """The editions in the order of their days, and who may sign; None where nobody says.

    `strays` are signatures of editions that are not there, `faulty` the places of what states no edition.
    """

    editions: tuple[Stated, ...]
    signers: Signers | None
    strays: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the chain."""
        return tuple(one.link for one in self.editions)

    @property
    def latest(self) -> Stated | None:
        """The edition approved last that was not withdrawn."""
        standing = [one for one in self.editions if not one.is_withdrawn]
        return standing[-1] if standing else None

    def up_to(self, identity: str) -> "Shelf":
        """Give the shelf with one edition and those that it stands on. Raises KeyError where there is none."""
        by_id = {one.link.id: one for one in self.editions}
        kept = {identity: by_id[identity]}
        while (before := by_id[identity].link.previous) and before.release in by_id and before.release not in kept:
            identity = before.release
            kept[identity] = by_id[identity]
        return replace(self, editions=_sorted(kept.values()), strays=(), faulty=())


def shelf_of_catalog(catalog: Catalog) -> Shelf:
    """Give the editions of a catalog; one whose file cannot be read, or breaks its schema, is faulty."""
    editions = [
        _stated(one.record, one.document.data, catalog.seals.get(signature_path(one.record.id)))
        for one in catalog.of("release")
    ]
    known = {signature_path(one.link.id) for one in editions}
    signers = catalog.seals.get(SIGNERS)
    faulty = [
        file.path
        for file in catalog.files
        if file.kind and file.kind.id == "release" and (file.document is None or file.faulty)
    ]
    strays = [path for path in catalog.seals if path not in known and path != SIGNERS and is_seal(PurePosixPath(path))]
    return Shelf(_sorted(editions), None if signers is None else read_signers(signers), tuple(strays), tuple(faulty))


def shelf_of_site(folder: Path) -> Shelf:
    """Give the editions that a site offers for download. Links are never followed. Raises OSError."""
    editions: list[Stated] = []
    faulty: list[str] = []
    strays: list[str] = []
    for place in _folders(folder / "changes"):
        content = read_plain(place / "edition.json", MAX_BYTES)
        signature = read_plain(place / "edition.json.sig", LARGEST_SEAL)
        found = _parsed(content, place.name) if content is not None else None
        if found is not None:
            editions.append(_stated(*found, signature))
        elif content is not None:
            faulty.append(f"changes/{place.name}/edition.json")
        elif signature is not None:
            strays.append(f"changes/{place.name}/edition.json.sig")
    signers = read_plain(folder / SIGNERS_FILE, LARGEST_SEAL)
    return Shelf(_sorted(editions), None if signers is None else read_signers(signers), tuple(strays), tuple(faulty))


def read_plain(path: Path, limit: int) -> bytes | None:
    """Give the content of a plain file of at most `limit` bytes; None for anything else. Raises OSError."""
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return path.read_bytes() if stat.S_ISREG(status.st_mode) and status.st_size <= limit else None


def _folders(folder: Path) -> Iterator[Path]:
    if folder.is_dir() and not folder.is_symlink():
        yield from (one for one in sorted(folder.iterdir()) if one.is_dir() and not one.is_symlink())


def _parsed(content: bytes, identity: str) -> tuple[Release, Mapping[str, Any]] | None:
    """Give what a file states, if it is an edition of that id, in the one form in which editions are stated."""
    try:
        data = msgspec.json.decode(content)
        if not record_validator("release").is_valid(data) or data["id"] != identity or statement(data) != content:
            return None
        return msgspec.convert(data, Release), data
    except (ValueError, RecursionError):
        return None


def _stated(release: Release, data: Mapping[str, Any], signature: bytes | None) -> Stated:
    return Stated(link_of(release, data), release.hash, statement(data), signature, bool(release.withdrawn))


def _sorted(editions: Any) -> tuple[Stated, ...]:
    return tuple(sorted(editions, key=lambda one: one.link.order))
