"""What a rule reports: where, which of its messages, with what arguments. It has no language yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wudan.catalog.catalog import CatalogFile, Placed
from wudan.catalog.document import DataPath, Document, Position, Span, Text, pointer
from wudan.level import Level
from wudan.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. `pointer` says to which piece of data it belongs, as a JSON Pointer."""

    file: str
    text: Text
    span: Span
    pointer: str = ""

    @property
    def position(self) -> Position:
        """Line and column of the first character."""
        return self.text.position(self.span.start)


def place_in(document: Document, path: DataPath, *, key: bool = False) -> Place:
    """Give the place of the value at `path` in a document, or of its key."""
    return Place(document.path, document, document.span(path, key=key), pointer(path))


def place_of(placed: Placed, *steps: str | int, key: bool = False) -> Place:  # type: ignore[type-arg]
    """Give the place of something inside a placed record, named by the steps that lead to it."""
    return place_in(placed.document, (*placed.path, *steps), key=key)


def place_at(file: CatalogFile, start: int = 0, end: int | None = None) -> Place:
    """Give a place by offsets, also in a file that could not be read."""
    return Place(file.path, file.document or Text(file.text), Span(start, start + 1 if end is None else end))


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of a stretch of a file by another text."""

    file: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend a problem: edits that change nothing else, and what they do."""

    edits: tuple[Edit, ...]
    description: Words


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the problem, and what it has to do with it."""

    place: Place
    words: Words


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `message` names one of the rule's messages. `values` are what makes the problem this one and no other,
    apart from rule, list and item; its fingerprint is made of them. `level` is given where it departs
    from the rule's own.
    """

    place: Place
    message: str = "message"
    arguments: Mapping[str, object] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    list: str = ""
    item: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    level: Level | None = None
