"""Verifying: what there is to look at, in order, and what comes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wudan.catalog.catalog import Catalog
from wudan.proof.editions import prove_editions
from wudan.proof.files import Stock, open_site, prove_files, take_stock
from wudan.proof.lists import prove_lists
from wudan.proof.proof import Check, Proof
from wudan.proof.shelf import Shelf, shelf_of_catalog, shelf_of_site
from wudan.proof.site import (
    prove_manifest_signature,
    prove_rebuilt,
    prove_same_editions,
    prove_shown,
    without_catalog,
)
from wudan.signing.signers import Signers
from wudan.words import Words

Rebuild = Callable[[], Stock]

_NOT_REBUILT = Words(
    "网页由批准的清单生成（没有重新生成）", "that the pages were made of the approved lists (nothing was built)"
)
_NOT_APPROVED = Words(
    "网页由批准的清单生成（目录或者版本没有通过核对，没有重新生成）",
    "that the pages were made of the approved lists (those here do not hold, and were not built)",
)
_NOT_COMPARED = Words(
    "网页由批准的清单生成（网站显示的不是最新一版，没有重新生成）",
    "that the pages were made of the approved lists (the site does not show the latest edition)",
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A catalog at hand: what was read, and the folder that it was read from."""

    catalog: Catalog
    folder: Path


def verify_editions(reference: Reference, signers: Signers | None, identity: str = "") -> Proof:
    """Verify all editions of a catalog; or one, and those that it stands on.

    Raises KeyError where there is no edition of that id, KeygenError where something is signed and there is no
    ssh-keygen, OSError.
    """
    shelf = shelf_of_catalog(reference.catalog)
    chosen = shelf.up_to(identity) if identity else shelf
    return Proof((*prove_editions(chosen, signers), *_lists(reference, chosen, whole=not identity)))


def verify_site(
    folder: Path,
    reference: Reference | None,
    signers: Signers | None,
    *,
    at: str | None = None,
    rebuild: Rebuild | None = None,
) -> Proof:
    """Verify a site; with a catalog at hand that too, and the site against it.

    `at` is the day on which the key that signed the site has to be valid, today where none is given. `rebuild` builds
    the site anew; it is asked only where the catalog holds, and the site shows its latest edition.
    Raises SourceError where the folder is no site, KeygenError as above, OSError.
    """
    return Proof(tuple(_site(open_site(folder), reference, signers, at or date.today().isoformat(), rebuild)))


def _site(
    folder: Path, reference: Reference | None, signers: Signers | None, day: str, rebuild: Rebuild | None
) -> Iterator[Check]:
    stock = take_stock(folder)
    offered = shelf_of_site(folder)
    kept = shelf_of_catalog(reference.catalog) if reference else None
    shelf: Shelf = kept or offered
    editions = (*prove_editions(shelf, signers), *(_lists(reference, shelf, whole=True) if reference else ()))
    yield from editions
    manifest, files = prove_files(folder, stock)
    yield from files
    shown = tuple(prove_shown(manifest, shelf)) if manifest else ()
    yield from shown
    if manifest:
        yield from prove_manifest_signature(folder, signers or shelf.signers, day)
    if kept is None:
        yield without_catalog()
        return
    yield from prove_same_editions(offered, kept)
    if not shown or any(check.outcome != "proved" for check in shown):
        yield Check("build", "unproved", _NOT_COMPARED)
    elif any(check.outcome == "failed" for check in editions):
        yield Check("build", "unproved", _NOT_APPROVED)
    elif rebuild is None:
        yield Check("build", "unproved", _NOT_REBUILT)
    else:
        yield from prove_rebuilt(stock, rebuild)


def _lists(reference: Reference, shelf: Shelf, *, whole: bool) -> Iterator[Check]:
    return prove_lists(reference.catalog, reference.folder, shelf, whole=whole)
