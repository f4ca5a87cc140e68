"""What the search index is told of the catalog: one document for each page that people look for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval, TimeLimit
from wudan.catalog.model.base import Entry
from wudan.catalog.model.kinds import list_kind
from wudan.catalog.model.service import Service
from wudan.search.document import SearchDocument
from wudan.site.parts.site import Site, site_of
from wudan.site.parts.standing import has_turned, turn_of, turn_of_service

_DAYS = ((5, "5个工作日以内"), (10, "6至10个工作日"), (20, "11至20个工作日"))
_MORE_DAYS = "20个工作日以上"
_TEXTS = ("scope", "rights", "supervision", "standard", "payer", "purpose", "exemptions", "requirement", "basis_text")
_NESTED_TEXTS = ("text", "duty", "situation", "name", "law", "stage")


def search_documents(catalog: Catalog) -> list[SearchDocument]:
    """Give a document for every entry of the lists, department, place and service that has a page.

    An entry that was cancelled is found by its name, which then says so, and has no facets: it is counted
    nowhere. The everyday words of the lexicon are no part of a document: the index keeps them apart.
    """
    site = site_of(catalog)
    documents = [_entry(site, placed) for kind in catalog.lists for placed in site.entries[kind.id]]
    documents += [_service(site, placed.record) for placed in catalog.services.values()]
    documents += list(_departments(site))
    documents += list(_places(site))
    return documents


def _entry(site: Site, placed: Placed[Any]) -> SearchDocument:
    entry: Entry = placed.record
    turn = turn_of(entry, site.catalog.judged_on)
    is_cancelled = turn is not None and turn.fate == "取消"
    decider = site.relations.department(placed.decider)
    department = decider.name if decider else ""
    topics = _topics(entry)
    return SearchDocument(
        list=placed.kind.id,
        id=entry.id,
        address=f"{placed.kind.id}/{entry.id}/",
        name=f"{entry.name}（{turn.note}）" if turn and is_cancelled else entry.name,
        aliases=(*entry.aliases, entry.main_item) if entry.main_item else entry.aliases,
        former_names=entry.former_names,
        codes=tuple(code for code in (entry.id, entry.code, entry.base_code, *_contacts(entry)) if code),
        department=department,
        topics=topics,
        materials=tuple(_materials(entry)),
        text=tuple(dict.fromkeys(_texts(entry))),
        facets={} if is_cancelled and has_turned(turn) else _facets(site, placed, department, topics),
    )


def _contacts(entry: Entry) -> Iterator[str]:
    contact = getattr(entry, "contact", None)
    return _numbers(contact.phone, contact.complaint) if contact else iter(())


def _numbers(*phones: str | None) -> Iterator[str]:
    """Give telephone numbers as they are written, and their digits alone, which people type as well."""
    for phone in filter(None, phones):
        digits = "".join(filter(str.isdecimal, phone))
        yield from dict.fromkeys((phone, digits))


def _topics(entry: Entry) -> tuple[str, ...]:
    topics = getattr(entry, "topics", None)
    return tuple(dict.fromkeys((*topics.firm, *topics.person))) if topics else ()


def _materials(entry: Entry) -> Iterator[str]:
    yield from (material.name for material in getattr(entry, "materials", ()))
    for part in getattr(entry, "parts", ()):
        yield from (material.name for material in part.materials)


def _texts(entry: Entry) -> Iterator[str]:
    for key in _TEXTS:
        if text := getattr(entry, key, None):
            yield text
    for key in ("parts", "conditions", "process", "basis", "duties", "accountability", "entries", "industry"):
        for nested in getattr(entry, key, ()):
            for inner in _NESTED_TEXTS:
                if text := getattr(nested, inner, None):
                    yield text
    if result := getattr(entry, "result", None):
        yield result.name


def _facets(site: Site, placed: Placed[Any], department: str, topics: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    entry = placed.record
    found: dict[str, tuple[str, ...]] = {
        "list": (list_kind(placed.kind.id).zh,),
        "department": (department,) if department else (),
        "type": (entry.type,) if hasattr(entry, "type") else (),
        "served": getattr(entry, "serves", ()),
        "topic": topics,
    }
    if isinstance(entry, Approval):
        found["case_type"] = (entry.case_type,) if entry.case_type else ()
        found["fee"] = ("收费" if entry.fee.charged else "不收费",) if entry.fee else ()
        found["place"] = _place_names(site, entry.handled_at)
        found["days"] = _days(entry.time_limit)
    return {key: labels for key, labels in found.items() if labels}


def _place_names(site: Site, handled_at: Sequence[Any]) -> tuple[str, ...]:
    ids = dict.fromkeys(handling.place for handling in handled_at if handling.place)
    return tuple(link.name for link in site.relations.find("places", ids))


def _days(limits: TimeLimit | None) -> tuple[str, ...]:
    """Give the range of the limit that counts; a limit in another unit than working days has none."""
    limit = (limits.promised or limits.statutory) if limits else None
    if limit is None:
        return ()
    if limit.count == 0:
        return ("当场办结",)
    if limit.unit != "工作日":
        return ()
    return (next((label for most, label in _DAYS if limit.count <= most), _MORE_DAYS),)


def _service(site: Site, service: Service) -> SearchDocument:
    lead = site.relations.department(service.lead)
    members = (site.relations.links.get(("approvals", member.approval or "")) for member in service.members)
    names = tuple(member.name for member in service.members if member.name)
    turn = turn_of_service(service, site.catalog.judged_on)
    return SearchDocument(
        list="services",
        id=service.id,
        address=f"services/{service.id}/",
        name=f"{service.name}（{turn.note}）" if turn else service.name,
        aliases=service.aliases,
        codes=(service.id,),
        department=lead.name if lead else "",
        materials=tuple(material.name for material in service.materials),
        text=(service.summary or "", *(link.name for link in members if link), *names),
        facets={} if has_turned(turn) else _service_facets(site, service, lead.name if lead else ""),
    )


def _service_facets(site: Site, service: Service, department: str) -> Mapping[str, tuple[str, ...]]:
    found = {
        "list": ("一件事",),
        "department": (department,) if department else (),
        "served": service.serves,
        "place": _place_names(site, service.handled_at),
        "days": _days(TimeLimit(promised=service.promised)),
    }
    return {key: labels for key, labels in found.items() if labels}


def _departments(site: Site) -> Iterator[SearchDocument]:
    for id_, placed in site.catalog.departments.items():
        department = placed.record
        aliases = (department.short_name,) if department.short_name else ()
        yield SearchDocument(
            list="departments",
            id=id_,
            address=f"departments/{id_}/",
            name=department.name,
            aliases=aliases,
            former_names=department.former_names,
            codes=tuple(code for code in (id_, department.code, *_numbers(department.phone)) if code),
            text=tuple(text for text in (department.summary, department.address) if text),
            facets={"list": ("部门",)},
        )


def _places(site: Site) -> Iterator[SearchDocument]:
    for id_, placed in site.catalog.places.items():
        place = placed.record
        yield SearchDocument(
            list="places",
            id=id_,
            address=f"places/{id_}/",
            name=place.name,
            codes=tuple(code for code in (id_, place.area_code, *_numbers(place.phone, place.duty_phone)) if code),
            text=tuple(text for text in (place.address, place.note) if text),
            facets={"list": ("办事地点",)},
        )
