"""What an entry becomes when a table speaks of it: what the table says is taken, everything else stays."""

from collections.abc import Mapping
from typing import Any

from wudan.catalog.sameness import better_writing, fold_name, is_same_text
from wudan.tables.items import free_part_ids

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
# Sequences whose order says nothing where their elements are the same: they come from rows, or are sets.
_UNORDERED = frozenset(
    {
        *("basis", "conditions", "materials", "duties", "accountability", "parts"),
        *("serves", "channels", "handled_at", "joint"),
    }
)


def merge(entry: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Give the data of an entry with what a table says of it.

    Structures are merged key by key, those of a sequence with their namesakes; aliases and former names are
    added to, since a table seldom has them all, and so are parts. A text that differs from the present one in its
    writing alone does not take its place: the present one may have been mended. A basis that could be read as
    citations takes the place of its text.
    """
    merged = dict(entry)
    for key, value in said.items():
        merged[key] = _value(key, merged.get(key), value)
    if "basis" in said and "basis_text" not in said:
        merged.pop("basis_text", None)
    return merged


def _value(key: str, old: Any, new: Any) -> Any:
    if isinstance(old, str) and isinstance(new, str):
        return better_writing(old, new) if is_same_text(old, new) else new
    if isinstance(old, dict) and isinstance(new, dict):
        kept = dict(old)
        if _is_limit(new) and any(old.get(name) != new[name] for name in new):
            kept = {}
        return kept | {name: _value(name, old.get(name), value) for name, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return _sequence(key, old, new)
    return new


def _sequence(key: str, old: list[Any], new: list[Any]) -> list[Any]:
    if key in _ADDED_TO:
        known = {fold_name(text) for text in old}
        return [*old, *(text for text in new if fold_name(text) not in known)]
    if key not in _KNOWN_BY:
        same = key in _UNORDERED and sorted(map(str, old)) == sorted(map(str, new))
        return old if same else new
    left = list(old)
    merged = [_namesake(_KNOWN_BY[key], left, element) for element in new]
    if key == "parts":
        return _parts(_in_old_order(_KNOWN_BY[key], old, [*merged, *left]))
    return _in_old_order(_KNOWN_BY[key], old, merged) if key in _UNORDERED and not left else merged


def _parts(parts: list[Any]) -> list[Any]:
    """Give the parts with an id of its own each: those of the catalog keep theirs."""
    seen: set[str] = set()
    ids = free_part_ids(part["id"] for part in parts)
    distinct = []
    for part in parts:
        id_ = next(ids) if part["id"] in seen else part["id"]
        seen.add(id_)
        distinct.append({**part, "id": id_})
    return distinct


def _is_limit(value: Mapping[str, Any]) -> bool:
    """A limit that changed no longer rests on the basis that was cited for the old one."""
    return value.keys() == {"count", "unit"}


def _namesake(names: tuple[str, ...], left: list[Any], element: Mapping[str, Any]) -> Any:
    """Give an element with what its namesake among those left says; the namesake is none of these any more."""
    wanted = _folded(names, element)
    for place, earlier in enumerate(left):
        if _folded(names, earlier) == wanted:
            del left[place]
            given = {key: value for key, value in element.items() if key != "id"}
            return {**earlier, **{key: _value(key, earlier.get(key), value) for key, value in given.items()}}
    return element


def _in_old_order(names: tuple[str, ...], old: list[Any], merged: list[Any]) -> list[Any]:
    rank = {_folded(names, element): place for place, element in reversed(list(enumerate(old)))}
    return sorted(merged, key=lambda element: rank.get(_folded(names, element), len(old)))


def _folded(names: tuple[str, ...], element: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(fold_name(str(element.get(name) or "")) for name in names)
