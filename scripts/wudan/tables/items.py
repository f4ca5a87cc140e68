"""Joins the rows of one item: a row for each part, or for each stage of a power, is still one item."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from wudan.catalog.model.kinds import list_kind
from wudan.catalog.sameness import better_writing, fold_name
from wudan.tables.drafts import Draft
from wudan.tables.parts import kind_of_part
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell

# By which key the elements of a sequence are known.
_NAMES = ("stage", "name", "situation", "text")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
PART_KEYS = ("code", "conditions", "materials", "time_limit")
# Sequences to which rows add elements, whether or not each of them has a column for what an element says.
_ADDED = frozenset({"parts", "duties", "accountability"})
# Sequences in which what several rows say is put together; of any other the rows must agree.
_UNITED = frozenset({"basis", "serves", "channels", "aliases", "former_names"})


def join_rows(drafts: Iterable[Draft], list_id: str, *, by_main_item: bool, remarks: list[Remark]) -> Iterator[Draft]:
    """Give one draft an item, in the order of the first rows.

    Rows of one department and name are one item where each names a part, or adds an element to a sequence
    such as the duties. With `by_main_item` the main item is the item and the row is its part; without it the
    row is an item of its own that names its main item.
    """
    has_parts = "parts" in list_kind(list_id).model.__struct_fields__
    joined: dict[object, Draft] = {}
    for number, draft in enumerate(drafts):
        single = _single(draft, by_main_item=by_main_item and has_parts, has_parts=has_parts)
        is_shared = single.parts or any("[]" in path for path in single.cells)
        key: object = (single.department, fold_name(single.data["name"])) if is_shared else number
        joined[key] = _join(joined[key], single, remarks) if key in joined else single
    for draft in joined.values():
        yield _with_part_ids(draft)


def said_once(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the data of an item with parts so that what all of them say alike is said of the item."""
    parts = data["parts"]
    shared = {
        key: parts[0][key] for key in PART_KEYS if all(key in part and part[key] == parts[0][key] for part in parts)
    }
    own = [{key: value for key, value in part.items() if key not in shared} for part in parts]
    return {**data, **shared, "parts": own}


def said_of_each(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Give the data of an item so that each of its parts says for itself what was said of the item under a key."""
    if key not in PART_KEYS or key not in data:
        return dict(data)
    parts = [{**part, key: part.get(key, data[key])} for part in data.get("parts", ())]
    return {**{name: value for name, value in data.items() if name != key}, "parts": parts}


def free_part_ids(taken: Iterable[str]) -> Iterator[str]:
    """Give the ids of parts that are still free: a, b, … z, p27 and so on."""
    used = set(taken)
    letters = (*_LETTERS, *(f"p{number}" for number in range(27, 10_000)))
    yield from (id_ for id_ in letters if id_ not in used)


def _single(draft: Draft, *, by_main_item: bool, has_parts: bool) -> Draft:
    """Say of one row what is the item and what its part."""
    data = dict(draft.data)
    parts = draft.parts if has_parts else ()
    if draft.main_item and by_main_item:
        parts, data["name"] = (data["name"],), draft.main_item
    elif draft.main_item:
        data["main_item"] = draft.main_item
    elif draft.parts and not has_parts:
        data["aliases"] = list(dict.fromkeys([*data.get("aliases", ()), *draft.parts]))
    if parts:
        described = {key: data.pop(key) for key in PART_KEYS if key in data}
        data["parts"] = [{"name": name, "kind": kind_of_part(name)} | described for name in parts]
    return replace(draft, data=data, parts=parts)


def _join(first: Draft, later: Draft, remarks: list[Remark]) -> Draft:
    """Add what a later row says to the first: elements are added, values must agree."""
    data = dict(first.data)
    disputed = dict(first.disputed)
    added = {path.partition("[]")[0] for path in later.cells if "[]" in path} | _ADDED
    for key, value in later.data.items():
        present = data.get(key)
        if present is None:
            data[key] = value
        elif key == "name":
            data[key] = better_writing(present, value)
        elif key in added:
            data[key], conflicts = _elements(present, value)
            for inner, (one, other) in conflicts.items():
                _dispute(disputed, f"{key}[].{inner}", one, other)
                _differ(first, later, inner if key == "parts" else f"{key}[].{inner}", remarks)
        elif key in _UNITED:
            data[key] = [*present, *(element for element in value if element not in present)]
        elif isinstance(present, dict):
            data[key] = {**value, **present}
            for inner in present.keys() & value.keys():
                if present[inner] != value[inner]:
                    _dispute(disputed, f"{key}.{inner}", present[inner], value[inner])
                    _differ(first, later, f"{key}.{inner}", remarks)
        elif present != value:
            _dispute(disputed, key, present, value)
            _differ(first, later, key, remarks)
    rows = (*first.rows, *later.rows)
    return replace(first, data=data, cells={**later.cells, **first.cells}, rows=rows, disputed=disputed)


def _dispute(disputed: dict[str, tuple[Any, ...]], path: str, first: Any, later: Any) -> None:
    disputed[path] = (*disputed.get(path, (first,)), later)


def _differ(first: Draft, later: Draft, path: str, remarks: list[Remark]) -> None:
    arguments = {"name": first.data["name"], "row": first.first.row}
    for said, cell in _cells_of(later, path):
        remarks.append(Remark("rows_differ", cell, arguments, said))


def _cells_of(draft: Draft, path: str) -> list[tuple[str, Cell]]:
    """Give the cells that say what stands at a path or below it."""
    found = [(said, cell) for said, cell in draft.cells.items() if said == path or said.startswith(f"{path}.")]
    return found or [(path, draft.first)]


def _elements(present: list[Any], more: list[Any]) -> tuple[list[Any], dict[str, tuple[Any, Any]]]:
    """Give the elements of both rows, what is said of one stage or part in both put together.

    What cannot be put together is given by its key: the value that stays and the other one.
    """
    joined = list(present)
    conflicts: dict[str, tuple[Any, Any]] = {}
    for element in more:
        place = next((number for number, one in enumerate(joined) if _is_namesake(one, element)), None)
        if place is None:
            joined.append(element)
            continue
        joined[place], more_conflicts = _together(joined[place], element)
        conflicts |= more_conflicts
    return joined, conflicts


def _is_namesake(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    name = next((key for key in _NAMES if key in other), "")
    return bool(name) and fold_name(str(one.get(name, ""))) == fold_name(str(other[name]))


def _together(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, tuple[Any, Any]]]:
    both = {**other, **one}
    conflicts: dict[str, tuple[Any, Any]] = {}
    for key in one.keys() & other.keys() - {"kind"}:
        first, later = one[key], other[key]
        if key in _NAMES:
            both[key] = better_writing(first, later)
            continue
        if isinstance(first, list):
            both[key] = [*first, *(new for new in later if not any(_is_namesake(one, new) for one in first))]
        elif key == "duty" and later not in first.split("\n"):
            both[key] = f"{first}\n{later}"
        elif key != "duty" and first != later:
            conflicts[key] = (first, later)
    return both, conflicts


def _with_part_ids(draft: Draft) -> Draft:
    """Give the parts their ids; what all of them say alike is said of the item."""
    parts = draft.data.get("parts")
    if not parts:
        return draft
    lettered = [{"id": id_} | part for id_, part in zip(free_part_ids(()), parts, strict=False)]
    return replace(draft, data=said_once({**draft.data, "parts": lettered}))
