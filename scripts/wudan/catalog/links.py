"""How the five lists refer to each other: indexes, and what is wrong with a reference."""

from collections.abc import Mapping
from typing import Literal

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.power import Power


def powers_by_approval(catalog: Catalog) -> Mapping[str, tuple[Placed[Power], ...]]:
    """Give the powers in use by the ids of the approval items that they name; use it through `catalog.derived`."""
    found: dict[str, tuple[Placed[Power], ...]] = {}
    for placed in catalog.of("powers"):
        if placed.record.is_in_use:
            for approval in placed.record.approvals:
                found[approval] = (*found.get(approval, ()), placed)
    return found


def charging_items(catalog: Catalog) -> Mapping[tuple[str, str], tuple[Placed[Approval], ...]]:
    """Give the approval items in use by list and id of what they charge; use it through `catalog.derived`."""
    found: dict[tuple[str, str], tuple[Placed[Approval], ...]] = {}
    for placed in catalog.approvals:
        charge = placed.record.fee
        if charge is None or not placed.record.is_in_use:
            continue
        for key in (*(("fees", one) for one in charge.fees), *(("funds", one) for one in charge.funds)):
            found[key] = (*found.get(key, ()), placed)
    return found


def fault_of_reference(catalog: Catalog, list_id: str, identity: str) -> Literal["unknown", "cancelled"] | None:
    """Say why nothing in use stands behind a reference; None where an entry does, or what cannot be read may."""
    entry = catalog.by_id.get((list_id, identity))
    if entry is None:
        return None if catalog.may_hold(list_id, identity) else "unknown"
    return "cancelled" if not entry.record.is_in_use else None
