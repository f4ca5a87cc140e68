"""A side of a difference: a folder, a git revision, or a release."""

from pathlib import Path

from wudan.catalog.reading.revision import open_addition, open_common_ancestor, open_revision
from wudan.catalog.reading.source import Source, SourceError, open_folder
from wudan.words import visible

_RELEASE = "release:"


def open_side(name: str, catalog: Path) -> Source:
    """Give the catalog that a side names; `catalog` is the folder whose revisions and releases are meant.

    `release:ID` is the catalog as it was at the commit that added the release, and a name that is a folder is the
    folder. Everything else is a git revision. Raises SourceError where there is no such thing.
    """
    if name.startswith(_RELEASE):
        return _release(name.removeprefix(_RELEASE), catalog)
    folder = Path(name)
    if (folder / "catalog.yml").is_file():
        return open_folder(folder)
    if (folder / "catalog" / "catalog.yml").is_file():
        return open_folder(folder / "catalog")
    return open_revision(catalog, name)


def open_head(name: str, catalog: Path) -> Source:
    """Give the catalog that is judged: the folder, or where a git revision is named, what that commit has in its place.

    Raises SourceError where there is no such thing; a commit without a catalog is none to judge.
    """
    folder = open_folder(catalog)
    if not name:
        return folder
    found = open_revision(catalog, name)
    if not any(str(file.path) == "catalog.yml" for file in found.files()):
        raise SourceError(
            f"版本 {visible(name)} 里没有 {found.prefix}catalog.yml，不是一份目录，无法检查。",
            f"There is no {found.prefix}catalog.yml in revision {visible(name)}, so it is no catalog to judge.",
        )
    return found


def open_base(name: str, catalog: Path, head: str = "") -> Source:
    """Give the catalog that a change is held against: a release, or where the work parted from a git revision.

    The work is what is checked out, or what ends in the commit `head` where one is named.

    Raises SourceError where there is no such thing.
    """
    if name.startswith(_RELEASE):
        return _release(name.removeprefix(_RELEASE), catalog)
    return open_common_ancestor(catalog, name, head or "HEAD")


def _release(identity: str, catalog: Path) -> Source:
    found = open_addition(catalog, f"releases/{identity}.yml")
    if found is None:
        shown, file = visible(identity), f"{catalog.name}/releases/{visible(identity)}.yml"
        raise SourceError(
            f"没有发布版本 {shown}：仓库的历史里没有加入过 {file}。",
            f"There is no release {shown}: no commit added {file}.",
        )
    return found
