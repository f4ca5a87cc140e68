"""The records of a catalog as a difference sees them: plain data, known by kind and identity."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.document import DataPath, Document
from wudan.catalog.identity import identity
from wudan.catalog.model.kinds import FileKind

Key = tuple[str, str]
"""The kind of a record and what tells it from others of its kind."""


@dataclass(frozen=True, slots=True, eq=False)
class DiffRecord:
    """One record: its data as they were read, where they stand, and the department that owns the file."""

    kind: FileKind
    identity: str
    owner: str | None
    data: Mapping[str, Any]
    document: Document
    path: DataPath

    @property
    def key(self) -> Key:
        """Kind and identity."""
        return self.kind.id, self.identity

    @property
    def name(self) -> str:
        """What people call it."""
        found = next((self.data[key] for key in ("name", "title", "document") if self.data.get(key)), None)
        return str(found or self.identity)

    @property
    def is_in_use(self) -> bool:
        """Whether it is not cancelled."""
        return self.data.get("status") != "取消"

    def text(self, key: str) -> str:
        """Give the text under a key; empty where there is none, or something else. A record may break its schema."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def mapping(self, key: str) -> Mapping[str, Any]:
        """Give the mapping under a key; empty where there is none, or something else."""
        value = self.data.get(key)
        return value if isinstance(value, dict) else {}


def records_of(catalog: Catalog) -> Mapping[Key, DiffRecord]:
    """Give every record of every file that could be read, also those that break their schema.

    Of two with one identity the second is known by a number after it.
    """
    found: dict[Key, DiffRecord] = {}
    seen: Counter[Key] = Counter()
    for file in catalog.files:
        for record in _of_file(file):
            seen[record.key] += 1
            one = record if seen[record.key] == 1 else _numbered(record, seen[record.key])
            found[one.key] = one
    return found


def _numbered(record: DiffRecord, number: int) -> DiffRecord:
    numbered = f"{record.identity}#{number}"
    return DiffRecord(record.kind, numbered, record.owner, record.data, record.document, record.path)


def _of_file(file: CatalogFile) -> Iterator[DiffRecord]:
    if file.kind is None or file.document is None:
        return
    data = file.document.data
    if not file.kind.many:
        if isinstance(data, dict):
            stem = PurePosixPath(file.path).stem
            yield DiffRecord(file.kind, str(data.get("id", stem)), file.owner, data, file.document, ())
        return
    for index, element in enumerate(data if isinstance(data, list) else ()):
        if isinstance(element, dict):
            known = identity(element) or "、".join(texts_in(element.get("words")))
            yield DiffRecord(file.kind, known, file.owner, element, file.document, (index,))


def texts_in(value: Any) -> tuple[str, ...]:
    """Give the texts of a list; none where it is no list."""
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
