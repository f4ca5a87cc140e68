"""Changes the text of a catalog file at the places that are meant, and leaves every other line as it is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wudan.catalog.document import Document
from wudan.catalog.model.kinds import FileKind
from wudan.catalog.reading.load import record_schema
from wudan.catalog.reading.reader import parse
from wudan.catalog.refusal import RefusedError
from wudan.catalog.writing.canonical import write_records

_BLANK_OR_COMMENT = re.compile(r"\s*(?:#.*)?")


def change_records(
    kind: FileKind, document: Document, changed: Mapping[int, Mapping[str, Any]], added: Sequence[Mapping[str, Any]]
) -> str:
    """Give the text of a file with some records changed, by their index, and others added at its end.

    Only the lines of keys that differ are written anew. Where the layout of the file does not allow it, the
    record, and in the last resort the whole file, is written in canonical form. Raises ValueError for data that
    no catalog can hold.
    """
    records = [changed.get(index, record) for index, record in enumerate(document.data or [])]
    wanted = [*records, *added]
    lines = document.text.splitlines(keepends=True)
    for index in sorted(changed, reverse=True):
        first, after = _lines_of(document, index)
        block = lines[first:after]
        lines[first:after] = _changed_block(kind, document, index, changed[index], block)
    text = "".join(lines)
    if added:
        text = _joined(text, write_records(kind, added), is_empty=not records)
    return text if _holds(text, document.path, wanted) else write_records(kind, wanted, heading=_heading(document))


def _lines_of(document: Document, index: int) -> tuple[int, int]:
    """Give the first line of a record, from 0, and the line after its last; what parts records belongs to neither."""
    lines = document.text.splitlines()
    first = document.position(document.offset((index,))).line - 1
    last_record = index == len(document.data) - 1
    after = len(lines) if last_record else document.position(document.offset((index + 1,))).line - 1
    while after > first + 1 and (not lines[after - 1].strip() or lines[after - 1].startswith("#")):
        after -= 1
    return first, after


def _changed_block(
    kind: FileKind, document: Document, index: int, record: Mapping[str, Any], block: list[str]
) -> list[str]:
    old = document.data[index]
    starts = {key: document.position(document.offset((index, key), key=True)) for key in old}
    first = document.position(document.offset((index,))).line
    columns = {position.column for position in starts.values()}
    is_block = len({position.line for position in starts.values()}) == len(starts) and len(columns) == 1
    if not is_block or not block[0].lstrip().startswith("- "):
        return _canonical(kind, record, 0)
    column = columns.pop() - 1
    order = list(record_schema(kind.id)["$defs"][kind.model.__name__]["properties"])
    pieces: dict[str, list[str]] = {}
    keys = list(old)
    for place, key in enumerate(keys):
        end = starts[keys[place + 1]].line - first if place + 1 < len(keys) else len(block)
        pieces[key] = block[starts[key].line - first : end]
    for key in [key for key in keys if key not in record]:
        del pieces[key]
    for key, value in record.items():
        if key in old and old[key] == value:
            continue
        trailing = _trailing(pieces.get(key, []))
        pieces[key] = [*_canonical(kind, {key: value}, column), *trailing]
    ordered = _inserted(pieces, [key for key in keys if key in record], order)
    return _with_dash([line for key in ordered for line in pieces[key]], column)


def _trailing(piece: list[str]) -> list[str]:
    """Give the blank lines and comments at the end of a key's lines: they belong to what follows."""
    count = 0
    while count < len(piece) - 1 and _BLANK_OR_COMMENT.fullmatch(piece[-1 - count].rstrip("\r\n")):
        count += 1
    return piece[len(piece) - count :]


def _inserted(pieces: Mapping[str, Any], old_keys: list[str], order: list[str]) -> list[str]:
    """Give the keys with each new one put before the first that the model declares after it."""
    keys = list(old_keys)
    rank = {key: place for place, key in enumerate(order)}
    for key in sorted(pieces.keys() - set(keys), key=lambda key: rank.get(key, len(rank))):
        later = (place for place, known in enumerate(keys) if rank.get(known, len(rank)) > rank.get(key, len(rank)))
        keys.insert(next(later, len(keys)), key)
    return keys


def _canonical(kind: FileKind, record: Mapping[str, Any], column: int) -> list[str]:
    """Give the canonical lines of a record; with a `column`, of its keys alone, standing in that column."""
    lines = write_records(kind, [record]).splitlines(keepends=True)
    if not column:
        return lines
    return [" " * column + line[2:] if line.strip() else line for line in lines]


def _with_dash(lines: list[str], column: int) -> list[str]:
    """Put the dash of the record before its first key; dashes of keys that stood first before are taken away."""
    plain = [" " * column + line[column:] if line[:column].strip() == "-" else line for line in lines]
    return [" " * (column - 2) + "- " + plain[0][column:], *plain[1:]]


def _joined(text: str, more: str, *, is_empty: bool) -> str:
    """Put new records behind a text; an empty file keeps its comments."""
    if is_empty:
        kept = "".join(
            line for line in text.splitlines(keepends=True) if _BLANK_OR_COMMENT.fullmatch(line.rstrip("\r\n"))
        )
        return f"{kept.rstrip()}\n\n{more}" if kept.strip() else more
    return f"{text.rstrip()}\n\n{more}"


def _heading(document: Document) -> list[str]:
    lines = document.text.splitlines()
    count = next((place for place, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:count]


def _holds(text: str, path: str, records: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether a text, read again, holds exactly these records."""
    try:
        return bool(parse(path, text).data == list(records))
    except RefusedError:
        return False
