"""What an approval item asks in words: its conditions, materials, steps and notes, each with the ground it cites."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.approval import Approval, Condition, Material, Part
from wudan.catalog.model.base import Citation


class Demand(NamedTuple):
    """One text of an item, the steps that lead to it, and the ground that is cited for it alone."""

    steps: tuple[str | int, ...]
    text: str
    basis: Citation | None = None


# Without one of these characters no text asks for money, a place or somebody's goods. One set of characters is looked
# for, and no words, because every text of every item is.
_TELLING = "元费金捐助摊集户外指统训材公企厂务院绘心购订本当内"


def telling_demands(catalog: Catalog) -> Mapping[int, tuple[Demand, ...]]:
    """Give the texts worth reading of every item in use, by `id` of its record; use it through `catalog.derived`."""
    here = catalog.city.region.name[0] if catalog.city else ""
    tells = re.compile(f"[{_TELLING}{re.escape(here)}]").search
    return {
        id(placed.record): found
        for placed in catalog.approvals
        if placed.record.is_in_use and (found := tuple(_demands_of(placed.record, tells)))
    }


def _demands_of(item: Approval, tells: Callable[[str], object]) -> Iterator[Demand]:
    """Give every telling text in which an item may ask for something, in the order of the guide."""
    if item.scope and tells(item.scope):
        yield Demand(("scope",), item.scope)
    if item.quota_method and tells(item.quota_method):
        yield Demand(("quota_method",), item.quota_method)
    yield from _asked(item, (), tells)
    for index, part in enumerate(item.parts):
        yield from _asked(part, ("parts", index), tells)
    for index, stage in enumerate(item.process):
        if tells(stage.stage):
            yield Demand(("process", index, "stage"), stage.stage)
        if stage.duty and tells(stage.duty):
            yield Demand(("process", index, "duty"), stage.duty)
    for index, procedure in enumerate(item.special_procedures):
        if tells(procedure.name):
            yield Demand(("special_procedures", index, "name"), procedure.name, procedure.basis)
    if item.fee and item.fee.note and tells(item.fee.note):
        yield Demand(("fee", "note"), item.fee.note)


def _asked(record: Approval | Part, steps: tuple[str | int, ...], tells: Callable[[str], object]) -> Iterator[Demand]:
    conditions: tuple[Condition, ...] = record.conditions
    materials: tuple[Material, ...] = record.materials
    for index, condition in enumerate(conditions):
        if tells(condition.text):
            yield Demand((*steps, "conditions", index, "text"), condition.text, condition.basis)
    for index, material in enumerate(materials):
        if tells(material.name):
            yield Demand((*steps, "materials", index, "name"), material.name, material.basis)
        if material.issued_by and tells(material.issued_by):
            yield Demand((*steps, "materials", index, "issued_by"), material.issued_by, material.basis)
        if material.note and tells(material.note):
            yield Demand((*steps, "materials", index, "note"), material.note, material.basis)
