"""The pages of fees and funds: who pays what, on which ground, and where the money goes."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.fee import Amount, Fee, FeeEntry, Fund
from wudan.site.parts.entry import entry_context, standing
from wudan.site.parts.labels import label
from wudan.site.parts.page import Page
from wudan.site.parts.site import Fact, Site
from wudan.site.parts.wording import date_text, document_text


class FeeRow(msgspec.Struct, frozen=True):
    """A sub-entry of a fee; `depth` is 1 for `1、`, 2 for `（1）`, 3 for `①`."""

    number: str
    name: str
    standard: str
    depth: int


def fee_pages(site: Site) -> Iterator[Page]:
    """Give the page of every fee."""
    for placed in site.entries.get("fees", ()):
        yield _page(site, placed, _fee_context)


def fund_pages(site: Site) -> Iterator[Page]:
    """Give the page of every government fund."""
    for placed in site.entries.get("funds", ()):
        yield _page(site, placed, _fund_context)


def amount_text(amount: Amount) -> str:
    """Word an amount of money or the span that is allowed, in yuan."""
    if amount.least == amount.most:
        return f"{amount.least:g}元"
    return f"{amount.least:g}—{amount.most:g}元"


def _fee_context(item: Fee) -> dict[str, Any]:
    documents = {
        key: document_text(document)
        for key in ("project_document", "standard_document")
        if (document := getattr(item, key))
    }
    return {
        "facts": tuple(_fee_facts(item)),
        "rows": tuple(_fee_row(entry) for entry in item.entries),
        "documents": tuple((label(f"Fee.{key}"), text) for key, text in documents.items()),
        "collector_label": label("Fee.collector"),
    }


def _fund_context(item: Fund) -> dict[str, Any]:
    return {
        "facts": tuple(_fund_facts(item)),
        "rows": (),
        "documents": ((label("Fund.document"), document_text(item.document)),) if item.document else (),
        "collector_label": label("Fund.collector"),
    }


def _page(site: Site, placed: Placed[Any], context: Callable[[Any], dict[str, Any]]) -> Page:
    item = placed.record
    told = f"，标准：{item.standard}" if item.standard else ""
    return site.record_page(
        placed,
        folder=placed.kind.id,
        template="charge",
        section="lists",
        name=item.name,
        description=f"{item.name}{told}。缴纳对象、标准、依据文件和资金管理方式。",
        context=lambda: entry_context(site, placed) | _shared_context(site, placed) | context(item),
    )


def _shared_context(site: Site, placed: Placed[Any]) -> dict[str, Any]:
    """A stop says what a cancellation would say, so where there is one the other is left out."""
    stopped = placed.record.stopped
    ended = standing(site, placed)
    collector = placed.record.collector or placed.owner
    return {
        "collector": site.relations.department(collector),
        "standing": None if stopped and ended and not ended.successors else ended,
        "stopped": (date_text(stopped.on), stopped.document) if stopped else None,
        "stops_later": stopped is not None and stopped.on > site.catalog.judged_on,
        "dials": site.dials(collector, None, None),
    }


def _fee_facts(item: Fee) -> Iterator[Fact]:
    if item.amount:
        yield Fact(label("Fee.amount"), amount_text(item.amount))
    for key in ("standard", "unit", "nature", "set_by", "payer", "money"):
        if value := getattr(item, key):
            yield Fact(label(f"Fee.{key}"), value)
    if item.burdens_firms is not None:
        yield Fact(label("Fee.burdens_firms"), "是" if item.burdens_firms else "否")
    if item.exemptions:
        yield Fact(label("Fee.exemptions"), item.exemptions)


def _fund_facts(item: Fund) -> Iterator[Fact]:
    for key in ("standard", "payer", "purpose", "term", "money"):
        if value := getattr(item, key):
            yield Fact(label(f"Fund.{key}"), value)


def _fee_row(entry: FeeEntry) -> FeeRow:
    depth = 1
    if entry.number.startswith(("（", "(")):
        depth = 2
    elif "①" <= entry.number[0] <= "⑳":
        depth = 3
    standard = entry.standard or (amount_text(entry.amount) if entry.amount else "")
    return FeeRow(entry.number, entry.name, standard, depth)
