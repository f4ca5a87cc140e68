"""From a source to a catalog: read each file, set aside what is faulty, convert the rest into records."""

import gc
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import jsonschema_rs
import msgspec

from wudan.catalog.catalog import Catalog, CatalogFile, Placed
from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.kinds import KINDS, FileKind, kind_of, owner_of
from wudan.catalog.model.schema import schema_of
from wudan.catalog.model.seal import is_seal
from wudan.catalog.reading.reader import MAX_BYTES, decode, parse
from wudan.catalog.reading.source import Source, SourceFile
from wudan.catalog.refusal import Refusal, RefusedError
from wudan.workers import fork_map

NOT_CATALOG = frozenset({"README.md", "CODEOWNERS"})
LARGEST_SEAL = 1_000_000  # bytes of a signature, or of the file of signers
WORTH_FORKING_BYTES = 2_000_000

Reading = tuple[str, Document | None, Refusal | None, frozenset[DataPath]]


def load_catalog(source: Source, at: str | None = None, beside: Catalog | None = None) -> Catalog:
    """Read all files of a source. Whatever is wrong with a file stays with it; the others are read all the same.

    `at` is the day by which the catalog is judged, where not by the one in catalog.yml. Files that are the same,
    by path and content, in the catalog `beside` it are not parsed again: both catalogs share their documents and
    records. Large catalogs are read on all processors. Raises OSError when a file disappears while it is read.
    """
    every = [file for file in source.files() if file.path.name not in NOT_CATALOG]
    listed = [file for file in every if not _is_seal(file)]
    shared = dict(_shared(source, listed, beside)) if beside else {}
    new = [file for file in listed if file.path not in shared]
    is_large = sum(file.size for file in new if file.size <= MAX_BYTES) >= WORTH_FORKING_BYTES
    with collecting_no_garbage():
        readings = fork_map(lambda file: _read(source, file), new, os.cpu_count() if is_large else 1)
        made = {file.path: _file(source, file, reading) for file, reading in zip(new, readings, strict=True)}
        files = tuple(shared.get(file.path) or made[file.path] for file in listed)
        known = _placed_by_document(beside) if shared and beside else {}
        records: dict[str, list[Placed[Any]]] = {kind_id: [] for kind_id in KINDS}
        for file in files:
            if file.kind and file.document:
                placed = known.get(id(file.document)) or _records(file, file.kind, file.document)
                records[file.kind.id].extend(placed)
    placed_by_kind = {kind_id: tuple(placed) for kind_id, placed in records.items()}
    seals = {str(file.path): source.read(file) for file in every if _is_seal(file)}
    return Catalog(source.name, files, placed_by_kind, at, seals)


def _is_seal(file: SourceFile) -> bool:
    """Say whether a file is a signature or says who may sign. A link, or one too large for that, is judged by S006."""
    return is_seal(file.path) and not file.is_link and file.size <= LARGEST_SEAL


def _shared(
    source: Source, listed: Iterable[SourceFile], beside: Catalog
) -> Iterator[tuple[PurePosixPath, CatalogFile]]:
    """Give the files that could be read beside, under the same path, and whose content here is the same."""
    known = {file.path: file for file in beside.files if file.document}
    for file in listed:
        one = known.get(_path(source, file))
        if one and not file.is_link and len(content := one.text.encode()) == file.size and source.read(file) == content:
            yield file.path, one


def _placed_by_document(catalog: Catalog) -> Mapping[int, list[Placed[Any]]]:
    """Give the records of each document, by its identity in memory."""
    found: dict[int, list[Placed[Any]]] = defaultdict(list)
    for every in catalog.records.values():
        for placed in every:
            found[id(placed.document)].append(placed)
    return found


def _read(source: Source, file: SourceFile) -> Reading:
    """Give the text of a file, its document or the reason why there is none, and the paths of its faulty records."""
    kind = kind_of(file.path)
    if file.is_link or kind is None:
        return "", None, None, frozenset()
    text = ""
    try:
        if file.size > MAX_BYTES:
            raise RefusedError(Refusal("size", 0, {"size": file.size, "limit": MAX_BYTES}))
        text = decode(source.read(file))
        document = parse(str(PurePosixPath(source.name) / file.path), text)
    except RefusedError as error:
        return text or error.text, None, error.refusal, frozenset()
    return "", document, None, frozenset(_faulty(kind, document))


def _file(source: Source, file: SourceFile, reading: Reading) -> CatalogFile:
    text, document, refusal, faulty = reading
    return CatalogFile(
        path=_path(source, file),
        kind=kind_of(file.path),
        owner=owner_of(file.path),
        text=document.text if document else text,
        document=document,
        refusal=refusal,
        is_link=file.is_link,
        faulty=faulty,
    )


def _path(source: Source, file: SourceFile) -> str:
    """Give the path by which a file is known: relative to the folder that holds the catalog folder."""
    return str(PurePosixPath(source.name) / file.path).encode("utf-8", "replace").decode()


def _faulty(kind: FileKind, document: Document) -> Iterator[DataPath]:
    """Give the paths of the records that break the schema; () when the file as a whole has the wrong shape."""
    is_valid = record_validator(kind.id).is_valid
    if not kind.many:
        if not is_valid(document.data):
            yield ()
    elif isinstance(document.data, list):
        yield from ((index,) for index, record in enumerate(document.data) if not is_valid(record))
    else:
        yield ()


def _records(file: CatalogFile, kind: FileKind, document: Document) -> Iterator[Placed[Any]]:
    if () in file.faulty:
        return
    for path, data in enumerate_records(kind, document):
        if path not in file.faulty:
            yield Placed(msgspec.convert(data, kind.model), document, path, kind, file.owner)


def enumerate_records(kind: FileKind, document: Document) -> Iterator[tuple[DataPath, Any]]:
    """Give the path and the data of each record that a document of that kind holds."""
    if not kind.many:
        yield (), document.data
    elif isinstance(document.data, list):
        yield from (((index,), data) for index, data in enumerate(document.data))


@cache
def record_schema(kind_id: str) -> dict[str, Any]:
    """Give the schema of one record of a kind. Raises KeyError when there is no such kind."""
    schema = schema_of(kind_id)
    record = schema["items"]["$ref"] if KINDS[kind_id].many else schema["$ref"]
    return {"$schema": schema["$schema"], "$ref": record, "$defs": schema["$defs"]}


@cache
def record_validator(kind_id: str) -> jsonschema_rs.Draft202012Validator:
    """Give the fast validator for one record of a kind; it says whether, not why."""
    return jsonschema_rs.Draft202012Validator(record_schema(kind_id), validate_formats=True)


@contextmanager
def collecting_no_garbage() -> Iterator[None]:
    """Hold the collector back while many objects are made and all are kept: it would halve the speed."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
