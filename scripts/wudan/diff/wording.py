"""How data and fields are worded in a difference: `承诺办结时限`, `8 个工作日`, `营业执照的份数`."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from wudan.catalog.load import record_schema
from wudan.diff.listing import Element, Path
from wudan.findings.words import Language, Words, visible

_NOTHING = Words("（无）", "(none)")
_YES, _NO = Words("是", "yes"), Words("否", "no")
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


def _text(value: Any, language: Language) -> str:
    if value is None or value in ("", [], {}):
        return _NOTHING.write(language)
    if isinstance(value, bool):
        return (_YES if value else _NO).write(language)
    if isinstance(value, Mapping):
        return _mapping_text(value, language)
    if isinstance(value, Sequence) and not isinstance(value, str):
        separator = "、" if language == "zh" else ", "
        return separator.join(_text(element, language) for element in value)
    return visible(str(value))


def _mapping_text(value: Mapping[str, Any], language: Language) -> str:
    if "count" in value and "unit" in value:
        return f"{value['count']:g} {_unit(value['unit'])}"
    if "least" in value and "most" in value:
        return f"{_range(value['least'], value['most'])} {'元' if language == 'zh' else 'yuan'}"
    if "law" in value:
        return visible(f"《{value['law']}》{value.get('article', '')}")
    called = next((value[key] for key in _CALLED if key in value), None)
    if called is not None:
        return _text(called, language)
    parts = (f"{key} {_text(part, language)}" for key, part in value.items())
    return ("；" if language == "zh" else "; ").join(parts)


def _range(least: float, most: float) -> str:
    return f"{least:g}" if least == most else f"{least:g}—{most:g}"


def _unit(unit: Any) -> str:
    return visible(f"个{unit}" if unit in ("工作日", "自然日", "月") else str(unit))


def field_name(kind_id: str, path: Path, language: Language) -> str:
    """Name a field as people do: by the titles of the model in Chinese, by its keys in English.

    Elements of lists are named by what they are called; the last one is not, for it is told as what was or is.
    """
    titles = _titles(kind_id)
    words: list[str] = []
    keys = ""
    for step in path:
        if isinstance(step, Element):
            words.append(f"“{visible(step.key)}”" if language == "zh" else f"'{visible(step.key)}'")
            continue
        keys = f"{keys}.{step}".removeprefix(".")
        words.append(titles.get(keys, step) if language == "zh" else step.translate(_EN_KEYS))
    if path and isinstance(path[-1], Element):
        words.pop()  # the element itself is told as old or new
    return _shortened(words, language)


def _shortened(words: Sequence[str], language: Language) -> str:
    """Leave out what the next word says as well: 办理时限 before 承诺办结时限."""
    if language == "zh":
        return "".join(words[1:]) if len(words) > 1 and not words[1].startswith("“") else "".join(words)
    return " ".join(words)


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
