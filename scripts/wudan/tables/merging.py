"""What an entry becomes when a table speaks of it: what the table says is taken, everything else stays."""

from collections.abc import Mapping
from typing import Any

# By which keys the structures of a sequence are known, so that what only the catalog knows of them survives.
_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "basis": ("law", "number", "article"),
    "materials": ("name",),
    "conditions": ("text",),
    "process": ("stage",),
    "special_procedures": ("name",),
    "duties": ("stage",),
    "accountability": ("situation",),
    "parts": ("name",),
    "handled_at": ("place",),
}
_ADDED_TO = frozenset({"aliases", "former_names"})


def merge(entry: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Give the data of an entry with what a table says of it.

    Structures are merged key by key, those of a sequence with their namesakes; aliases and former names are
    added to, since a table seldom has them all. A basis that could be read as citations takes the place of its text.
    """
    merged = dict(entry)
    for key, value in said.items():
        merged[key] = _value(key, merged.get(key), value)
    if "basis" in said:
        merged.pop("basis_text", None)
    return merged


def _value(key: str, old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        kept = dict(old)
        if _is_limit(new) and any(old.get(name) != new[name] for name in new):
            kept = {}
        return kept | {name: _value(name, old.get(name), value) for name, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        if key in _ADDED_TO:
            return [*old, *(text for text in new if text not in old)]
        if key in _KNOWN_BY:
            return [_namesake(_KNOWN_BY[key], old, element) for element in new]
    return new


def _is_limit(value: Mapping[str, Any]) -> bool:
    """A limit that changed no longer rests on the basis that was cited for the old one."""
    return value.keys() == {"count", "unit"}


def _namesake(names: tuple[str, ...], old: list[Any], element: Mapping[str, Any]) -> Any:
    for earlier in old:
        if all(earlier.get(name) == element.get(name) for name in names):
            given = {key: value for key, value in element.items() if key != "id"}
            return {**earlier, **{key: _value(key, earlier.get(key), value) for key, value in given.items()}}
    return element
