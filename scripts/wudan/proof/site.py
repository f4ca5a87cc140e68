"""Verifying a site: its files against its manifest, that against the edition, and all against a fresh build."""

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import msgspec

from wudan.catalog.reading.source import SourceError
from wudan.proof.proof import Check
from wudan.proof.shelf import Shelf, read_plain
from wudan.signing.refusal import reason
from wudan.signing.signature import examine
from wudan.signing.signers import LONGEST, Signers
from wudan.site.engine.manifest import MANIFEST, MANIFEST_SIGNATURE, SITE_NAMESPACE, Manifest, parse_manifest
from wudan.words import Words

LARGEST_MANIFEST = 50_000_000  # bytes; a site of 10,000 items has one of some 3 million
_PLAIN_PATH = re.compile(r"(?!(?:.*/)?\.{1,2}(?:/|$))[^/\\\x00]+(?:/[^/\\\x00]+)*")

_UNREADABLE = Words("{file} 读不懂，或者不是普通文件", "{file} cannot be read, or is no plain file")
_BAD_PATH = Words(
    "网站清单里的路径“{file}”不合法，没有去看", "the manifest has a path '{file}' that is none; it was left alone"
)
_TWICE = Words("网站清单里 {file} 写了两次", "the manifest has {file} twice")
_LINK = Words("{file} 是链接或者别的东西，不是普通文件", "{file} is a link or the like, and no plain file")
_ALTERED = Words("{file} 被改动过", "{file} was altered")
_MISSING = Words("{file} 缺失", "{file} is missing")
_EXTRA = Words("{file} 是多出来的", "{file} does not belong there")
_WHOLE = Words("网站 {count} 个文件与清单一致", "all {count} files of the site are as its manifest says")
_PREVIEW = Words(
    "网站是哪一版（网站清单没有写，是预览或者旧程序生成的）", "which edition the site shows (its manifest names none)"
)
_NO_EDITION = Words(
    "网站清单写的版本 {edition} 不在网站上", "the site has no edition {edition}, which its manifest names"
)
_OTHER_RECORD = Words(
    "网站清单写的 {edition} 与网站上的版本记录校验值不同", "the manifest has another hash of {edition} than the site"
)
_NOT_LATEST = Words(
    "网站显示的是 {edition}，不是最新的 {latest}", "the site shows {edition} and not the latest, {latest}"
)
_SHOWS = Words("网站显示的是 {edition}", "the site shows {edition}")
_UNSIGNED = Words("网站清单没有签名", "the manifest is not signed")
_SIGNED = Words("网站清单有签名", "the manifest is signed")
_SIGNED_BY = Words("网站清单的签名有效：{why}", "the signature of the manifest holds: {why}")
_BAD = Words("网站清单的签名无效：{why}", "the signature of the manifest does not hold: {why}")
_NO_SIGNERS = Words(
    "网站清单的签名（没有签名人名单可以对照）", "the signature of the manifest (nothing says who may sign)"
)
_OTHER_EDITION = Words(
    "网站上 {edition} 的版本记录与目录里的不同", "the site states {edition} otherwise than the catalog does"
)
_OTHER_SIGNATURE = Words(
    "网站上 {edition} 的签名与目录里的不同", "the site has another signature of {edition} than the catalog"
)
_LACKS = Words("网站上没有 {edition} 的版本记录", "the site does not state {edition}")
_OTHER_SIGNERS = Words("网站上的签名人名单与目录里的不同", "the site has other signers than the catalog")
_SAME_EDITIONS = Words("网站上的版本记录与目录里的一致", "the site states the editions as the catalog does")
_NO_CATALOG = Words(
    "网页由批准的清单生成、是不是最新一版（手边没有目录）",
    "that the pages were made of the approved lists, and show the latest edition (there is no catalog here)",
)
_REBUILT_OTHERWISE = Words("{file} 与按目录重新生成的不同", "{file} is not what the catalog gives when built anew")
_REBUILT = Words("{count} 个文件与按目录重新生成的一致", "all {count} files are what the catalog gives when built anew")


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
        return None, (Check("manifest", "failed", _UNREADABLE, {"file": MANIFEST}),)
    found = tuple(_differences(manifest, stock))
    if found:
        return manifest, found
    return manifest, (Check("manifest", "proved", _WHOLE, {"count": f"{len(stock.digests):,}"}),)


