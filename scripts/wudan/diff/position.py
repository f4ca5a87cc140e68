"""Where a change stands in the files of either side."""

from typing import Any

import msgspec

from wudan.catalog.document import DataPath
from wudan.diff.change import Change
from wudan.diff.listing import Element, keyed
from wudan.diff.record import DiffRecord
from wudan.words import visible


class Position(msgspec.Struct, frozen=True):
    """Where something stands; line and column are counted from 1."""

    file: str
    line: int
    column: int


def position_in(record: DiffRecord | None, change: Change) -> Position | None:
    """Give the place of a change in a record of one side; of what is not there, the place where it would be."""
    if record is None:
        return None
    offset = record.document.offset(data_path_in(record, change))
    line, column = record.document.position(offset)
    return Position(visible(record.document.path), line, column)


def data_path_in(record: DiffRecord, change: Change) -> DataPath:
    """Give the keys and indexes that a change's path comes to in a record's document, as far as the record goes."""
    data: Any = record.data
    steps: list[str | int] = [*record.path]
    name = ""
    for step in change.path:
        if isinstance(step, Element):
            index = _index(name, data, step, change)
            if index is None:
                break
            data = data[index]
            steps.append(index)
        elif isinstance(data, dict) and step in data:
            data, name = data[step], step
            steps.append(step)
        else:
            break
    return tuple(steps)


def _index(name: str, elements: Any, step: Element, change: Change) -> int | None:
    """Give the index of an element, which on this side may bear the other name of a change of names."""
    names = {step.key} | {name for name in (change.old, change.new) if isinstance(name, str)}
    found = [index for index, (key, _) in enumerate(keyed(name, elements)) if key in names]
    return found[0] if found else None
