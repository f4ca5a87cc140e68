"""What tells the elements of a list apart, and whether their order says anything."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Element(NamedTuple):
    """A step into a list: the element that is known by this text, whatever its place."""

    key: str


Path = tuple[str | Element, ...]
"""The way to a piece of data inside a record: keys of mappings, elements of lists."""


def path_text(path: Path) -> str:
    """Give a path as text: `materials[营业执照].copies`; empty for the record itself."""
    text = ""
    for step in path:
        text += f"[{step.key}]" if isinstance(step, Element) else f".{step}"
    return text.removeprefix(".")


# By the name of the list: the key of an element whose value tells it from the others, the first of them that it has.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "accountability": ("situation",),
    "claims": ("subject",),
    "conditions": ("text",),
    "duties": ("stage",),
    "entries": ("id", "name", "number"),
    "handled_at": ("place", "outside_hall"),
    "industry": ("code",),
    "limits": ("article",),
    "materials": ("name",),
    "members": ("approval", "name"),
    "opening": ("days",),
    "parts": ("id",),
    "preconditions": ("approval", "external"),
    "process": ("stage",),
    "special_procedures": ("name",),
    "succeeds": ("body",),
    "to": ("id",),
    "versions": ("since",),
    "windows": ("number",),
}

# A citation is told from others by all that it cites, a change of the baseline by what it does to which entries.
_COMPOSITE: Mapping[str, tuple[str, ...]] = {
    "basis": ("law", "number", "article"),
    "changes": ("kind", "from", "part"),
}

# In these an element may be named anew: the key that holds its name. A reader decides whether it means the same.
NAMES: Mapping[str, str] = {
    "conditions": "text",
    "duties": "stage",
    "materials": "name",
    "process": "stage",
    "special_procedures": "name",
}

_ORDERED = frozenset({"process", "duties"})

# Values that change as a whole: 20 calendar days are not 20 working days with another word.
_WHOLE = frozenset({"statutory", "promised", "extension", "limit", "actual_mean", "before", "amount"})


def is_keyed(name: str, elements: Sequence[Any]) -> bool:
    """Say whether the elements of a list can change and stay the same ones."""
    return _has_names(name) and all(isinstance(element, dict) for element in elements)


def _has_names(name: str) -> bool:
    """Say whether the elements of a list of that name are known by something of their own."""
    return name in _KEYS or name in _COMPOSITE


def is_ordered(name: str) -> bool:
    """Say whether the order of a list says something: stages come one after another, materials do not."""
    return name in _ORDERED


def is_whole(name: str) -> bool:
    """Say whether a mapping of that name is one value: a limit, an amount."""
    return name in _WHOLE


def is_ambiguous(name: str, elements: Sequence[Any]) -> bool:
    """Say whether nobody can tell which element of a list changed: two bear one name (S009), or one is no mapping.

    Lists whose elements have no name are never ambiguous: their elements are told by all that they are.
    """
    if not _has_names(name):
        return False
    if not is_keyed(name, elements):
        return True
    keys = [_key(name, element) for element in elements]
    return len(keys) != len(set(keys))


def keyed(name: str, elements: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Give each element with the text by which it is known; equal ones are told apart by a number."""
    seen: Counter[str] = Counter()
    for element in elements:
        key = _key(name, element)
        seen[key] += 1
        yield (key if seen[key] == 1 else f"{key}#{seen[key]}"), element


def position_of(name: str, elements: Sequence[Any], key: str) -> int:
    """Give the index of the element that is known by a text. Raises KeyError when there is none."""
    for index, (known, _) in enumerate(keyed(name, elements)):
        if known == key:
            return index
    raise KeyError(key)


def normal(value: Any, name: str = "") -> Any:
    """Give data in a form that is equal for all data that says the same: order counts only where it means something."""
    if isinstance(value, dict):
        return {key: normal(value[key], key) for key in sorted(value)}
    if isinstance(value, list):
        made = [normal(element) for element in value]
        return made if is_ordered(name) else sorted(made, key=_text)
    return value


def _key(name: str, element: Any) -> str:
    if not _has_names(name) or not isinstance(element, dict):
        return element if isinstance(element, str) else _text(normal(element))
    if name in _COMPOSITE:
        return " ".join(_plain(element[key]) for key in _COMPOSITE[name] if key in element)
    found = next((element[key] for key in _KEYS[name] if key in element), "")
    if isinstance(found, dict):
        found = found.get("name", "")
    return found if isinstance(found, str) else _text(found)


def _plain(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
