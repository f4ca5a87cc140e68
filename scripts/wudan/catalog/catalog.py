"""A whole catalog in memory: immutable, each record with the place it was read from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Entry, Record
from wudan.catalog.model.body import Department, Place
from wudan.catalog.model.city import City
from wudan.catalog.model.kinds import LISTS, FileKind, ListKind, kind_of_folder
from wudan.catalog.model.law import Law
from wudan.catalog.model.register import Intermediary, Standard, Word
from wudan.catalog.model.service import Service
from wudan.catalog.refusal import Refusal

AnyRecord = TypeVar("AnyRecord", bound=Record, covariant=True)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Placed(Generic[AnyRecord]):
    """A record and where it stands: its document, its path within it, the department that owns the file."""

    record: AnyRecord
    document: Document
    path: DataPath
    kind: FileKind
    owner: str | None = None

    @property
    def decider(self) -> str | None:
        """The department that decides: the one that the record names, else the one that owns the file."""
        bodies = getattr(self.record, "bodies", None)
        return (bodies.decides if bodies else None) or self.owner

    @property
    def line(self) -> int:
        """The number of the record's first line."""
        return self.document.position(self.document.offset(self.path)).line


@dataclass(frozen=True, slots=True, eq=False)
class CatalogFile:
    """One file of the catalog folder, whether it could be read or not.

    `path` is relative to the folder that holds the catalog folder. A file has a `document`, or a `refusal`
    with as much of its `text` as is known, or, when it is a link, neither. `faulty` holds the paths of
    the records that break their schema and therefore are no part of the catalog's data.
    """

    path: str
    kind: FileKind | None
    owner: str | None
    text: str = ""
    document: Document | None = None
    refusal: Refusal | None = None
    is_link: bool = False
    faulty: frozenset[DataPath] = frozenset()


@dataclass(frozen=True, eq=False)
class Catalog:
    """Everything that could be read of a catalog, by file kind, in the order of the files.

    `at` is the day (YYYY-MM-DD) by which it is to be judged, where that is not left to catalog.yml. `seals` are the
    files that hold no records, by path from the catalog folder: signatures of editions, and who may sign.
    """

    name: str
    files: tuple[CatalogFile, ...]
    records: Mapping[str, tuple[Placed[Any], ...]] = field(repr=False)
    at: str | None = None
    seals: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    _derived: dict[Callable[["Catalog"], Any], Any] = field(default_factory=dict, repr=False)

    def of(self, kind_id: str) -> tuple[Placed[Any], ...]:
        """Give the placed records of a file kind, such as `approvals`; none where there is no such file."""
        return self.records.get(kind_id, ())

    def entries(self) -> Iterator[Placed[Entry]]:
        """Give every entry of the five lists, list by list."""
        for kind in LISTS:
            yield from self.of(kind.id)

    @cached_property
    def city(self) -> City | None:
        """The head of the catalog, or None where catalog.yml is faulty."""
        return next((placed.record for placed in self.of("catalog")), None)

    @cached_property
    def judged_on(self) -> str:
        """The day by whose law the lists are judged: asked for, else set in catalog.yml, else today."""
        return self.at or (self.city.judged_on if self.city else None) or date.today().isoformat()

    @property
    def year(self) -> int:
        """The year of the judged day, by whose holidays working days are counted."""
        return int(self.judged_on[:4])

    @property
    def publishes_guides(self) -> bool:
        """Whether the city is known to publish complete guides, so that what is missing in one is a fault."""
        return self.city is not None and self.city.profile == "guide"

    def derived(self, make: Callable[["Catalog"], Made]) -> Made:
        """Give what a function makes of this catalog, such as an index; it is made once and kept."""
        if make not in self._derived:
            self._derived[make] = make(self)
        made: Made = self._derived[make]
        return made

    @cached_property
    def unread(self) -> frozenset[str]:
        """The kinds of file of which one could not be read, so that nobody knows all that they hold.

        A file under a wrong name is not read, and counts for the folder that it lies in.
        """
        kinds = (file.kind or kind_of_folder(PurePosixPath(file.path)) for file in self.files if not _is_read(file))
        return frozenset(kind.id for kind in kinds if kind)

    def faulty_values(self, kind_id: str, key: str) -> frozenset[str]:
        """Give the texts under a key, alone or in a list, of the records that break their schema."""
        found = [
            file.document.value((*path, key))
            for file in self.files
            if file.document and file.kind and file.kind.id == kind_id
            for path in file.faulty
        ]
        texts = [text for value in found for text in (value if isinstance(value, list) else (value,))]
        return frozenset(text for text in texts if isinstance(text, str))

    def may_hold(self, kind_id: str, identity: str) -> bool:
        """Say whether what could not be read, or breaks its schema, may be the record of that id.

        Such a file or record is a finding already; what refers to it is not wrong for that.
        """
        return kind_id in self.unread or identity in self.faulty_values(kind_id, "id")

    @cached_property
    def lists(self) -> tuple[ListKind, ...]:
        """The list kinds that the city keeps."""
        kept = self.city.lists if self.city else tuple(kind.id for kind in LISTS)
        return tuple(kind for kind in LISTS if kind.id in kept)

    @cached_property
    def approvals(self) -> tuple[Placed[Approval], ...]:
        """The approval items."""
        return self.of("approvals")

    @cached_property
    def departments(self) -> Mapping[str, Placed[Department]]:
        """The departments by id; of two with one id the first."""
        return _by_id(self.of("departments"))

    @cached_property
    def places(self) -> Mapping[str, Placed[Place]]:
        """The places by id; of two with one id the first."""
        return _by_id(self.of("places"))

    @cached_property
    def services(self) -> Mapping[str, Placed[Service]]:
        """The composite services by id."""
        return _by_id(self.of("service"))

    @cached_property
    def laws(self) -> tuple[Placed[Law], ...]:
        """The register of laws."""
        return self.of("laws")

    @cached_property
    def standards(self) -> tuple[Placed[Standard], ...]:
        """The register of service standards."""
        return self.of("standards")

    @cached_property
    def intermediaries(self) -> Mapping[str, Placed[Intermediary]]:
        """The intermediary services by id."""
        return _by_id(self.of("intermediaries"))

    @cached_property
    def lexicon(self) -> tuple[Placed[Word], ...]:
        """The everyday words."""
        return self.of("lexicon")

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], Placed[Entry]]:
        """The entries of the five lists by list and id; of two with one id the first."""
        found: dict[tuple[str, str], Placed[Entry]] = {}
        for placed in self.entries():
            found.setdefault((placed.kind.id, placed.record.id), placed)
        return found


def _is_read(file: CatalogFile) -> bool:
    return file.kind is not None and file.document is not None and () not in file.faulty


def _by_id(records: tuple[Placed[Any], ...]) -> Mapping[str, Placed[Any]]:
    found: dict[str, Placed[Any]] = {}
    for placed in records:
        found.setdefault(placed.record.id, placed)
    return found
