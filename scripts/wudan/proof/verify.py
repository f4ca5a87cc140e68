"""Verifying: what there is to look at, in order, and what comes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wudan.catalog.catalog import Catalog
from wudan.proof.editions import prove_editions
from wudan.proof.lists import prove_lists
from wudan.proof.proof import Check, Proof
from wudan.proof.shelf import Shelf, shelf_of_catalog, shelf_of_site
from wudan.proof.site import (
    Stock,
    open_site,
    prove_files,
    prove_manifest_signature,
    prove_rebuilt,
    prove_same_editions,
    prove_shown,
    take_stock,
    without_catalog,
)
from wudan.signing.signers import Signers
from wudan.words import Words

Rebuild = Callable[[], Stock]

_NOT_REBUILT = Words(
    "网页由批准的清单生成（没有重新生成）", "that the pages were made of the approved lists (nothing was built)"
)
_NOT_APPROVED = Words(
    "网页由批准的清单生成（目录与批准的不同，没有重新生成）",
    "that the pages were made of the approved lists (the catalog is another, and was not built)",
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
    the site anew; it is asked only where the catalog is what was approved. Raises SourceError where the folder is no
    site, KeygenError as above, OSError.
    """
    return Proof(tuple(_site(open_site(folder), reference, signers, at or date.today().isoformat(), rebuild)))


def _site(
    folder: Path, reference: Reference | None, signers: Signers | None, day: str, rebuild: Rebuild | None
) -> Iterator[Check]:
    stock = take_stock(folder)
    offered = shelf_of_site(folder)
    kept = shelf_of_catalog(reference.catalog) if reference else None
    shelf: Shelf = kept or offered
    yield from prove_editions(shelf, signers)
    lists = tuple(_lists(reference, shelf, whole=True)) if reference else ()
    yield from lists
    manifest, files = prove_files(folder, stock)
    yield from files
    if manifest is not None:
        yield from prove_shown(manifest, shelf)
        yield from prove_manifest_signature(folder, signers or shelf.signers, day)
    if kept is None:
        yield without_catalog()
        return
    yield from prove_same_editions(offered, kept)
    if any(check.outcome == "failed" for check in lists):
        yield Check("build", "unproved", _NOT_APPROVED)
    elif rebuild is None:
        yield Check("build", "unproved", _NOT_REBUILT)
    else:
        yield from prove_rebuilt(stock, rebuild)


def _lists(reference: Reference, shelf: Shelf, *, whole: bool) -> Iterator[Check]:
    return prove_lists(reference.catalog, reference.folder, shelf, whole=whole)
