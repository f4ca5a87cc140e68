"""Joins the rows of one item: a row for each part, or for each stage of a power, is still one item."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wudan.catalog.model.kinds import list_kind
from wudan.tables.remarks import Remark
from wudan.tables.rows import Draft

_CASES = (
    "新办",
    "首次",
    "变更",
    "延续",
    "注销",
    "补证",
    "换证",
    "换发",
    "补发",
    "补办",
    "遗失",
    "终止",
    "恢复",
    "停业",
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OF_PARTS = ("code", "conditions", "materials", "time_limit")


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
        is_shared = single.part or any("[]" in path for path in single.cells)
        key: object = (single.department, single.data["name"]) if is_shared else number
        joined[key] = _join(joined[key], single, remarks) if key in joined else single
    for draft in joined.values():
        yield _with_part_ids(draft)


def _single(draft: Draft, *, by_main_item: bool, has_parts: bool) -> Draft:
    """Say of one row what is the item and what its part."""
    data = dict(draft.data)
    part = draft.part if has_parts else ""
    if draft.main_item and by_main_item:
        part, data["name"] = data["name"], draft.main_item
    elif draft.main_item:
        data["main_item"] = draft.main_item
    elif draft.part and not has_parts:
        data["aliases"] = list(dict.fromkeys([*data.get("aliases", ()), draft.part]))
    if part:
        described = {key: data.pop(key) for key in _OF_PARTS if key in data}
        data["parts"] = [{"name": part, "kind": "情形" if part.endswith(_CASES) else "子项"} | described]
    return replace(draft, data=data, part=part)


def _join(first: Draft, later: Draft, remarks: list[Remark]) -> Draft:
    """Add what a later row says to the first: elements are added, values must agree."""
    data = dict(first.data)
    added = {path.partition("[]")[0] for path in later.cells if "[]" in path} | {"parts"}
    for key, value in later.data.items():
        if key in added and key in data:
            data[key] = [*data[key], *(element for element in value if element not in data[key])]
        elif data.setdefault(key, value) != value:
            path, cell = next(
                ((path, cell) for path, cell in later.cells.items() if path.partition(".")[0] == key),
                (key, later.first),
            )
            arguments = {"name": first.data["name"], "row": first.first.row}
            remarks.append(Remark("rows_differ", cell, arguments, path))
    return replace(first, data=data, cells={**later.cells, **first.cells})


def _with_part_ids(draft: Draft) -> Draft:
    """Give the parts their ids a, b, … z, p27; what all of them say alike is said of the item."""
    parts = draft.data.get("parts")
    if not parts:
        return draft
    shared = {
        key: parts[0][key] for key in _OF_PARTS if all(key in part and part[key] == parts[0][key] for part in parts)
    }
    lettered = [
        {"id": _LETTERS[index] if index < len(_LETTERS) else f"p{index + 1}"}
        | {key: value for key, value in part.items() if key not in shared}
        for index, part in enumerate(parts)
    ]
    return replace(draft, data={**draft.data, **shared, "parts": lettered})
