"""Verifying what a site shows: the edition, its signature, the editions it offers, and all against a fresh build."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from wudan.failure import Failure
from wudan.proof.files import LARGEST_MANIFEST, UNREADABLE, Stock
from wudan.proof.proof import Check
from wudan.proof.shelf import Shelf, read_plain
from wudan.signing.refusal import reason
from wudan.signing.signature import examine
from wudan.signing.signers import LONGEST, Signers
from wudan.site.engine.manifest import MANIFEST, MANIFEST_SIGNATURE, SITE_NAMESPACE, Manifest
from wudan.words import Words

_PREVIEW = Words(
    "网站清单没有写是哪一版：是预览，不是发布的网站",
    "the manifest names no edition: it is a preview, and not what was published",
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
_NOT_BUILT = Words(
    "网页由批准的清单生成（重新生成时出错：{why}）",
    "that the pages were made of the approved lists (they could not be built: {why})",
)
_REBUILT = Words("{count} 个文件与按目录重新生成的一致", "all {count} files are what the catalog gives when built anew")


def prove_shown(manifest: Manifest, shelf: Shelf) -> Iterator[Check]:
    """Hold the edition that a manifest names against those of the shelf."""
    identity = manifest.edition
    if not identity:
        yield Check("manifest", "failed" if shelf.latest else "unproved", _PREVIEW)
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
        yield Check("signature", "failed", UNREADABLE, {"file": MANIFEST_SIGNATURE})
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
    try:
        fresh = build().digests
    except Failure as failure:
        yield Check("build", "unproved", _NOT_BUILT, {"why": Words(failure.zh, failure.en)})
        return
    different = sorted(
        path for path in fresh.keys() | stock.digests.keys() if fresh.get(path) != stock.digests.get(path)
    )
    for path in different:
        yield Check("build", "failed", _REBUILT_OTHERWISE, {"file": path})
    if not different:
        yield Check("build", "proved", _REBUILT, {"count": f"{len(fresh):,}"})


def _content(shelf: Shelf) -> bytes | None:
    return None if shelf.signers is None else shelf.signers.content
