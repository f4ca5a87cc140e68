"""The pages of approval items: everything an applicant needs, in the order in which it is needed."""

from collections.abc import Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.approval import Approval, Part, Precondition
from wudan.site.pages.topic import AUDIENCES, topic_address
from wudan.site.parts.checklist import Checklist, checklist, most_cited
from wudan.site.parts.duration import LimitRow, limit_bars, limit_rows, time_facts
from wudan.site.parts.entry import entry_context
from wudan.site.parts.handling import counters, first_place, nearest
from wudan.site.parts.labels import label
from wudan.site.parts.link import Link
from wudan.site.parts.listing import Row, row
from wudan.site.parts.page import Page
from wudan.site.parts.site import Fact, Site
from wudan.site.parts.wording import Cited, limit_text


class StageRow(msgspec.Struct, frozen=True):
    """One step of the process."""

    stage: str
    office: str
    limit: str
    duty: str
    parallel_to: str


class PreconditionRow(msgspec.Struct, frozen=True):
    """Something that comes before the approval: an item of this city (`link`), or one of another body."""

    link: Link | None
    name: str
    timing: str
    part: str
    basis: Cited | None


class PartRow(msgspec.Struct, frozen=True):
    """A sub-item or case, with what it has of its own."""

    id: str
    name: str
    kind: str
    code: str
    limits: tuple[LimitRow, ...]
    conditions: tuple[str, ...]
    materials: Checklist


class Bodies(msgspec.Struct, frozen=True):
    """Who accepts, who decides, who takes part."""

    decides: Link | None
    accepts: Link | None
    joint: tuple[Link, ...]
    reports_to: str
    entrusted_by: str


def approval_pages(site: Site) -> Iterator[Page]:
    """Give the page of every approval item."""
    for placed in site.entries.get("approvals", ()):
        yield _page(site, placed)


def _page(site: Site, placed: Placed[Approval]) -> Page:
    item = placed.record
    return site.record_page(
        placed,
        folder="approvals",
        template="approval",
        section="lists",
        name=item.name,
        description=_description(item, tuple(_facts(site, placed))),
        context=lambda: _context(site, placed),
    )


def _context(site: Site, placed: Placed[Approval]) -> dict[str, Any]:
    item = placed.record
    places = counters(site, item.handled_at)
    near = nearest(places)
    limits = tuple(limit_rows(site, item.time_limit))
    conditions = tuple((row.text, site.cite_one(row.basis)) for row in item.conditions)
    shared, count = most_cited(basis for _, basis in conditions)
    return entry_context(site, placed) | {
        "facts": tuple(_facts(site, placed)),
        "bodies": _bodies(site, placed),
        "conditions": conditions,
        "conditions_basis": shared if 2 * count >= len(conditions) else None,
        "conditions_same": count == len(conditions),
        "preconditions": tuple(_preconditions(site, item)),
        "intermediaries": tuple(
            found.record for id_ in item.intermediaries if (found := site.catalog.intermediaries.get(id_))
        ),
        "materials": checklist(site, item.materials),
        "stages": tuple(_stages(item)),
        "limits": limits,
        "limits_cited": any(limit.basis for limit in limits),
        "bars": limit_bars(item.time_limit),
        "procedures": tuple(
            (row.name, limit_text(row.limit) if row.limit else "", site.cite_one(row.basis))
            for row in item.special_procedures
        ),
        "places": near,
        "others": tuple(place for place in places if place not in near),
        "outside": tuple(row.outside_hall for row in item.handled_at if row.outside_hall),
        "charges": tuple(_charges(site, item)),
        "topics": tuple(_topics(item)),
        "validity_basis": site.cite_one(item.validity.basis) if item.validity else None,
        "parts": tuple(_part(site, part) for part in item.parts),
        "dials": site.dials(
            placed.decider,
            item.contact.phone if item.contact else None,
            item.contact.complaint if item.contact else None,
        ),
    }


def _bodies(site: Site, placed: Placed[Approval]) -> Bodies:
    bodies = placed.record.bodies
    decides = site.relations.department(placed.decider)
    accepts = site.relations.department(bodies.accepts) if bodies else None
    entrusted_by = bodies.entrusted_by if bodies else None
    return Bodies(
        decides=decides,
        accepts=accepts if accepts is not decides else None,
        joint=site.relations.find("departments", bodies.joint) if bodies else (),
        reports_to=(bodies.reports_to if bodies else None) or "",
        entrusted_by=entrusted_by.body if entrusted_by else "",
    )


def _facts(site: Site, placed: Placed[Approval]) -> Iterator[Fact]:
    item = placed.record
    decides = site.relations.department(placed.decider)
    if item.bodies and item.bodies.reports_to:
        yield Fact(label("Bodies.decides"), item.bodies.reports_to, "经本市受理、上报")
    elif decides:
        yield Fact(label("Bodies.decides"), decides.name, address=decides.address)
    yield from time_facts(item.time_limit)
    if item.fee:
        yield Fact(label("Charge.charged"), "收费" if item.fee.charged else "不收费")
    if item.visits is not None:
        yield Fact(label("Approval.visits"), f"{item.visits}次" if item.visits else "不用到现场")
    yield from first_place(site, item.handled_at)


def _charges(site: Site, item: Approval) -> Iterator[Row]:
    if item.fee:
        for kind_id, ids in (("fees", item.fee.fees), ("funds", item.fee.funds)):
            yield from (
                row(site, site.catalog.by_id[kind_id, id_]) for id_ in ids if (kind_id, id_) in site.relations.links
            )


def _topics(item: Approval) -> Iterator[Link]:
    """Give the topics; one that is for persons and for firms says each time for whom."""
    if not item.topics:
        return
    shared = set(item.topics.person) & set(item.topics.firm)
    for audience in AUDIENCES:
        for topic in getattr(item.topics, audience.id):
            name = f"{topic}（{audience.zh.removesuffix('办事')}）" if topic in shared else topic
            yield Link(topic_address(audience, topic), name)


def _stages(item: Approval) -> Iterator[StageRow]:
    for stage in item.process:
        yield StageRow(
            stage=stage.stage,
            office=stage.office or "",
            limit=limit_text(stage.limit) if stage.limit else "",
            duty=stage.duty or "",
            parallel_to=stage.parallel_to or "",
        )


def _preconditions(site: Site, item: Approval) -> Iterator[PreconditionRow]:
    part_names = {part.id: part.name for part in item.parts}
    for stated in item.preconditions:
        link = site.relations.links.get(("approvals", stated.approval)) if stated.approval else None
        name = _external_name(stated)
        if link or name:
            yield PreconditionRow(
                link=link,
                name=name,
                timing=stated.timing or "",
                part=part_names.get(stated.part or "", ""),
                basis=site.cite_one(stated.basis),
            )


def _external_name(row: Precondition) -> str:
    if row.external is None:
        return ""
    body = row.external.body or row.external.level
    return row.external.name + (f"（{body}）" if body else "")


def _part(site: Site, part: Part) -> PartRow:
    return PartRow(
        id=part.id,
        name=part.name,
        kind=part.kind,
        code=part.code or "",
        limits=tuple(limit_rows(site, part.time_limit)),
        conditions=tuple(condition.text for condition in part.conditions),
        materials=checklist(site, part.materials),
    )


def _description(item: Approval, facts: tuple[Fact, ...]) -> str:
    """Say in one sentence what a search engine should show."""
    told = "，".join(f"{fact.label}：{fact.value}" for fact in facts)
    count = f"，申请材料{len(item.materials)}种" if item.materials else ""
    return f"{item.name}（{item.type}）{'。' if told else ''}{told}{count}。"
