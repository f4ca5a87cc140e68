"""What proves the content of a catalog: one hash over all of its files but the releases themselves."""

from collections.abc import Mapping
from hashlib import sha256

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.decision import Release
from wudan.catalog.model.kinds import KINDS

_RELEASES = KINDS["release"].place


def content_hash(catalog: Catalog) -> str:
    """Give the SHA-256 (64 hexadecimal digits) of a catalog's content.

    It is taken over a line a file, by path: the hash of the text and the path below the catalog folder. Neither dates
    of files nor line ends of the working copy count.
    """
    lines = sorted(f"{digest}  {path}\n" for path, digest in file_hashes(catalog).items())
    return sha256("".join(lines).encode()).hexdigest()


def file_hashes(catalog: Catalog) -> Mapping[str, str]:
    """Give the SHA-256 of every file that belongs to the content, by its path from the catalog folder."""
    return {
        path: sha256(_plain(file.text).encode("utf-8", "surrogateescape")).hexdigest()
        for file in catalog.files
        if not (path := file.path.partition("/")[2]).startswith(_RELEASES)
    }


def latest_release(catalog: Catalog) -> Release | None:
    """Give the edition approved last that was not withdrawn, or None where there is none."""
    releases = [placed.record for placed in catalog.of("release") if not placed.record.withdrawn]
    return max(releases, key=lambda release: (release.on or "", release.id), default=None)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")
