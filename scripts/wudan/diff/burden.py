"""A burden that somebody has to answer for: known by the field and by what stands in it afterwards."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.decision import AcceptedBurden
from wudan.diff.change import Change
from wudan.diff.listing import Element, Path, is_whole, keyed, path_text
from wudan.diff.meaning import weighs
from wudan.diff.record import DiffRecord, records_of

_ABSENT, _PRESENT = "absent", "present"
_MEASURES = ("count", "unit", "least", "most")  # what a limit or an amount comes to, whatever it rests on


def result_of(change: Change) -> tuple[str, str]:
    """Give the field that a change is about, and what weighs on the applicant there afterwards, as text.

    Notes, citations and other wordings do not weigh; so the result is the same after they were reworded, and another
    after any other change of the field.
    """
    return change.field, _result(change.after, change.path)


def standing_result(burden: AcceptedBurden, catalog: Catalog) -> tuple[str, str]:
    """Give the same for the field of an accepted burden as the catalog has it now."""
    record = catalog.derived(records_of).get((burden.list, burden.item))
    field = burden.field or ""
    if record is None or not field:
        return field, _result(record, ())
    found = next((path for path in _paths(record.data) if path_text(path) == field), None)
    return field, _ABSENT if found is None else _result(record, found)


def _result(record: DiffRecord | None, path: Path) -> str:
    if record is None:
        return _ABSENT
    if not path:
        return _PRESENT
    value, name = _value(record.data, path)
    if value is None:
        return _ABSENT
    return json.dumps(_weight(record.kind.id, path, name, value), ensure_ascii=False, sort_keys=True)


def _value(data: Any, path: Path) -> tuple[Any, str]:
    """Give what a path leads to, None where it leads nowhere, and the name of the list or key that it ends in."""
    name = ""
    for step in path:
        if isinstance(step, Element):
            data = dict(keyed(name, data)).get(step.key) if isinstance(data, list) else None
        else:
            data, name = (data.get(step) if isinstance(data, dict) else None), step
    return data, name


def _weight(list_id: str, path: Path, name: str, value: Any) -> Any:
    """Give what of a value weighs on the applicant."""
    if isinstance(value, dict):
        if is_whole(name):
            return {key: value[key] for key in _MEASURES if key in value}
        return {
            key: _weight(list_id, (*path, key), key, below)
            for key, below in value.items()
            if weighs(list_id, (*path, key))
        }
    if isinstance(value, list):
        return {key: _weight(list_id, (*path, Element(key)), name, below) for key, below in keyed(name, value)}
    return value


def _paths(data: Mapping[str, Any]) -> Iterator[Path]:
    """Give the paths to all that is in a record."""
    todo: list[tuple[Path, str, Any]] = [((), "", data)]
    while todo:
        path, name, value = todo.pop()
        if path:
            yield path
        if isinstance(value, dict):
            todo.extend(((*path, key), key, below) for key, below in value.items())
        elif isinstance(value, list):
            todo.extend(((*path, Element(key)), name, below) for key, below in keyed(name, value))
