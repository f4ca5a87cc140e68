"""The pages of composite services: several items in one go, and what that saves."""

from collections.abc import Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.service import Member, Service
from wudan.site.parts.checklist import checklist
from wudan.site.parts.duration import bars, levels
from wudan.site.parts.handling import counters, nearest
from wudan.site.parts.labels import label
from wudan.site.parts.link import Link
from wudan.site.parts.page import Page
from wudan.site.parts.site import HOME, Fact, Site
from wudan.site.parts.standing import Standing, has_turned, turn_of_service
from wudan.site.parts.wording import date_text, limit_text

SERVICES = Link("services/", "一件事")


class MemberRow(msgspec.Struct, frozen=True):
    """One item of a service, and the names of those that must be finished before it."""

    link: Link | None
    name: str
    department: Link | None
    limit: str
    result: str
    after: tuple[str, ...]


class ServiceRow(msgspec.Struct, frozen=True):
    """A service in the directory."""

    link: Link
    summary: str
    facts: str


def service_pages(site: Site) -> Iterator[Page]:
    """Give the directory of services and the page of each."""
    listed = service_rows(site)
    yield Page(
        address="services/",
        title="一件事",
        description=f"{site.imprint.region}多个事项一次办成的服务，共{len(listed)}项。",
        template="services",
        context={"imprint": site.imprint, "trail": (HOME,), "services": listed},
        section="services",
    )
    for placed in site.catalog.services.values():
        yield _page(site, placed)


def service_rows(site: Site) -> tuple[ServiceRow, ...]:
    """Give the services for a directory, those that ended last."""
    day = site.catalog.judged_on
    placed = sorted(site.catalog.services.values(), key=lambda placed: has_turned(turn_of_service(placed.record, day)))
    return tuple(
        ServiceRow(
            site.relations.links["services", service.record.id],
            service.record.summary or "",
            "，".join(_saving(service.record)),
        )
        for service in placed
    )


def _saving(service: Service) -> Iterator[str]:
    yield f"{len(service.members)}个事项一次办"
    if service.before:
        yield f"由{limit_text(service.before)}减为{limit_text(service.promised)}"
    else:
        yield f"承诺{limit_text(service.promised)}"


def _page(site: Site, placed: Placed[Service]) -> Page:
    service = placed.record
    return site.record_page(
        placed,
        folder="services",
        template="service",
        section="services",
        name=service.name,
        description=f"{service.name}：{'，'.join(_saving(service))}。{service.summary or ''}",
        context=lambda: _context(site, service),
    )


def _context(site: Site, service: Service) -> dict[str, Any]:
    lead = site.relations.department(service.lead)
    places = counters(site, service.handled_at)
    near = nearest(places)
    return {
        "service": service,
        "trail": (HOME, SERVICES),
        "lead": lead,
        "standing": _standing(site, service),
        "facts": tuple(_facts(service, lead)),
        "bars": bars(
            (label(f"Service.{key}"), limit) for key in ("before", "promised") if (limit := getattr(service, key))
        ),
        "steps": _steps(site, service),
        "has_results": any(member.result for member in service.members),
        "materials": checklist(site, service.materials),
        "places": near,
        "others": tuple(place for place in places if place not in near),
        "outside": tuple(row.outside_hall for row in service.handled_at if row.outside_hall),
        "dials": site.dials(
            service.lead,
            service.contact.phone if service.contact else None,
            service.contact.complaint if service.contact else None,
        ),
        "since": date_text(service.since),
        "until": date_text(service.until) if service.until else "",
    }


def _facts(service: Service, lead: Link | None) -> Iterator[Fact]:
    before = f"{label('Service.before')}{limit_text(service.before)}" if service.before else ""
    yield Fact(label("Service.promised"), limit_text(service.promised), before)
    yield Fact(label("Service.members"), f"{len(service.members)}个")
    yield Fact(label("Service.mode"), service.mode)
    if lead:
        yield Fact(label("Service.lead"), lead.name, address=lead.address)
    if service.serves:
        yield Fact(label("Service.serves"), "、".join(service.serves))


def _standing(site: Site, service: Service) -> Standing | None:
    turn = turn_of_service(service, site.catalog.judged_on)
    if turn is None:
        return None
    ended = service.ended
    heirs = ended.replaced_by if ended else ()
    return Standing(
        status=turn.fate,
        on=date_text(ended.on if ended else service.until or ""),
        document=ended.document if ended else "",
        successors=(*site.relations.find("services", heirs), *site.relations.find("approvals", heirs)),
        applied_for=True,
        lies_ahead=turn.lies_ahead,
    )


def _steps(site: Site, service: Service) -> tuple[tuple[MemberRow, ...], ...]:
    """Give the members step by step: those of one step can be handled side by side."""
    names = [_name(site, member) for member in service.members]
    positions = {key: place for place, member in enumerate(service.members) for key in _keys(member)}
    after = [[positions[key] for key in member.after if key in positions] for member in service.members]
    steps: dict[int, list[MemberRow]] = {}
    for place, (member, level) in enumerate(zip(service.members, levels(after), strict=True)):
        waits = tuple(dict.fromkeys(names[earlier] for earlier in after[place]))
        steps.setdefault(level, []).append(_row(site, member, names[place], waits))
    return tuple(tuple(steps[level]) for level in sorted(steps))


def _keys(member: Member) -> Iterator[str]:
    if member.approval:
        yield member.approval
    if member.name:
        yield member.name


def _name(site: Site, member: Member) -> str:
    link = site.relations.links.get(("approvals", member.approval or ""))
    return member.name or (link.name if link else member.approval) or ""


def _row(site: Site, member: Member, name: str, after: tuple[str, ...]) -> MemberRow:
    return MemberRow(
        link=site.relations.links.get(("approvals", member.approval or "")),
        name=name,
        department=site.relations.department(member.department),
        limit=limit_text(member.limit) if member.limit else "",
        result=member.result or "",
        after=after,
    )
