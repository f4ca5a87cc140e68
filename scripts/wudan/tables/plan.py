"""What an import is going to write: the new text of each file, made and read again before anything is written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from wudan.catalog.catalog import Catalog, CatalogFile, Placed
from wudan.catalog.model.base import Entry
from wudan.catalog.model.kinds import KINDS, FileKind, list_kind
from wudan.catalog.reading.load import record_validator
from wudan.catalog.reading.reader import MAX_BYTES
from wudan.catalog.writing.canonical import write_records
from wudan.catalog.writing.schema_line import schema_line
from wudan.catalog.writing.splicing import change_records
from wudan.tables.matching import Match
from wudan.tables.merging import merge
from wudan.tables.minting import Serials, mark_of
from wudan.tables.remarks import Remark
from wudan.tables.request import ImportRequest
from wudan.tables.sheet import Cell

CANCELLED = "取消"
IN_USE = "在用"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, by their path in the catalog folder, and the ids of what changes.

    `assumed_status` counts the new entries whose status the table does not give.
    """

    texts: Mapping[PurePosixPath, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    assumed_status: int = 0


@dataclass(slots=True)
class _Changes:
    """Records to change and to add, by the file they stand in."""

    changed: dict[PurePosixPath, dict[int, Mapping[str, Any]]]
    added: dict[PurePosixPath, list[Mapping[str, Any]]]


def make_plan(
    matches: Sequence[Match],
    departments: Sequence[Mapping[str, Any]],
    catalog: Catalog,
    request: ImportRequest,
    remarks: list[Remark],
) -> Plan:
    """Give what an import writes; what stands against it is added to `remarks`, and then nothing may be written.

    The status of a new entry is 在用 where the table does not give it. Every other key that the table lacks is absent.
    """
    kind = list_kind(request.list_id)
    changes = _Changes(defaultdict(dict), defaultdict(list))
    serials = Serials(file.text or (file.document.text if file.document else "") for file in catalog.files)
    added, updated, unchanged = [], [], []
    assumed = 0
    for found in matches:
        data = found.draft.data
        if found.placed is None:
            record = _new_record(found, kind, serials)
            assumed += "status" not in data
            _check_record(record, kind, found, remarks)
            changes.added[_file_of(found.draft.department, kind, catalog)].append(record)
            added.append(record["id"])
            continue
        old = found.placed.document.value(found.placed.path)
        record = merge(old, data)
        if found.placed.record.status == CANCELLED and "status" not in data:
            arguments = {"name": data["name"], "id": record["id"]}
            remarks.append(Remark("came_back", found.draft.first, arguments, item=record["id"]))
        if record == old:
            unchanged.append(record["id"])
            continue
        _check_record(record, kind, found, remarks)
        _change(changes, found.placed, record)
        updated.append(record["id"])
    left = tuple(_left_out(matches, catalog, request))
    if request.missing == "cancel":
        for placed in left:
            ended = {"on": request.on, "document": request.document}
            _change(changes, placed, {**placed.document.value(placed.path), "status": CANCELLED, "ended": ended})
    if departments:
        changes.added[PurePosixPath(KINDS["departments"].place)].extend(departments)
    texts = dict(_texts(changes, catalog, remarks))
    missing = tuple(placed.record.id for placed in left)
    cancels = request.missing == "cancel"
    return Plan(
        texts=texts,
        added=tuple(added),
        updated=tuple(updated),
        unchanged=tuple(unchanged),
        cancelled=missing if cancels else (),
        missing=() if cancels else missing,
        assumed_status=assumed,
    )


def _new_record(found: Match, kind: FileKind, serials: Serials) -> dict[str, Any]:
    data = {"status": IN_USE, **found.draft.data}
    if "id" not in data:
        data["id"] = serials.mint(found.draft.department, mark_of(kind.id, data.get("type")))
    return data


def _change(changes: _Changes, placed: Placed[Entry], record: Mapping[str, Any]) -> None:
    path = PurePosixPath(*PurePosixPath(placed.document.path).parts[1:])
    changes.changed[path][int(placed.path[0])] = record


def _left_out(matches: Sequence[Match], catalog: Catalog, request: ImportRequest) -> Iterator[Placed[Entry]]:
    """Give the entries in force that belong to a department of the table and that no row speaks of."""
    spoken = {found.placed.record.id for found in matches if found.placed}
    departments = {found.draft.department for found in matches} | ({request.department} - {""})
    for placed in catalog.of(request.list_id):
        if placed.owner in departments and placed.record.id not in spoken and placed.record.status != CANCELLED:
            yield placed


def _file_of(department: str, kind: FileKind, catalog: Catalog) -> PurePosixPath:
    """Give the file for new entries of a department: its last one, else one of its own."""
    own = [file.path for file in catalog.files if file.kind == kind and file.owner == department]
    if own:
        return PurePosixPath(*PurePosixPath(own[-1]).parts[1:])
    return PurePosixPath(kind.place) / f"{department}.yml"


def _check_record(record: Mapping[str, Any], kind: FileKind, found: Match, remarks: list[Remark]) -> None:
    """Say what the schema has against a record; every value alone has passed it before."""
    for error in record_validator(kind.id).iter_errors(record):
        path = ".".join(str(step) for step in error.instance_path)
        cell = found.draft.cells.get(path, found.draft.first)
        arguments = {"path": path or "/", "keyword": error.kind.name}
        remarks.append(Remark("schema", cell, arguments, path, str(record["id"])))


def _texts(changes: _Changes, catalog: Catalog, remarks: list[Remark]) -> Iterator[tuple[PurePosixPath, str]]:
    files = {PurePosixPath(*PurePosixPath(file.path).parts[1:]): file for file in catalog.files}
    for path in sorted({*changes.changed, *changes.added}):
        file = files.get(path)
        kind = next(kind for kind in KINDS.values() if _holds(kind, path))
        text = _text(file, kind, path, changes, catalog)
        if text is None:
            remarks.append(Remark("catalog_file", Cell("", 0, 0), {"file": str(path)}))
        elif len(text.encode()) > MAX_BYTES:
            remarks.append(Remark("catalog_size", Cell("", 0, 0), {"file": str(path), "limit": MAX_BYTES}))
        else:
            yield path, text


def _text(
    file: CatalogFile | None, kind: FileKind, path: PurePosixPath, changes: _Changes, catalog: Catalog
) -> str | None:
    """Give the new text of a file, or None where the present one cannot be read."""
    added = changes.added.get(path, [])
    if file is None:
        return write_records(kind, added, heading=schema_line(catalog, kind, path))
    if file.document is None or not isinstance(file.document.data, (list, type(None))):
        return None
    return change_records(kind, file.document, changes.changed.get(path, {}), added)


def _holds(kind: FileKind, path: PurePosixPath) -> bool:
    return kind.place == str(path) or (kind.place.endswith("/") and f"{path.parts[0]}/" == kind.place)
