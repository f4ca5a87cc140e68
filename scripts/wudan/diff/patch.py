"""Makes changes: what a difference says, done to the data that it was taken from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import deepcopy
from operator import itemgetter
from typing import Any

from wudan.diff.change import Change, RecordEdit
from wudan.diff.edit import Edit
from wudan.diff.listing import NAMES, Element, Path, keyed, position_of
from wudan.diff.record import DiffRecord, Key

Owned = tuple[str | None, Mapping[str, Any]]
"""A record's owner and its data."""


def owned(records: Mapping[Key, DiffRecord]) -> dict[Key, Owned]:
    """Give owner and data of each record, which is what a difference is about."""
    return {key: (record.owner, record.data) for key, record in records.items()}


def patched_records(records: Mapping[Key, Owned], changes: Iterable[Change]) -> dict[Key, Owned]:
    """Give records with all changes of a difference made to them. Raises KeyError as `patched` does."""
    made = dict(records)
    edited: dict[Key, list[RecordEdit]] = defaultdict(list)
    for does in (does for change in changes for does in change.does):
        if does.operation == "add":
            made[does.key] = (does.owner, does.data)
        elif does.operation == "remove":
            del made[does.key]
        else:
            edited[does.key].append(does)
    for key, parts in edited.items():
        numbered = sorted((one for part in parts for one in part.edits), key=itemgetter(0))
        _, data = made.pop(key)
        made[parts[0].key_after] = (parts[0].owner, patched(data, [edit for _, edit in numbered]))
    return made


def patched(data: Any, changes: Iterable[Edit]) -> Any:
    """Give data with edits made to it, in their order.

    Raises KeyError where the data is not what the edits were taken from.
    """
    holder = {"": deepcopy(data)}
    for edit in changes:
        _make(holder, ("", *edit.path), edit)
    return holder[""]


def _make(holder: dict[str, Any], path: Path, edit: Edit) -> None:
    if edit.operation == "order":
        name, elements = str(path[-1]), _at(holder, path)
        by_key = dict(keyed(name, elements))
        elements[:] = [by_key[key] for key in edit.new]
        return
    parent, last = _at(holder, path[:-1]), path[-1]
    if isinstance(last, Element):
        _change_list(parent, str(path[-2]), last.key, edit)
    elif edit.operation == "unset":
        del parent[last]
    else:
        parent[last] = deepcopy(edit.new)


def _change_list(elements: list[Any], name: str, key: str, edit: Edit) -> None:
    if edit.operation == "add":
        elements.insert(len(elements) if edit.index is None else edit.index, deepcopy(edit.new))
        return
    index = position_of(name, elements, key)
    if edit.operation == "remove":
        del elements[index]
    elif edit.operation == "rename":
        elements[index][NAMES[name]] = edit.new
    else:
        elements[index] = deepcopy(edit.new)


def _at(data: Any, path: Path) -> Any:
    """Give what a path leads to. Raises KeyError where it leads to nothing."""
    name = ""
    for step in path:
        if isinstance(step, Element):
            data = data[position_of(name, data, step.key)]
        else:
            data, name = data[step], step
    return data
