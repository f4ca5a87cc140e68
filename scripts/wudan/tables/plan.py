"""What an import is going to write: the new text of each file, made and read again before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from wudan.catalog.catalog import Catalog, CatalogFile, Placed
from wudan.catalog.model.base import Entry
from wudan.catalog.model.kinds import KINDS, FileKind, list_kind
from wudan.catalog.reading.load import record_validator
from wudan.catalog.reading.reader import MAX_BYTES
from wudan.catalog.sameness import fold_name
from wudan.catalog.writing.canonical import write_records
from wudan.catalog.writing.schema_line import schema_line
from wudan.catalog.writing.splicing import change_records
from wudan.tables.completing import complete
from wudan.tables.drafts import Draft
from wudan.tables.items import PART_KEYS, said_of_each, said_once
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

    `assumed_status` counts the new entries whose status the table does not give. `fates` counts the rows by what
    became of their items: new, changed or same.
    """

    texts: Mapping[PurePosixPath, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    transferred: tuple[str, ...] = ()
    assumed_status: int = 0
    fates: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Changes:
    """Records to change, to add and to take away, by the file they stand in."""

    changed: dict[PurePosixPath, dict[int, Mapping[str, Any]]]
    added: dict[PurePosixPath, list[Mapping[str, Any]]]
    removed: dict[PurePosixPath, set[int]]


def make_plan(
    matches: Sequence[Match],
    registered: Mapping[str, Sequence[Mapping[str, Any]]],
    catalog: Catalog,
    request: ImportRequest,
    remarks: list[Remark],
) -> Plan:
    """Give what an import writes; what stands against it is added to `remarks`, and then nothing may be written.

    `registered` has the records to add to the registers (departments, places) by kind. The status of a new entry is
    在用 where the table does not give it. Every other key that the table lacks is absent.
    """
    kind = list_kind(request.list_id)
    changes = _Changes(defaultdict(dict), defaultdict(list), defaultdict(set))
    serials = Serials(file.text or (file.document.text if file.document else "") for file in catalog.files)
    ids: dict[str, list[str]] = {"new": [], "changed": [], "same": []}
    fates: Counter[str] = Counter()
    for found in matches:
        old = None if found.placed is None else found.placed.document.value(found.placed.path)
        record = _new_record(found, kind, serials) if old is None else merge(old, _settled(found.draft, old))
        remarks.extend(_completed(record, found.draft, kind))
        if old is not None:
            remarks.extend(_about_old(record, old, found))
        fate = "new" if old is None else "same" if record == old and not found.is_transfer else "changed"
        ids[fate].append(record["id"])
        fates[fate] += len(found.draft.rows)
        if fate != "same":
            _check_record(record, kind, found, remarks)
            _enter(changes, found, record, kind, catalog)
    left = tuple(_left_out(matches, catalog, request))
    if request.missing == "cancel":
        for placed in left:
            ended = {"on": request.on, "document": request.document}
            _change(changes, placed, {**placed.document.value(placed.path), "status": CANCELLED, "ended": ended})
    for register, records in registered.items():
        if records:
            changes.added[PurePosixPath(KINDS[register].place)].extend(records)
    texts = dict(_texts(changes, catalog, remarks))
    missing = tuple(placed.record.id for placed in left)
    cancels = request.missing == "cancel"
    return Plan(
        texts=texts,
        added=tuple(ids["new"]),
        updated=tuple(ids["changed"]),
        unchanged=tuple(ids["same"]),
        cancelled=missing if cancels else (),
        missing=() if cancels else missing,
        transferred=tuple(found.placed.record.id for found in matches if found.placed and found.is_transfer),
        assumed_status=sum(found.placed is None and "status" not in found.draft.data for found in matches),
        fates=fates,
    )


def _new_record(found: Match, kind: FileKind, serials: Serials) -> dict[str, Any]:
    data = {"status": IN_USE, **found.draft.data}
    if "id" not in data:
        data["id"] = serials.mint(found.draft.department, mark_of(kind.id, data.get("type")))
    return data


def _settled(draft: Draft, old: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what a draft says; where its rows dispute a value, the one of them that the catalog has stays.

    What all parts say alike is said of each of them where the catalog has it so.
    """
    data = dict(draft.data)
    for path, values in draft.disputed.items():
        key, _, inner = path.replace("[]", "").partition(".")
        if "[]" in path:
            known = said_of_each(old, inner) if key == "parts" else old
            data = said_of_each(data, inner) if key == "parts" else data
            names = {_name_of(element): element for element in known.get(key, ())}
            data[key] = [_kept(element, names.get(_name_of(element), {}), inner, values) for element in data[key]]
            data = said_once(data) if key == "parts" else data
        elif inner and isinstance(old.get(key), dict):
            data[key] = _kept(data[key], old[key], inner, values)
        else:
            data = _kept(data, old, key, values)
    for key in PART_KEYS if data.get("parts") else ():
        if key not in old and any(key in part for part in old.get("parts", ())):
            data = said_of_each(data, key)
    return data


def _kept(said: Mapping[str, Any], old: Mapping[str, Any], key: str, values: tuple[Any, ...]) -> dict[str, Any]:
    stays = key in said and key in old and old[key] in values
    return {**said, key: old[key]} if stays else dict(said)


def _name_of(element: Mapping[str, Any]) -> str:
    return fold_name(str(element.get("name") or element.get("stage") or element.get("situation") or ""))


def _completed(record: dict[str, Any], draft: Draft, kind: FileKind) -> Iterator[Remark]:
    for path, message, arguments in complete(record, kind.id):
        cells = [(said, cell) for said, cell in draft.cells.items() if f"{said}.".startswith(f"{path}.")]
        for said, cell in cells[: None if message == "incomplete" else 1]:
            yield Remark(message, cell, arguments, said, str(record["id"]))


def _about_old(record: Mapping[str, Any], old: Mapping[str, Any], found: Match) -> Iterator[Remark]:
    """Say what of a known entry the table leaves open: that it was cancelled, and parts that the table lacks."""
    data, cell = found.draft.data, found.draft.first
    if old.get("status") == CANCELLED and "status" not in data:
        yield Remark("came_back", cell, {"name": data["name"], "id": record["id"]}, item=record["id"])
    named = {fold_name(part["name"]) for part in data.get("parts", ())}
    for part in old.get("parts", ()) if named else ():
        if fold_name(part["name"]) not in named:
            yield Remark("part_gone", cell, {"name": old["name"], "part": part["name"]}, "parts", record["id"])


def _enter(changes: _Changes, found: Match, record: Mapping[str, Any], kind: FileKind, catalog: Catalog) -> None:
    """Enter a record: changed where it stands, or added to the file of its department and taken out of another's."""
    if found.placed is not None and not found.is_transfer:
        _change(changes, found.placed, record)
        return
    changes.added[_file_of(found.draft.department, kind, catalog)].append(record)
    if found.placed is not None:
        changes.removed[_path_of(found.placed)].add(int(found.placed.path[0]))


def _path_of(placed: Placed[Entry]) -> PurePosixPath:
    return PurePosixPath(*PurePosixPath(placed.document.path).parts[1:])


def _change(changes: _Changes, placed: Placed[Entry], record: Mapping[str, Any]) -> None:
    changes.changed[_path_of(placed)][int(placed.path[0])] = record


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
    for path in sorted({*changes.changed, *changes.added, *changes.removed}):
        file = files.get(path)
        kind = next(kind for kind in KINDS.values() if _holds(kind, path))
        text = _text(file, kind, path, changes, catalog)
        if text is None:
            unread = Remark("catalog_file", Cell("", 0, 0), {"file": str(path)})
            if unread not in remarks:
                remarks.append(unread)
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
    removed = changes.removed.get(path, set())
    return change_records(kind, file.document, changes.changed.get(path, {}), added, removed=removed)


def _holds(kind: FileKind, path: PurePosixPath) -> bool:
    return kind.place == str(path) or (kind.place.endswith("/") and f"{path.parts[0]}/" == kind.place)
