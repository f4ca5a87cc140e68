"""The pages of powers: what a body may do, what it must do at each stage, and what it answers for."""

from collections.abc import Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.power import Power
from wudan.site.parts.entry import entry_context
from wudan.site.parts.labels import label
from wudan.site.parts.page import Page
from wudan.site.parts.site import Fact, Site
from wudan.site.parts.wording import Cited, limit_text


class DutyRow(msgspec.Struct, frozen=True):
    """What must be done at one stage."""

    stage: str
    duty: str
    office: str
    limit: str
    basis: Cited | None


def power_pages(site: Site) -> Iterator[Page]:
    """Give the page of every power."""
    for placed in site.entries.get("powers", ()):
        yield _page(site, placed)


def _page(site: Site, placed: Placed[Power]) -> Page:
    item = placed.record
    decides = site.relations.department(placed.decider)
    who = f"由{decides.name}行使" if decides else ""
    return site.record_page(
        placed,
        folder="powers",
        template="power",
        section="lists",
        name=item.name,
        description=f"{item.name}（{item.type}）{who}：设定依据、各环节责任和追责情形。",
        context=lambda: _context(site, placed),
    )


def _context(site: Site, placed: Placed[Power]) -> dict[str, Any]:
    item = placed.record
    body = placed.decider
    return entry_context(site, placed) | {
        "decides": site.relations.department(body),
        "joint": site.relations.find("departments", item.bodies.joint) if item.bodies else (),
        "facts": tuple(_facts(item)),
        "duties": tuple(_duties(site, item)),
        "has_office": any(duty.office for duty in item.duties),
        "has_limit": any(duty.limit for duty in item.duties),
        "accountability": tuple((row.situation, site.cite_one(row.basis)) for row in item.accountability),
        "approvals": site.relations.find("approvals", item.approvals),
        "dials": site.dials(body, None, item.phone),
    }


def _facts(item: Power) -> Iterator[Fact]:
    yield Fact(label("Power.type"), item.type)
    for key in ("level", "power_source", "procedure"):
        if value := getattr(item, key):
            yield Fact(label(f"Power.{key}"), value)
    if item.serves:
        yield Fact(label("Power.serves"), "、".join(item.serves))


def _duties(site: Site, item: Power) -> Iterator[DutyRow]:
    for duty in item.duties:
        yield DutyRow(
            stage=duty.stage,
            duty=duty.duty,
            office=duty.office or "",
            limit=limit_text(duty.limit) if duty.limit else "",
            basis=site.cite_one(duty.basis),
        )
