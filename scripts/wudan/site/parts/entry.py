"""What the pages of all five lists have in common: the way to them, their status, their grounds."""

from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.base import Entry
from wudan.catalog.model.kinds import list_kind
from wudan.site.parts.link import Link
from wudan.site.parts.site import HOME, Site
from wudan.site.parts.standing import Standing, turn_of
from wudan.site.parts.wording import date_text


class Group(msgspec.Struct, frozen=True):
    """Links under one heading."""

    heading: str
    links: tuple[Link, ...]


_HEADINGS = {
    "approvals": {
        "powers": "对应的权责事项",
        "followers": "以本事项为前置的事项",
        "services": "包含本事项的一件事",
        "negative": "涉及本事项的负面清单条目",
        "predecessors": "由本事项接替的事项",
        "successors": "由本事项合并、拆分而来的事项",
    },
    "fees": {"payers": "收取本项费用的审批事项", "predecessors": "由本项接替的收费项目"},
    "funds": {"payers": "征收本项基金的审批事项", "predecessors": "由本项接替的基金"},
    "powers": {
        "predecessors": "由本项接替的权责事项",
        "successors": "由本项合并、拆分而来的权责事项",
    },
    "negative": {"predecessors": "由本条接替的条目"},
}


def entry_context(site: Site, placed: Placed[Any]) -> dict[str, Any]:
    """Give what the template of an entry of any list needs beside the entry's own."""
    entry: Entry = placed.record
    return {
        "item": entry,
        "kind": list_kind(placed.kind.id),
        "trail": trail(site, placed),
        "owner": site.relations.department(placed.owner),
        "standing": standing(site, placed),
        "basis": site.cite(entry.basis),
        "former": site.relations.find(placed.kind.id, entry.replaces),
        "related": related(site, placed),
    }


def trail(site: Site, placed: Placed[Any]) -> tuple[Link, ...]:
    """Give the way from the home page to an entry, without the entry itself."""
    kind = list_kind(placed.kind.id)
    owner = site.relations.department(placed.owner)
    above = (HOME, Link(f"{kind.id}/", kind.zh))
    return (*above, owner) if owner else above


def standing(site: Site, placed: Placed[Any]) -> Standing | None:
    """Tell that an entry was cancelled or suspended, or will be; None for one in use of which no end is known."""
    entry: Entry = placed.record
    turn = turn_of(entry, site.catalog.judged_on)
    if turn is None:
        return None
    ended = entry.ended
    return Standing(
        status=turn.fate,
        on=date_text(ended.on) if ended else "",
        document=ended.document if ended else "",
        successors=site.relations.find(placed.kind.id, ended.replaced_by) if ended else (),
        applied_for=placed.kind.id == "approvals",
        lies_ahead=turn.lies_ahead,
    )


def related(site: Site, placed: Placed[Any]) -> tuple[Group, ...]:
    """Give the links to the records that refer to an entry, by the way in which they do."""
    ways = site.relations.sources.get((placed.kind.id, placed.record.id))
    if not ways:
        return ()
    headings = _HEADINGS[placed.kind.id]
    return tuple(Group(headings[way], links) for way, links in ways.items() if way in headings)
