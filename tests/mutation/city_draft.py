"""A change of the demonstration city while it is being made: records are changed in place, files as texts."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from random import Random
from typing import Any

from tests.support.demo import Changes, Content, Demo
from wudan.catalog.model.kinds import kind_of
from wudan.catalog.writing.canonical import write_records

Record = dict[str, Any]


@dataclass
class Draft:
    """What a corruption is given: the city, chance, and the means to change files.

    Files in which records were changed are written in canonical form, so that a corruption of the data is not one of
    the form as well. The catalog's files have no comments but the first line.
    """

    demo: Demo
    random: Random
    _data: dict[str, Any] = field(default_factory=dict)
    _contents: dict[str, Content] = field(default_factory=dict)

    def pick(self, kind: str, suits: Callable[[Record], Any] = lambda _: True) -> Record:
        """Give any record of that kind that suits, to be changed in place."""
        path, index = self.random.choice(self._suitable(kind, suits))
        return self.record(path, index)

    def all(self, kind: str, suits: Callable[[Record], Any] = lambda _: True) -> list[Record]:
        """Give every record of that kind that suits, to be changed in place."""
        return [self.record(*place) for place in self._suitable(kind, suits)]

    def owned(self, kind: str, suits: Callable[[Record], Any] = lambda _: True) -> tuple[str, Record]:
        """Give the department of any record that suits, and the record."""
        path, index = self.random.choice(self._suitable(kind, suits))
        return PurePosixPath(path).stem, self.record(path, index)

    def one(self, kind: str, identity: str) -> Record:
        """Give the record of that id."""
        return self.pick(kind, lambda record: record["id"] == identity)

    def record(self, path: str, index: int | None) -> Record:
        data = self.data(path)
        record: Record = data if index is None else data[index]
        return record

    def data(self, path: str) -> Any:
        """Give the data of a file, to be changed in place."""
        if path not in self._data:
            document = self.demo.files[path].document
            assert document is not None
            self._data[path] = deepcopy(document.data)
        return self._data[path]

    def file_of(self, record: Record) -> list[Record]:
        """Give the records of the file in which a picked record stands."""
        return next(data for data in self._data.values() if any(one is record for one in data))

    def path(self, kind: str = "") -> str:
        """Give the path of any file, or of any of a kind."""
        return self.random.choice([path for path, file in self.demo.files.items() if not kind or _kind(path) == kind])

    def write(self, path: str, content: Content) -> None:
        """Let a file hold this; None removes it."""
        self._contents[path] = content

    def write_data(self, path: str, data: Any) -> None:
        """Let a new file hold these records, or this record."""
        self._data[path] = data

    def changes(self) -> Changes:
        """Give the files as they are to be."""
        return {**{path: self._written(path, data) for path, data in self._data.items()}, **self._contents}

    def _written(self, path: str, data: Any) -> str:
        kind = kind_of(PurePosixPath(path))
        assert kind is not None
        first = self.demo.texts.get(path, "").partition("\n")[0]
        heading = [first] if first.startswith("#") else []
        return write_records(kind, data if isinstance(data, list) else [data], heading=heading)

    def _suitable(self, kind: str, suits: Callable[[Record], Any]) -> list[tuple[str, int | None]]:
        found: list[tuple[str, int | None]] = []
        for path, file in self.demo.files.items():
            if file.kind is None or file.kind.id != kind or file.document is None:
                continue
            data = self._data.get(path, file.document.data)
            if file.kind.many:
                found += [(path, index) for index, record in enumerate(data) if suits(record)]
            elif suits(data):
                found.append((path, None))
        assert found, f"no record of {kind} suits"
        return found


def _kind(path: str) -> str:
    kind = kind_of(PurePosixPath(path))
    return kind.id if kind else ""


def at(record: Mapping[str, Any], *steps: str) -> Any:
    """Give what stands below a record, or None where there is nothing."""
    value: Any = record
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    return value
