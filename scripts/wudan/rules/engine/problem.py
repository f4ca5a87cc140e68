"""What a rule reports: where, which of its messages, with what arguments. It has no language yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from wudan.catalog.catalog import CatalogFile, Placed
from wudan.catalog.document import DataPath, Document, Position, Span, Text, pointer
from wudan.level import Level
from wudan.rules.engine.about import NOTHING, About, Texts
from wudan.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. `path` says to which piece of data it belongs; it is empty for the file as a whole."""

    file: str
    text: Text
    span: Span
    path: DataPath = ()

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer."""
        return pointer(self.path)

    @property
    def position(self) -> Position:
        """Line and column of the first character."""
        return self.text.position(self.span.start)


def place_in(document: Document, path: DataPath, *, key: bool = False) -> Place:
    """Give the place of the value at `path` in a document, or of its key."""
    return Place(document.path, document, document.span(path, key=key), path)


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

    `message` names one of the rule's messages. `about` is what makes the problem this one and no other, apart from
    rule, list and item; where a rule names nothing, its place in the data stands for it. `level` is given where it
    departs from the rule's own.
    """

    place: Place
    message: str = "message"
    arguments: Mapping[str, object] = field(default_factory=dict)
    about: About = NOTHING
    list: str = ""
    item: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    level: Level | None = None


def problem_at(
    placed: Placed,  # type: ignore[type-arg]
    *steps: str | int,
    key: bool = False,
    message: str = "message",
    arguments: Mapping[str, object] = MappingProxyType({}),
    about: About | tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
    level: Level | None = None,
) -> Problem:
    """Give a problem of a placed record, at the place inside it to which the steps lead.

    Plain texts will do for `about` where nobody but the fingerprint asks what the problem is about.
    """
    return Problem(
        place_of(placed, *steps, key=key),
        message,
        arguments,
        about if isinstance(about, About) else Texts(about),
        placed.kind.id,
        getattr(placed.record, "id", ""),
        related,
        fix,
        level,
    )
