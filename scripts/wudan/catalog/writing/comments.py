"""The comments of a YAML text, each with the piece of data that it belongs to.

A comment on a line of its own belongs to what follows it; one that is indented deeper than what follows belongs
to the end of the block above it. A comment at the end of a line belongs to the last thing that is written there.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.shape import Shape, ordered_keys

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"(?:^|[\s])#", re.MULTILINE)
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_NO_COLUMN = -1


@dataclass(slots=True)
class Notes:
    """The comments of one piece of data, and in `below` those of what it holds.

    `before` stand on lines above it, `beside` at the end of its line, `after` on lines at its end. An empty
    text among the comments of a whole record, or of the file, stands for an empty line.
    """

    before: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    below: dict[str | int, "Notes"] = field(default_factory=dict)


class _Comment(NamedTuple):
    text: str
    column: int
    gap: bool


@dataclass(slots=True)
class _Block:
    """A mapping or sequence that is open: where it begins, and how far it has been read."""

    path: DataPath
    column: int
    is_mapping: bool
    is_flow: bool
    key: str | None = None
    count: int = 0

    def next_path(self) -> DataPath:
        return (*self.path, self.count if self.key is None else self.key)


def read_comments(document: Document) -> Notes | None:
    """Give the comments of a document by the data they belong to, or None where it has none.

    Comments above the first record or key lie in `before` of the root as far as they belong to the whole file.
    """
    if not _COMMENT.search(document.text):
        return None
    reader = _CommentReader(document.text)
    if not _COMMENT.search(document.text, document.start):
        return reader.read_heading(document)
    loader = yaml.CSafeLoader(document.text)
    try:
        while loader.check_event():
            reader.take(loader.get_event())
    finally:
        loader.dispose()
    return reader.notes


def settle_comments(notes: Notes, value: Any, shape: Shape, *, is_element: bool = False) -> None:
    """Move comments for which the canonical form has no place to the nearest place that it has.

    Above a key or dash go the second comment beside a value, those inside an empty collection, and those above the
    first key behind a dash. Without this, writing a file twice would not give the same text.
    """
    is_list = isinstance(value, list)
    steps: tuple[str | int, ...] = tuple(range(len(value))) if is_list else ()
    if isinstance(value, dict):
        steps = ordered_keys(shape, tuple(value))
    for place, step in enumerate(steps):
        below = notes.below.get(step)
        if below is None:
            continue
        settle_comments(below, value[step], shape.below(step), is_element=is_list)
        if place == 0 and is_element:
            notes.before.extend(below.before)
            below.before.clear()
        if not (below.before or below.beside or below.after or below.below):
            del notes.below[step]
    if not steps:
        notes.before.extend((*notes.beside[1:], *notes.after))
        notes.after.clear()
    else:
        notes.before.extend(notes.beside[1:])
    del notes.beside[1:]


class _CommentReader:
    """Walks through the events and looks for comments in the text between one and the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes = Notes()
        self.blocks: list[_Block] = []
        self.pending: list[_Comment] = []
        self.gap_at_end = False
        self.has_root = False
        self.end = 0
        self.end_column = 0
        self.last: DataPath | None = None  # the piece of data that a comment at the end of the line would belong to
        self.last_is_value = False

    def read_heading(self, document: Document) -> Notes:
        """Give the comments where all stand above the data; there is no need to walk through the data then."""
        self._read_between(self.text[: document.start])
        path = self._begin_value()
        if self.text[document.start] not in "{[":
            first = next(iter(document.data)) if isinstance(document.data, dict) else 0
            path = (first,) if isinstance(document.data, (dict, list)) else ()
        self._attach_before(path)
        return self.notes

    def take(self, event: Any) -> None:
        """Take the next event: first the comments before it, then what it begins or ends."""
        start = event.start_mark.index
        if start > self.end and "#" in (between := self.text[self.end : start]):
            self._read_between(between)
        self.end, self.end_column = event.end_mark.index, event.end_mark.column
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, _STARTS):
            self._take_start(event)
        elif isinstance(event, _ENDS):
            self._take_end(event)
        else:
            self.last = None
            if isinstance(event, yaml.StreamEndEvent):
                target = self.notes.after if self.has_root else self.notes.before
                target.extend(self._taken(len(self.pending), with_gaps=True))

    def _read_between(self, between: str) -> None:
        lines = _LINE_BREAK.split(between)
        gap = False
        for number, line in enumerate(lines):
            found = line.find("#")
            if found < 0:
                if 0 < number < len(lines) - 1:
                    gap = not line.strip()
                continue
            comment = line[found:].rstrip()
            if number == 0 and self.end_column > 0 and self.last is not None:
                self._at(self.last).beside.append(comment)
            else:
                stands_alone = not line[:found].strip() and (number > 0 or self.end_column == 0)
                self.pending.append(_Comment(comment, found if stands_alone else _NO_COLUMN, gap))
            gap = False
        self.gap_at_end = gap
        if self.last is not None and self.last_is_value and self.blocks and not self.blocks[-1].is_flow:
            count = self._count_deeper(self.blocks[-1].column + 1)
            if count:
                self._at(self.last).before.extend(self._taken(count))

    def _take_scalar(self, event: Any) -> None:
        block = self.blocks[-1] if self.blocks else None
        if block is not None and block.is_mapping and block.key is None:
            block.key = event.value
            self._attach_before(block.next_path())
            self.last, self.last_is_value = block.next_path(), False
            return
        path = self._begin_value()
        self._attach_before(path)
        if event.style in {"|", ">"}:
            self._read_literal(event, path)
        self._end_value(path)

    def _read_literal(self, event: Any, path: DataPath) -> None:
        """A text of several lines may have a comment in its head, and takes in the empty lines that follow it."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        head = _LINE_BREAK.split(written, maxsplit=1)[0]
        found = head.find("#")
        if found >= 0:
            self._at(path).beside.append(head[found:].rstrip())
        self.end, self.end_column = event.start_mark.index + len(written.rstrip()), event.start_mark.column + 1

    def _take_start(self, event: Any) -> None:
        path = self._begin_value()
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        is_element = bool(self.blocks) and not self.blocks[-1].is_mapping
        if event.flow_style or is_element:
            self._attach_before(path)
        self.blocks.append(_Block(path, event.start_mark.column, is_mapping, bool(event.flow_style)))
        self.last, self.last_is_value = (path, False) if event.flow_style else (None, False)

    def _take_end(self, event: Any) -> None:
        block = self.blocks.pop()
        if block.is_flow:
            count = len(self.pending)
        else:
            at_end = event.start_mark.index >= len(self.text)
            count = self._count_deeper(max(block.column, 1 + (0 if at_end else event.start_mark.column)))
        if count:
            self._at(block.path).after.extend(self._taken(count))
        self._end_value(block.path)
        if not block.is_flow:
            self.last = None

    def _begin_value(self) -> DataPath:
        """Give the path of the value that begins. Before the first of all, set apart what belongs to the file."""
        if self.blocks:
            return self.blocks[-1].next_path()
        self.has_root = True
        count = self._count_of_head()
        with_gap = count == len(self.pending) and self.gap_at_end
        gap_follows = with_gap or (count < len(self.pending) and self.pending[count].gap)
        self.notes.before.extend(self._taken(count, with_gaps=True))
        if gap_follows and self.notes.before and self.notes.before[-1]:
            self.notes.before.append("")
        if self.pending:
            self.pending[0] = self.pending[0]._replace(gap=False)
        return ()

    def _count_of_head(self) -> int:
        """All comments above the first node belong to the file, but for a last paragraph right above the node."""
        if self.gap_at_end:
            return len(self.pending)
        last_gap = max((place for place, comment in enumerate(self.pending) if comment.gap), default=0)
        return last_gap or len(self.pending)

    def _end_value(self, path: DataPath) -> None:
        if self.blocks:
            self.blocks[-1].key = None
            self.blocks[-1].count += 1
        self.last, self.last_is_value = path, True

    def _attach_before(self, path: DataPath) -> None:
        if self.pending:
            lines = self._taken(len(self.pending), with_gaps=len(path) == 1)
            self._at(path).before.extend(lines)

    def _count_deeper(self, column: int) -> int:
        """Count the pending comments up to the first that is indented less than to that column."""
        count = 0
        while count < len(self.pending) and self.pending[count].column >= column:
            count += 1
        return count

    def _taken(self, count: int, *, with_gaps: bool = False) -> list[str]:
        lines: list[str] = []
        for comment in self.pending[:count]:
            if with_gaps and comment.gap:
                lines.append("")
            lines.append(comment.text)
        del self.pending[:count]
        if with_gaps and lines and not self.pending and self.gap_at_end:
            lines.append("")
        return lines

    def _at(self, path: DataPath) -> Notes:
        notes = self.notes
        for step in path:
            notes = notes.below.setdefault(step, Notes())
        return notes
