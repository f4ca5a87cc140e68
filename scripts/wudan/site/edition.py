"""What a build is made of: the catalog, the pages planned from it, and whether it is approved."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import escape

from wudan.catalog.catalog import Catalog
from wudan.catalog.chain import Link, chain_of
from wudan.catalog.content import latest_release
from wudan.catalog.reading.load import collecting_no_garbage, load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.site.gate import refuse_faulty, refuse_unapproved
from wudan.site.parts.imprint import UNPUBLISHED, Imprint, imprint_of
from wudan.site.parts.page import Page
from wudan.site.plan import plan_pages


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """A catalog about to become a site. A preview is what has not been approved."""

    catalog: Catalog
    pages: tuple[Page, ...]
    imprint: Imprint
    is_preview: bool

    @property
    def link(self) -> Link | None:
        """The edition that the site shows, as the chain of editions has it; None for a preview."""
        if self.is_preview:
            return None
        return next((link for link in chain_of(self.catalog) if link.id == self.imprint.edition), None)

    def escaped_imprint(self) -> Mapping[str, Any]:
        """Give the imprint with every text escaped, for a theme that escapes nothing by itself."""
        escaped: Mapping[str, Any] = _escaped(msgspec.to_builtins(self.imprint, builtin_types=()))
        return escaped


def read_edition(folder: Path, *, preview: bool) -> Edition:
    """Read a catalog folder and plan its pages. As long as nothing was released, everything is a preview.

    Raises SourceError when there is no catalog, and SiteError when something in it is faulty, or is no longer what was
    approved and is to be published all the same.
    """
    catalog = load_catalog(open_folder(folder))
    refuse_faulty(catalog)
    is_preview = preview or latest_release(catalog) is None
    if not is_preview:
        refuse_unapproved(catalog)
    shown = UNPUBLISHED if is_preview else None
    with collecting_no_garbage():
        pages = tuple(plan_pages(catalog, shown))
    return Edition(catalog, pages, imprint_of(catalog, shown), is_preview)


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, Mapping):
        return {key: _escaped(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(member) for member in value]
    return value
