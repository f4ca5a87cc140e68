"""What of the catalog could not be taken in: it may be what a row speaks of, and must not be written a second time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.catalog.sameness import fold_name
from wudan.tables.matching import Match
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell

_IDENTITIES = ("id", "code")
_NAMES = ("name", "short_name", "former_names")


def about_unread_entries(matches: Sequence[Match], catalog: Catalog, list_id: str) -> Iterator[Remark]:
    """Say which rows taken for new may be an entry that breaks its schema, or one of a file that nobody can read."""
    names = _folded_names(catalog, list_id)
    identities = {key: catalog.faulty_values(list_id, key) for key in _IDENTITIES}
    new = [found.draft for found in matches if found.placed is None]
    for draft in new:
        is_known = any(draft.data.get(key) in known for key, known in identities.items())
        if is_known or fold_name(draft.data["name"]) in names:
            yield Remark("set_aside", draft.first, {"name": draft.data["name"]}, "name")
    departments = {draft.department for draft in new}
    for file in catalog.files:
        is_of_list = file.kind is not None and file.kind.id == list_id and file.owner in departments
        if is_of_list and (file.document is None or () in file.faulty):
            yield Remark("catalog_file", Cell("", 0, 0), {"file": file.path.partition("/")[2]})


def about_unread_register(
    register: str, added: Iterable[Mapping[str, Any]], said: Iterable[Remark], catalog: Catalog
) -> Iterator[Remark]:
    """Say which records that a register (`departments`, `places`) is to get may be one that breaks its schema.

    `said` are the remarks that tell of what is added, each with the cell that names it.
    """
    names = _folded_names(catalog, register)
    cells = {remark.arguments.get("id"): remark.cell for remark in said}
    for record in added:
        if fold_name(record["name"]) in names:
            yield Remark("set_aside", cells[record["id"]], {"name": record["name"]}, "@department")


def _folded_names(catalog: Catalog, kind_id: str) -> frozenset[str]:
    return frozenset(fold_name(name) for key in _NAMES for name in catalog.faulty_values(kind_id, key))
