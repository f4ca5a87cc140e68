"""Verifying that the lists are those that were approved: the catalog as it lies here, and as git has it."""

from collections.abc import Iterator
from pathlib import Path

from wudan.catalog.catalog import Catalog
from wudan.catalog.content import content_hash, file_hashes
from wudan.catalog.model.seal import RELEASES
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.revision import History, open_history
from wudan.catalog.reading.source import SourceError
from wudan.proof.proof import Check
from wudan.proof.shelf import Shelf, Stated
from wudan.words import Words

_NAMED = 5  # files that a message names before it only counts them

_HERE = Words("目录就是 {edition} 批准的清单", "the catalog is the lists that {edition} approved")
_TAMPERED = Words(
    "目录与 {edition} 批准的清单不同{files}", "the catalog is not the lists that {edition} approved{files}"
)
_FILES = Words("（{files}）", " ({files})")
_IN_HISTORY = Words("git 历史中 {edition} 的清单与校验值相符", "the lists of {edition} in git have the right hash")
_NOT_IN_HISTORY = Words(
    "git 历史中没有与 {edition} 的校验值相符的清单", "git has no lists whose hash is that of {edition}"
)
_NO_HISTORY = Words("{edition} 的清单（没有当时的 git 历史）", "the lists of {edition} (their git history is not here)")
_REMOVED = Words(
    "版本 {edition} 曾经提交过，现在不在目录里了",
    "the edition {edition} was committed once and is gone from the catalog",
)
_UNKNOWN_END = Words(
    "{edition} 之后没有别的版本（没有 git 历史）", "that no edition follows {edition} (there is no git history)"
)


def prove_lists(catalog: Catalog, folder: Path, shelf: Shelf, *, whole: bool) -> Iterator[Check]:
    """Verify the lists of every edition of the shelf, in git where the folder lies in a repository.

    The latest edition is also held against the folder as it lies there, unless the shelf is not `whole`.
    Raises OSError.
    """
    history = _history(folder)
    latest = shelf.latest
    if whole and history:
        yield from (Check("chain", "failed", _REMOVED, edition=one) for one in _removed(history, catalog))
    elif whole and latest:
        yield Check("chain", "unproved", _UNKNOWN_END, edition=latest.link.id)
    here = content_hash(catalog)
    for one in shelf.editions:
        found = _approved(one, history, catalog)
        if one is latest and whole:
            yield _here(one, here, catalog, found)
        if found is not None:
            yield Check("lists", "proved", _IN_HISTORY, edition=one.link.id)
        elif one.hash == here:
            if one is not latest or not whole:
                yield Check("lists", "proved", _HERE, edition=one.link.id)
        elif history is None or history.is_shallow:
            yield Check("lists", "unproved", _NO_HISTORY, edition=one.link.id)
        else:
            yield Check("lists", "failed", _NOT_IN_HISTORY, edition=one.link.id)


def _here(one: Stated, here: str, catalog: Catalog, approved: Catalog | None) -> Check:
    if one.hash == here:
        return Check("lists", "proved", _HERE, edition=one.link.id)
    names = _different(catalog, approved) if approved else []
    files = _FILES.filled({"files": ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")}) if names else ""
    return Check("lists", "failed", _TAMPERED, {"files": files}, one.link.id)


def _different(catalog: Catalog, approved: Catalog) -> list[str]:
    """Give the paths of the files that are not the same in both."""
    here, there = file_hashes(catalog), file_hashes(approved)
    return sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))


def _approved(one: Stated, history: History | None, catalog: Catalog) -> Catalog | None:
    """Give the catalog as it was approved: that of a commit that wrote the release, if its hash is the right one."""
    for source in history.writing(f"{RELEASES}/{one.link.id}.yml") if history else ():
        found = load_catalog(source, beside=catalog)
        if content_hash(found) == one.hash:
            return found
    return None


def _removed(history: History, catalog: Catalog) -> list[str]:
    present = {file.path.partition("/")[2] for file in catalog.files}
    gone = history.added(RELEASES) - present
    return sorted(path.removeprefix(f"{RELEASES}/").removesuffix(".yml") for path in gone if path.endswith(".yml"))


def _history(folder: Path) -> History | None:
    try:
        return open_history(folder)
    except SourceError:
        return None
