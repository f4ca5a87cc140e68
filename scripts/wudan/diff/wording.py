"""How data and fields are worded in a difference: `承诺办结时限`, `8 个工作日`, `营业执照的份数`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from wudan.catalog.reading.load import record_schema
from wudan.diff.listing import Element, Path, keyed
from wudan.diff.shape import is_amount, is_limit
from wudan.words import COLON, SEMICOLON, Language, Words, names_text, quoted, visible

_NOTHING = Words("（无）", "(none)")
_YUAN = Words("元", "yuan")
_YES, _NO = Words("是", "yes"), Words("否", "no")
_ELEMENTS = re.compile(r"\[[^]]*\]")  # of a field such as `materials[营业执照].copies`
_SHORT = 40  # characters of a text that is told whole, whatever differs in it
_AROUND = 8  # characters shown on either side of what differs
_LONGEST = 120  # characters of a text that a line shows
_EN_KEYS = str.maketrans("_", " ")

# The key by which one calls a mapping, in the order in which they are looked for.
_CALLED = (
    "name", "text", "stage", "situation", "title", "place", "outside_hall", "approval", "external", "subject",
    "document", "body",
)  # fmt: skip


def value_text(value: Any, language: Language) -> str:
    """Word a value of the lists in at most 120 characters."""
    text = _text(value, language)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def told_apart(old: str, new: str) -> tuple[str, str]:
    """Give two texts without what they begin and end with alike, but for a few characters around what differs."""
    if max(len(old), len(new)) <= _SHORT:
        return old, new
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    first = start - _AROUND if start > _AROUND + 1 else 0
    last = end - _AROUND if end > _AROUND + 1 else 0
    before, after = (text[first : len(text) - last] for text in (old, new))
    opening, closing = "…" * (first > 0), "…" * (last > 0)
    return f"{opening}{before}{closing}", f"{opening}{after}{closing}"


def _shared(one: str, other: str) -> int:
    """Count the characters with which both texts begin."""
    differing = (index for index, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(differing, min(len(one), len(other)))


def full_text(value: Any, kind_id: str, field: str, language: Language) -> str:
    """Word the value of a field whole: of a mapping every field on a line of its own, under its title."""
    keys = _ELEMENTS.sub("", field).split(".")
    return "\n".join(_lines(value, kind_id, keys, language)) if value is not None else ""


def _lines(value: Any, kind_id: str, keys: list[str], language: Language) -> Iterator[str]:
    if not isinstance(value, Mapping) or _is_one(value):
        elements = value if isinstance(value, list) else [value]
        yield from (line for one in elements for line in _lines_of_element(one, kind_id, keys, language))
        return
    colon = COLON.write(language)
    for key, below in value.items():
        below_keys = [*keys, key]
        title = _title(kind_id, ".".join(below_keys), key).write(language)
        lines = list(_lines(below, kind_id, below_keys, language))
        if len(lines) == 1:
            yield f"{visible(title)}{colon}{lines[0]}"
        else:
            yield f"{visible(title)}{colon}"
            yield from (f"  {line}" for line in lines)


def _lines_of_element(element: Any, kind_id: str, keys: list[str], language: Language) -> Iterator[str]:
    if isinstance(element, Mapping) and not _is_one(element):
        yield from _lines(element, kind_id, keys, language)
    else:
        yield _text(element, language)


def _is_one(value: Mapping[str, Any]) -> bool:
    """Say whether a mapping is told in a few words: a limit, an amount, a citation."""
    return is_limit(value) or is_amount(value) or _is_citation(value)


def _is_citation(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("law"), str)


def _text(value: Any, language: Language) -> str:
    if value is None or value in ("", [], {}):
        return _NOTHING.write(language)
    if isinstance(value, bool):
        return (_YES if value else _NO).write(language)
    if isinstance(value, Mapping):
        return _mapping_text(value, language)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return names_text((_text(element, language) for element in value), language)
    return visible(str(value))


def _mapping_text(value: Mapping[str, Any], language: Language) -> str:
    if is_limit(value):
        return f"{value['count']:g} {_unit(value['unit'])}"
    if is_amount(value):
        return f"{_range(value['least'], value['most'])} {_YUAN.write(language)}"
    if _is_citation(value):
        return visible(f"《{value['law']}》{value.get('article', '')}")
    called = next((value[key] for key in _CALLED if key in value), None)
    if called is not None:
        return _text(called, language)
    parts = (f"{key} {_text(part, language)}" for key, part in value.items())
    return SEMICOLON.write(language).join(parts)


def _range(least: float, most: float) -> str:
    return f"{least:g}" if least == most else f"{least:g}—{most:g}"


def _unit(unit: Any) -> str:
    return visible(f"个{unit}" if unit in ("工作日", "自然日", "月") else str(unit))


def field_name(kind_id: str, path: Path, data: Any, names: Mapping[str, str], language: Language) -> str:
    """Name a field as people do: by the titles of the model in Chinese, by its keys in English.

    Elements of lists are named by what they are called in `data`, the record; the last one is not, for it is told as
    what was or is.
    """
    words: list[str] = []
    keys, name = "", ""
    for step in path[:-1] if path and isinstance(path[-1], Element) else path:
        if isinstance(step, Element):
            data = dict(keyed(name, data)).get(step.key) if isinstance(data, list) else None
            called = visible(_name_of(data) or names.get(step.key, step.key))
            words.append(quoted(called, language))
            continue
        data, name = (data.get(step) if isinstance(data, Mapping) else None), step
        keys = f"{keys}.{step}".removeprefix(".")
        words.append(_title(kind_id, keys, step).write(language))
    return Words(_joined(words), " ".join(words)).write(language)


def _name_of(data: Any) -> str:
    """Give the name of an element that is known by something else, such as a part by its letter."""
    name = data.get("name") if isinstance(data, Mapping) else None
    return name if isinstance(name, str) else ""


def _joined(words: Sequence[str]) -> str:
    """Join the words of a field, without what the next one says as well: 办理时限 before 承诺办结时限."""
    text = ""
    for word, following in pairwise((*words, "")):
        if word.startswith("“"):
            text += f"{word}的" if following else word
        elif not following or following.startswith("“"):
            text += word
    return text


def _title(kind_id: str, keys: str, key: str) -> Words:
    """Give what a field is called: in Chinese by its title in the model, in English by its key."""
    return Words(_titles(kind_id).get(keys, key), key.translate(_EN_KEYS))


@cache
def _titles(kind_id: str) -> Mapping[str, str]:
    """Give the Chinese title of every field of a kind of record, by its keys joined with dots."""
    schema = record_schema(kind_id)
    found: dict[str, str] = {}
    _collect(schema, schema["$defs"], "", found, 0)
    return found


_DEEPEST = 5


def _collect(schema: Any, definitions: Any, keys: str, found: dict[str, str], depth: int) -> None:
    if depth > _DEEPEST:
        return
    if name := schema.get("$ref", "").rpartition("/")[2]:
        schema = definitions[name]
    for choice in schema.get("anyOf", ()):
        _collect(choice, definitions, keys, found, depth)
    if "items" in schema:
        _collect(schema["items"], definitions, keys, found, depth)
    for key, below in schema.get("properties", {}).items():
        path = f"{keys}.{key}".removeprefix(".")
        found[path] = below.get("title", key)
        _collect(below, definitions, path, found, depth + 1)
