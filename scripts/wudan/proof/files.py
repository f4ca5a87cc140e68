"""What lies in a site, held against its manifest file by file."""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import msgspec

from wudan.catalog.reading.source import SourceError
from wudan.proof.proof import Check
from wudan.proof.shelf import read_plain
from wudan.site.engine.manifest import MANIFEST, MANIFEST_SIGNATURE, Manifest, parse_manifest
from wudan.words import Words

LARGEST_MANIFEST = 50_000_000  # bytes; a site of 10,000 items has one of some 3 million
_PLAIN_PATH = re.compile(r"(?!(?:.*/)?\.{1,2}(?:/|$))[^/\\\x00]+(?:/[^/\\\x00]+)*")

UNREADABLE = Words("{file} 读不懂，或者不是普通文件", "{file} cannot be read, or is no plain file")
_BAD_PATH = Words(
    "网站清单里的路径“{file}”不合法，没有去看", "the manifest has a path '{file}' that is none; it was left alone"
)
_TWICE = Words("网站清单里 {file} 写了两次", "the manifest has {file} twice")
_LINK = Words("{file} 是链接或者别的东西，不是普通文件", "{file} is a link or the like, and no plain file")
_ALTERED = Words("{file} 被改动过", "{file} was altered")
_MISSING = Words("{file} 缺失", "{file} is missing")
_EXTRA = Words("{file} 是多出来的", "{file} does not belong there")
_WHOLE = Words("网站 {count} 个文件与清单一致", "all {count} files of the site are as its manifest says")


@dataclass(frozen=True, slots=True)
class Stock:
    """What lies in a site: the SHA-256 of every plain file by path, and the paths of whatever else is there."""

    digests: Mapping[str, str]
    others: tuple[str, ...]


def open_site(folder: Path) -> Path:
    """Give the folder of a site, which may itself be the link that publishes. Raises SourceError where it is none."""
    if not os.path.lexists(folder / MANIFEST):
        raise SourceError(
            f"文件夹 {folder} 里没有 {MANIFEST}，不是本工具生成的网站，无从核对。",
            f"There is no {MANIFEST} in {folder}: it is no site of this tool, and nothing to verify it by.",
        )
    return folder.resolve()


def take_stock(folder: Path) -> Stock:
    """Give what lies in a site, its manifest aside. No link is followed. Raises OSError."""
    digests: dict[str, str] = {}
    others: list[str] = []
    for path, entry in _entries(folder, ""):
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            others.append(path)
        elif path not in (MANIFEST, MANIFEST_SIGNATURE):
            with Path(entry.path).open("rb") as file:
                digests[path] = file_digest(file, "sha256").hexdigest()
    return Stock(digests, tuple(others))


def prove_files(folder: Path, stock: Stock) -> tuple[Manifest | None, tuple[Check, ...]]:
    """Hold every file of a site against its manifest, and give the manifest too, None where it cannot be read.

    No path of the manifest is ever opened: what lies in the folder is looked up in it.
    """
    manifest = _manifest(folder)
    if manifest is None:
        return None, (Check("manifest", "failed", UNREADABLE, {"file": MANIFEST}),)
    found = tuple(_differences(manifest, stock))
    if found:
        return manifest, found
    return manifest, (Check("manifest", "proved", _WHOLE, {"count": f"{len(stock.digests):,}"}),)


def _differences(manifest: Manifest, stock: Stock) -> Iterator[Check]:
    listed = {file.path: file.sha256 for file in manifest.files}
    for path, times in Counter(file.path for file in manifest.files).items():
        if not _PLAIN_PATH.fullmatch(path):
            yield Check("manifest", "failed", _BAD_PATH, {"file": path})
        elif times > 1:
            yield Check("manifest", "failed", _TWICE, {"file": path})
    for path in stock.others:
        yield Check("file", "failed", _LINK, {"file": path})
    for path, digest in stock.digests.items():
        if path not in listed:
            yield Check("file", "failed", _EXTRA, {"file": path})
        elif listed[path] != digest:
            yield Check("file", "failed", _ALTERED, {"file": path})
    for path in sorted(listed.keys() - stock.digests.keys() - set(stock.others)):
        if _PLAIN_PATH.fullmatch(path):
            yield Check("file", "failed", _MISSING, {"file": path})


def _manifest(folder: Path) -> Manifest | None:
    content = read_plain(folder / MANIFEST, LARGEST_MANIFEST)
    try:
        return None if content is None else parse_manifest(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _entries(folder: Path | str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Give every entry below a folder that is no folder itself, by path."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry
