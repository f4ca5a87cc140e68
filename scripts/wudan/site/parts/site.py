"""What the makers of pages share: the catalog, the links within it, the imprint."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Citation, Record
from wudan.site.parts.deferred import Deferred
from wudan.site.parts.history import Past, history_of
from wudan.site.parts.imprint import Imprint, imprint_of
from wudan.site.parts.labels import label
from wudan.site.parts.link import Dial, Link, dial
from wudan.site.parts.page import Page
from wudan.site.parts.relations import Relations, public_entries, relate
from wudan.site.parts.wording import Cited, cited

HOME = Link("", "首页")


class Origin(msgspec.Struct, frozen=True):
    """Where a page's record was read: the file, the number of its first line, the edition."""

    file: str
    line: int
    edition: str


class Fact(msgspec.Struct, frozen=True):
    """One entry of the strip of facts at the head of a page; `note` qualifies the value."""

    label: str
    value: str
    note: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """What every maker of pages may need.

    `entries` gives by list the entries that have a page, `history` by list and id what the editions changed.
    """

    catalog: Catalog
    relations: Relations
    imprint: Imprint
    entries: Mapping[str, tuple[Placed[Any], ...]]
    history: Mapping[tuple[str, str], tuple[Past, ...]]

    def record_page(
        self,
        placed: Placed[Any],
        *,
        folder: str,
        template: str,
        section: str,
        name: str,
        description: str,
        context: Callable[[], Mapping[str, Any]],
    ) -> Page:
        """Make the page of one record, with the data that is written beside it; `context` is called to render it."""
        record = placed.record
        address = f"{folder}/{record.id}/"
        origin = Origin(placed.document.path, placed.line, self.imprint.edition)
        return Page(
            address=address,
            title=name,
            description=description,
            template=template,
            context=Deferred(
                lambda: {
                    "imprint": self.imprint,
                    "origin": origin,
                    "identifier": record.id,
                    "history": self.history.get((placed.kind.id, record.id), ()),
                    **context(),
                }
            ),
            section=section,
            data=_data(folder, record, address, origin),
        )

    def cite(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        """Word citations; where several are given, those that set the item stand first."""
        laws = self.relations.laws
        return tuple(cited(citation, laws) for citation in sorted(citations, key=lambda citation: not citation.sets))

    def cite_one(self, citation: Citation | None) -> Cited | None:
        """Word a citation that may be absent."""
        return cited(citation, self.relations.laws) if citation else None

    def dials(self, department_id: str | None, phone: str | None, complaint: str | None) -> tuple[Dial, ...]:
        """Give whom to ask and whom to complain to: the record's own, else the department's, else the city's."""
        placed = self.catalog.departments.get(department_id or "")
        department = placed.record if placed else None
        ask = phone or (department.phone if department else None)
        complain = complaint or (department.complaint if department else None)
        found = (
            dial(label("Contact.phone"), ask) if ask else self.imprint.phone,
            dial(label("Contact.complaint"), complain) if complain else self.imprint.complaint,
            self.imprint.hotline,
        )
        return tuple(entry for entry in found if entry)


def site_of(catalog: Catalog, edition: str | None = None) -> Site:
    """Prepare what the makers of pages share. `edition` is the id of the edition that is shown."""
    entries = {kind.id: tuple(public_entries(catalog, kind.id)) for kind in catalog.lists}
    return Site(catalog, relate(catalog), imprint_of(catalog, edition), entries, history_of(catalog))


def _data(folder: str, record: Record, address: str, origin: Origin) -> dict[str, Any]:
    return {
        "list": folder,
        "id": record.__getattribute__("id"),
        "address": address,
        "record": msgspec.to_builtins(record),
        "source": {"file": origin.file, "line": origin.line, "edition": origin.edition},
    }
