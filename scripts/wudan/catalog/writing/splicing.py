"""Changes the text of a catalog file at the places that are meant, and leaves every other line as it is."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wudan.catalog.document import Document
from wudan.catalog.model.kinds import FileKind
from wudan.catalog.reading.load import record_schema
from wudan.catalog.reading.reader import parse
from wudan.catalog.refusal import RefusedError
from wudan.catalog.writing.canonical import write_records
from wudan.catalog.writing.carrying import carried, every_comment
from wudan.catalog.writing.comments import Notes, read_comments

_BLANK_OR_COMMENT = re.compile(r"\s*(?:#.*)?")


def change_records(
    kind: FileKind,
    document: Document,
    changed: Mapping[int, Mapping[str, Any]],
    added: Sequence[Mapping[str, Any]],
    *,
    removed: Collection[int] = (),
) -> str:
    """Give the text of a file with some records changed or removed, by their index, and others added at its end.

    Only the lines of keys that differ are written anew, with the comments that stood among them and the line ends of
    the file. Where the layout of the file does not allow it, the record, and in the last resort the whole file, is
    written in canonical form. Raises ValueError for data that no catalog can hold.
    """
    old = document.data or []
    records = [changed.get(index, record) for index, record in enumerate(old) if index not in removed]
    wanted = [*records, *added]
    notes = read_comments(document) or Notes()
    end = "\r\n" if "\r\n" in document.text else "\n"
    lines = document.text.splitlines(keepends=True)
    for index in sorted({*changed, *removed}, reverse=True):
        first, after = _lines_of(document, index)
        if index in removed:
            is_parted = after < len(lines) and not lines[after].strip()
            del lines[first : after + is_parted]
            continue
        change = _Change(index, old[index], changed[index], notes.below.get(index, Notes()))
        lines[first:after] = [_ended(line, end) for line in _changed_block(kind, document, change, lines[first:after])]
    text = "".join(lines)
    if added:
        text = _joined(text, write_records(kind, added), end, is_empty=not records)
    if _holds(text, document.path, wanted):
        return text
    return write_records(kind, wanted, comments=carried(notes, old, wanted)).replace("\n", end)


@dataclass(frozen=True, slots=True)
class _Change:
    """A record before and after, at its place in the file, with the comments that it has there."""

    index: int
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    notes: Notes

    def notes_of(self, key: str) -> Notes:
        """Give the comments of a key but those above it, which belong to the lines before."""
        return replace(self.notes.below.get(key, Notes()), before=[])


def _ended(line: str, end: str) -> str:
    """Give a line with the line end of the file, if it has one."""
    return line.rstrip("\r\n") + end if line.endswith("\n") else line


def _lines_of(document: Document, index: int) -> tuple[int, int]:
    """Give the first line of a record, from 0, and the line after its last; what parts records belongs to neither."""
    lines = document.text.splitlines()
    first = document.position(document.offset((index,))).line - 1
    last_record = index == len(document.data) - 1
    after = len(lines) if last_record else document.position(document.offset((index + 1,))).line - 1
    while after > first + 1 and (not lines[after - 1].strip() or lines[after - 1].startswith("#")):
        after -= 1
    return first, after


def _changed_block(kind: FileKind, document: Document, change: _Change, block: list[str]) -> list[str]:
    """Give the lines of a record after its change: the old ones of keys that are the same, new ones of all others."""
    old, new = change.old, change.new
    starts = {key: document.position(document.offset((change.index, key), key=True)) for key in old}
    columns = {position.column for position in starts.values()}
    is_block = len({position.line for position in starts.values()}) == len(starts) and len(columns) == 1
    if not is_block or not block[0].lstrip().startswith("- "):
        return _canonical(kind, new, carried(change.notes, old, new), 0)
    column = columns.pop() - 1
    keys = list(old)
    first = document.position(document.offset((change.index,))).line
    bounds = [*(starts[key].line - first for key in keys), len(block)]
    pieces = {key: block[bounds[place] : bounds[place + 1]] for place, key in enumerate(keys)}
    for key in keys:
        if key not in new:
            comments = [f"{' ' * column}{comment}\n" for comment in every_comment(change.notes_of(key))]
            pieces[key] = [*comments, *_trailing(pieces[key], column)]
    for key, value in new.items():
        if key not in old or old[key] != value:
            notes = Notes(below={key: carried(change.notes_of(key), old.get(key), value)})
            pieces[key] = [*_canonical(kind, {key: value}, notes, column), *_trailing(pieces.get(key, []), column)]
    order = list(record_schema(kind.id)["$defs"][kind.model.__name__]["properties"])
    ordered = _inserted(pieces, keys, order)
    return _with_dash([line for key in ordered for line in pieces[key]], column)


def _trailing(piece: list[str], column: int) -> list[str]:
    """Give the blank lines and comments at the end of a key's lines that belong to what follows: none is deeper."""
    count = 0
    for number, line in enumerate(reversed(piece[1:]), 1):
        if not _BLANK_OR_COMMENT.fullmatch(line.rstrip("\r\n")):
            break
        if line.strip() and _indent(line) > column:
            break
        count = number
    return piece[len(piece) - count :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _inserted(pieces: Mapping[str, Any], old_keys: list[str], order: list[str]) -> list[str]:
    """Give the keys with each new one put before the first that the model declares after it."""
    keys = list(old_keys)
    rank = {key: place for place, key in enumerate(order)}
    for key in sorted(pieces.keys() - set(keys), key=lambda key: rank.get(key, len(rank))):
        later = (place for place, known in enumerate(keys) if rank.get(known, len(rank)) > rank.get(key, len(rank)))
        keys.insert(next(later, len(keys)), key)
    return keys


def _canonical(kind: FileKind, record: Mapping[str, Any], notes: Notes, column: int) -> list[str]:
    """Give the canonical lines of a record; with a `column`, of its keys alone, standing in that column."""
    lines = write_records(kind, [record], comments=Notes(below={0: notes})).splitlines(keepends=True)
    if not column:
        return lines
    return [" " * column + line[2:] if line.strip() else line for line in lines]


def _with_dash(lines: list[str], column: int) -> list[str]:
    """Put the dash of the record before its first key; dashes of keys that stood first before are taken away."""
    plain = [" " * column + line[column:] if line[:column].strip() == "-" else line for line in lines]
    return [" " * (column - 2) + "- " + plain[0][column:], *plain[1:]]


def _joined(text: str, more: str, end: str, *, is_empty: bool) -> str:
    """Put new records behind a text; an empty file keeps its comments."""
    kept = text
    if is_empty:
        lines = text.splitlines(keepends=True)
        kept = "".join(line for line in lines if _BLANK_OR_COMMENT.fullmatch(line.rstrip("\r\n")))
    more = more.replace("\n", end)
    return f"{kept.rstrip()}{end}{end}{more}" if kept.strip() else more


def _holds(text: str, path: str, records: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether a text, read again, holds exactly these records."""
    try:
        return bool(parse(path, text).data == list(records))
    except RefusedError:
        return False
