"""The labels that stand on pages: the titles that the model gives its properties."""

from collections.abc import Mapping
from functools import cache

from wudan.catalog.model.base import Entry
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.model.schema import schema_of


@cache
def labels() -> Mapping[str, str]:
    """Give the label of every property of the model, by `Model.key`, such as `Approval.materials`.

    What the five lists have in common is found under `Entry` too, such as `Entry.basis`.
    """
    found: dict[str, str] = {}
    shared = frozenset(Entry.__struct_encode_fields__)
    for kind in KINDS.values():
        for model, definition in schema_of(kind.id)["$defs"].items():
            for key, schema in definition["properties"].items():
                found[f"{model}.{key}"] = schema["title"]
                if issubclass(kind.model, Entry) and model == kind.model.__name__ and key in shared:
                    found.setdefault(f"Entry.{key}", schema["title"])
    return found


def label(name: str) -> str:
    """Give the label of one property, named `Model.key`. Raises KeyError when the model has no such property."""
    return labels()[name]