def prove_shown(manifest: Manifest, shelf: Shelf) -> Iterator[Check]:
    """Hold the edition that a manifest names against those of the shelf."""
    identity = manifest.edition
    if not identity:
        yield Check("manifest", "unproved", _PREVIEW)
        return
    shown = next((one for one in shelf.editions if one.link.id == identity), None)
    latest = shelf.latest
    if shown is None:
        yield Check("manifest", "failed", _NO_EDITION, edition=identity)
    elif shown.link.record != manifest.record:
        yield Check("manifest", "failed", _OTHER_RECORD, edition=identity)
    elif latest is not shown:
        yield Check("manifest", "failed", _NOT_LATEST, {"latest": latest.link.id if latest else ""}, identity)
    else:
        yield Check("manifest", "proved", _SHOWS, edition=identity)


def prove_manifest_signature(folder: Path, signers: Signers | None, day: str) -> Iterator[Check]:
    """Verify the signature of the manifest, as of a day. Raises KeygenError without ssh-keygen, OSError."""
    if not os.path.lexists(folder / MANIFEST_SIGNATURE):
        yield Check("signature", "unproved", _UNSIGNED)
        return
    signature = read_plain(folder / MANIFEST_SIGNATURE, LONGEST)
    content = read_plain(folder / MANIFEST, LARGEST_MANIFEST)
    if signature is None or content is None:
        yield Check("signature", "failed", _UNREADABLE, {"file": MANIFEST_SIGNATURE})
    elif signers is None:
        yield Check("signature", "unproved", _NO_SIGNERS)
    else:
        examined = examine(signature, content, SITE_NAMESPACE, signers, day)
        words, arguments = reason(examined, day)
        why = {"why": words.filled(arguments)}
        if examined.holds:
            yield Check("signature", "proved", _SIGNED_BY, why, counts=False)
            yield Check("signature", "proved", _SIGNED)
        else:
            yield Check("signature", "failed", _BAD, why)


def prove_same_editions(site: Shelf, catalog: Shelf) -> Iterator[Check]:
    """Hold the editions that a site offers against those of the catalog."""
    offered = {one.link.id: one for one in site.editions}
    found: list[Check] = []
    for one in catalog.editions:
        identity = one.link.id
        other = offered.get(identity)
        if other is None:
            found.append(Check("chain", "failed", _LACKS, edition=identity))
        elif other.statement != one.statement:
            found.append(Check("chain", "failed", _OTHER_EDITION, edition=identity))
        elif other.signature != one.signature:
            found.append(Check("signature", "failed", _OTHER_SIGNATURE, edition=identity))
    if _content(site) != _content(catalog) and catalog.editions:
        found.append(Check("signature", "failed", _OTHER_SIGNERS))
    yield from found or [Check("chain", "proved", _SAME_EDITIONS, counts=False)]


def without_catalog() -> Check:
    """Say what a site alone cannot prove."""
    return Check("build", "unproved", _NO_CATALOG)


def prove_rebuilt(stock: Stock, build: Callable[[], Stock]) -> Iterator[Check]:
    """Hold a site against one that is built anew of the same catalog."""
    fresh = build().digests
    different = sorted(
        path for path in fresh.keys() | stock.digests.keys() if fresh.get(path) != stock.digests.get(path)
    )
    for path in different:
        yield Check("build", "failed", _REBUILT_OTHERWISE, {"file": path})
    if not different:
        yield Check("build", "proved", _REBUILT, {"count": f"{len(fresh):,}"})


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
    for path in listed.keys() - stock.digests.keys() - set(stock.others):
        if _PLAIN_PATH.fullmatch(path):
            yield Check("file", "failed", _MISSING, {"file": path})


def _manifest(folder: Path) -> Manifest | None:
    content = read_plain(folder / MANIFEST, LARGEST_MANIFEST)
    try:
        return None if content is None else parse_manifest(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _content(shelf: Shelf) -> bytes | None:
    return None if shelf.signers is None else shelf.signers.content


def _entries(folder: Path | str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Give every entry below a folder that is no folder itself, by path."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry
