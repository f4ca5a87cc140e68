"""The checklist of materials: what to bring, in which form, and where it comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from wudan.catalog.model.approval import Material
from wudan.site.parts.link import Link
from wudan.site.parts.site import Site
from wudan.site.parts.wording import Cited


class MaterialRow(msgspec.Struct, frozen=True):
    """One line of the checklist; `issuer` is the department of this city that issues the document."""

    name: str
    need: str
    required: str
    source: str
    issued_by: str
    issuer: Link | None
    blank: str
    sample: str
    note: str
    basis: Cited | None


class Checklist(msgspec.Struct, frozen=True):
    """The lines of a checklist. `basis` is the ground that most share; `same` says whether all do."""

    rows: tuple[MaterialRow, ...]
    basis: Cited | None
    same: bool


def checklist(site: Site, materials: Iterable[Material]) -> Checklist:
    """Give a checklist, in the order of the materials; a ground that at least half of them share is told once."""
    rows = tuple(_rows(site, materials))
    shared, count = most_cited(row.basis for row in rows)
    return Checklist(rows, shared if 2 * count >= len(rows) else None, count == len(rows))


def most_cited(citations: Iterable[Cited | None]) -> tuple[Cited | None, int]:
    """Give the citation that occurs most often, and how often; None where none occurs twice."""
    counts = Counter(citation for citation in citations if citation)
    shared, count = next(iter(counts.most_common(1)), (None, 0))
    return (shared, count) if count > 1 else (None, 0)


def _rows(site: Site, materials: Iterable[Material]) -> Iterator[MaterialRow]:
    yield from (
        MaterialRow(
            name=material.name,
            need="，".join(_need(material)),
            required=material.required or "",
            source=_source(material),
            issued_by=material.issued_by or "",
            issuer=site.relations.department(material.issuing_department),
            blank=material.blank or "",
            sample=material.sample or "",
            note=material.note or "",
            basis=site.cite_one(material.basis),
        )
        for material in materials
    )


def _source(material: Material) -> str:
    """Leave out a source that says nothing beside the issuer's name."""
    return "" if material.issued_by and material.source == "其他" else material.source or ""


def _need(material: Material) -> Iterator[str]:
    copies = f"{material.copies}份" if material.copies else ""
    if material.kind or copies:
        yield (material.kind or "") + copies
    if material.form:
        yield material.form
