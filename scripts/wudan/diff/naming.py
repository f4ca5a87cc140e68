"""What people call the records that others name by their ids."""

from collections.abc import Mapping
from typing import Any

from wudan.catalog.catalog import Catalog

_NAMED = ("departments", "places")


def names_of(*catalogs: Catalog) -> Mapping[str, str]:
    """Give the name of every department and place by id, and of every entry of the lists with its id beside it."""
    names: dict[str, str] = {}
    for catalog in catalogs:
        names.update({placed.record.id: f"{placed.record.name}（{placed.record.id}）" for placed in catalog.entries()})
        for kind in _NAMED:
            names.update({placed.record.id: placed.record.name for placed in catalog.of(kind)})
    return names


def named(value: Any, names: Mapping[str, str]) -> Any:
    """Give data with names in the place of ids."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [named(element, names) for element in value]
    if isinstance(value, Mapping):
        return {key: named(below, names) for key, below in value.items()}
    return value
