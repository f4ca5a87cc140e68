"""The one way in which a catalog file is written: order of keys, brackets, quotation marks, indentation.

The layout is a function of the data alone, so that two people who mean the same write the same, and a difference shows
nothing but what changed. Comments stay with what they are about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wudan.catalog.document import Document
from wudan.catalog.model.kinds import FileKind, ListKind
from wudan.catalog.model.shape import UNKNOWN, Shape, ordered_keys, shape_of
from wudan.catalog.reading.reader import MAX_DEPTH
from wudan.catalog.writing.comments import Notes, read_comments, settle_comments
from wudan.catalog.writing.scalar import block_text, flow_text, literal_lines, number_text
from wudan.output.wrapping import columns

LINE_WIDTH = 110

# Kinds that are tables, line by line: no empty lines part their records.
TABLES = frozenset({"lexicon"})

# Beyond 1,024 characters YAML no longer takes a text for a key unless a question mark says so.
_LONGEST_SIMPLE_KEY = 1000
_COLLECTIONS = (dict, list)


def canonical_text(kind: FileKind, document: Document) -> str:
    """Give the canonical form of a document: the same data, and all its comments."""
    return _text(kind, document.data, read_comments(document))


def write_records(
    kind: FileKind,
    records: Sequence[Mapping[str, Any]],
    *,
    heading: Sequence[str] = (),
    comments: Notes | None = None,
) -> str:
    """Write the text of a new file of that kind.

    `heading` are lines of comment, with or without `#`; they stand right above the data. `comments` are those that
    the file has beside it, those of a record in `below` at its index.

    Raises ValueError when a kind that holds one record is given another number of them, or for data that no
    catalog can hold: numbers out of range, lone surrogates, empty keys, more than 40 levels; TypeError for
    values that are neither mappings, sequences, strings, numbers, booleans nor None.
    """
    if not kind.many and len(records) != 1:
        raise ValueError(f"a file of kind {kind.id} holds one record, not {len(records)}")
    plain = [_plain_data(record, 2 if kind.many else 1) for record in records]
    lines = [_comment_line(line) for text in heading for line in text.splitlines()]
    notes = comments or Notes()
    return _text(kind, plain if kind.many else plain[0], replace(notes, before=[*lines, *notes.before]))


def _comment_line(line: str) -> str:
    shown = "".join(character if character.isprintable() else "?" for character in line).rstrip()
    return shown if shown.startswith("#") else f"# {shown}".rstrip()


def _plain_data(value: Any, depth: int) -> Any:
    """Give the same data in plain dictionaries and lists. A collection stands on the level `depth`."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        value.encode()
        return value
    if depth > MAX_DEPTH:
        raise ValueError(f"more than {MAX_DEPTH} levels")
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) and key for key in value):
            raise ValueError("a key must be a text that is not empty")
        return {_plain_data(key, depth): _plain_data(below, depth + 1) for key, below in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        return [_plain_data(element, depth + 1) for element in value]
    raise TypeError(f"a catalog cannot hold a {type(value).__name__}")


def _text(kind: FileKind, data: Any, notes: Notes | None) -> str:
    notes = notes or Notes()
    lines: list[str] = []
    _put_comments(lines, "", notes.before)
    after = [*notes.beside, *notes.after]
    shape = shape_of(kind.id)
    settle_comments(notes, data, Shape(element=shape) if type(data) is list else shape)
    if type(data) is list and data:
        _put_records(lines, data, shape, notes, kind)
    elif type(data) is dict and data:
        _put_mapping(lines, data, shape, "", notes)
    elif data is not None:
        _put_scalar(lines, "", data, 2, notes)
        after = notes.after
    if data is not None:
        _put_gap(lines)
    _put_comments(lines, "", after)
    text = "\n".join(lines).rstrip("\n")
    return f"{text}\n" if text else ""


def _put_records(lines: list[str], records: list[Any], shape: Shape, notes: Notes, kind: FileKind) -> None:
    """Write the records of a file. One of the five lists always has a line for each key, so that it can grow."""
    for index, record in enumerate(records):
        below = notes.below.get(index)
        if index and kind.id not in TABLES:
            _put_gap(lines)
        if below:
            _put_above(lines, "- ", below)
        if type(record) is dict and record and isinstance(kind, ListKind):
            _put_beside_above(lines, "- ", below)
            _put_mapping(lines, record, shape, "- ", below)
        else:
            _put_element(lines, record, shape, "- ", below)


def _put_mapping(lines: list[str], mapping: dict[str, Any], shape: Shape, lead: str, notes: Notes | None) -> None:
    """Write a mapping as a block. The first key comes after `lead`, blanks or dashes; the others stand below it."""
    column = len(lead)
    pad = " " * column
    for key in ordered_keys(shape, tuple(mapping)):
        value = mapping[key]
        below = notes.below.get(key) if notes else None
        if below:
            _put_above(lines, lead, below)
        head = f"{lead}{block_text(key)}:"
        if len(head) > _LONGEST_SIMPLE_KEY:
            lines.append(_beside(f"{lead}? {head[column:-1]}", below))
            head, below = f"{pad}:", _without_beside(below)
        lead = pad
        if type(value) in _COLLECTIONS and value:
            _put_collection(lines, head, value, shape.keys.get(key, UNKNOWN), pad=f"{pad}  ", notes=below)
        else:
            _put_scalar(lines, f"{head} ", value, column + 2, below)
    if notes and column:
        lines.extend(pad + comment for comment in notes.after)


def _put_collection(lines: list[str], head: str, value: Any, shape: Shape, *, pad: str, notes: Notes | None) -> None:
    """Write the value of a key: in brackets behind the key, or as a block below it."""
    if not _holds_comments(notes) and not _is_group(value):
        flow = _flow(value, shape, LINE_WIDTH - columns(head) - 1)
        if flow is not None:
            lines.append(_beside(f"{head} {flow[0]}", notes))
            return
    lines.append(_beside(head, notes))
    if type(value) is dict:
        _put_mapping(lines, value, shape, pad, notes)
    else:
        _put_sequence(lines, value, shape, pad, notes)


def _put_sequence(lines: list[str], sequence: list[Any], shape: Shape, lead: str, notes: Notes | None) -> None:
    """Write a sequence as a block. The first dash comes after `lead`, blanks or dashes; the others stand below it."""
    pad = " " * len(lead)
    lead = f"{lead}- "
    element = shape.element or UNKNOWN
    for index, value in enumerate(sequence):
        below = notes.below.get(index) if notes else None
        if below:
            _put_above(lines, lead, below)
        _put_element(lines, value, element, lead, below)
        lead = f"{pad}- "
    if notes:
        lines.extend(pad + comment for comment in notes.after)


def _put_element(lines: list[str], value: Any, shape: Shape, lead: str, notes: Notes | None) -> None:
    if type(value) not in _COLLECTIONS or not value:
        _put_scalar(lines, lead, value, len(lead), notes)
        return
    if not _holds_comments(notes):
        flow = _flow(value, shape, LINE_WIDTH - len(lead))
        if flow is not None:
            lines.append(_beside(f"{lead}{flow[0]}", notes))
            return
    _put_beside_above(lines, lead, notes)
    if type(value) is dict:
        _put_mapping(lines, value, shape, lead, notes)
    else:
        _put_sequence(lines, value, shape, lead, notes)


def _put_scalar(lines: list[str], head: str, value: Any, column: int, notes: Notes | None) -> None:
    """Write what has no lines below it; only a text of several lines has, and they stand in `column`."""
    if type(value) is str:
        literal = literal_lines(value) if "\n" in value else None
        if literal is not None:
            lines.append(_beside(f"{head}{literal[0]}", notes))
            pad = " " * column
            lines.extend(pad + line if line else "" for line in literal[1])
            return
        written = block_text(value)
    elif type(value) in _COLLECTIONS:
        written = "{}" if type(value) is dict else "[]"
    else:
        written = number_text(value)
    lines.append(_beside(head + written, notes))


def _put_above(lines: list[str], lead: str, notes: Notes) -> None:
    """Write the comments that stand above a key or dash."""
    _put_comments(lines, _comment_pad(lead), notes.before)


def _put_beside_above(lines: list[str], lead: str, notes: Notes | None) -> None:
    """A block that begins behind a dash has no line of its own to carry the comment that stood beside it."""
    if notes and notes.beside:
        lines.append(_comment_pad(lead) + notes.beside[0])


def _put_comments(lines: list[str], pad: str, comments: Iterable[str]) -> None:
    for comment in comments:
        if comment:
            lines.append(pad + comment)
        else:
            _put_gap(lines)


def _put_gap(lines: list[str]) -> None:
    if lines and lines[-1]:
        lines.append("")


def _comment_pad(lead: str) -> str:
    return lead[: len(lead) - len(lead.lstrip())]


def _beside(line: str, notes: Notes | None) -> str:
    return f"{line}  {notes.beside[0]}" if notes and notes.beside else line


def _without_beside(notes: Notes | None) -> Notes | None:
    return replace(notes, beside=[]) if notes else None


def _holds_comments(notes: Notes | None) -> bool:
    return notes is not None and bool(notes.below or notes.after)


def _is_group(value: Any) -> bool:
    """Say whether this is a mapping of several mappings and nothing else, such as the three limits: a line each."""
    return type(value) is dict and len(value) > 1 and all(type(below) is dict for below in value.values())


def _flow(value: Any, shape: Shape, room: int) -> tuple[str, int] | None:
    """Write a collection in brackets, with its width; None when it needs more than `room` columns.

    A sequence goes into brackets only when it holds nothing but scalars.
    """
    parts = []
    width = 0
    is_mapping = type(value) is dict
    if not value:
        return ("{}" if is_mapping else "[]"), 2
    for step in ordered_keys(shape, tuple(value)) if is_mapping else value:
        below = value[step] if is_mapping else step
        if type(below) is str:
            written, columns_taken = flow_text(below)
        elif type(below) in _COLLECTIONS:
            inner = _flow(below, shape.keys.get(step, UNKNOWN), room - width) if is_mapping else None
            if inner is None:
                return None
            written, columns_taken = inner
        else:
            written = number_text(below)
            columns_taken = len(written)
        width += columns_taken + 2
        if is_mapping:
            key, key_width = flow_text(step)
            written = f"{key}: {written}"
            width += key_width + 2
        if width > room:
            return None
        parts.append(written)
    inside = ", ".join(parts)
    return (f"{{{inside}}}" if is_mapping else f"[{inside}]"), width
