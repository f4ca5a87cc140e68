"""Places that a table names and the catalog does not know yet are added, as departments are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.tables.columns import Layout
from wudan.tables.folding import clean, fold
from wudan.tables.handling import place_id, place_names
from wudan.tables.minting import mint_department
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell
from wudan.tables.values import says_nothing

# What the name of a place says of its kind, the most telling first.
_KINDS = (
    (("便民服务站", "服务站", "代办点", "村"), "村级便民服务站"),
    (("便民服务中心", "党群服务中心"), "乡镇便民服务中心"),
    (("分中心", "分厅"), "分中心"),
    (("政务服务中心", "行政服务中心", "政务大厅", "政务服务大厅", "市民中心", "行政审批服务中心"), "政务大厅"),
)
_LONGEST_ID = 40  # characters; an address has many


@dataclass(frozen=True, slots=True)
class Places:
    """Ids by folded name, records to add to places.yml, and remarks."""

    ids: Mapping[str, str]
    added: tuple[Mapping[str, Any], ...] = ()
    remarks: tuple[Remark, ...] = ()


def find_places(cells: Iterable[Cell], catalog: Catalog) -> Places:
    """Find each place that cells name; one that no registered place is, nor is the address of, gets id and record."""
    region = catalog.city.region if catalog.city else None
    ids = {fold(text): id_ for id_, placed in catalog.places.items() for text in (placed.record.name, id_)}
    added: list[Mapping[str, Any]] = []
    remarks: list[Remark] = []
    taken = {*catalog.places, *catalog.faulty_values("places", "id")}
    for cell in cells:
        for name in place_names(clean(cell.text)):
            if place_id(name, ids) is not None:
                continue
            id_ = mint_department(name[:_LONGEST_ID], region, taken)
            taken.add(id_)
            ids[fold(name)] = id_
            added.append({"id": id_, "name": name, "kind": _kind(name)})
            remarks.append(Remark("new_place", cell, {"name": name, "id": id_}, "handled_at"))
    return Places(ids, tuple(added), tuple(remarks))


def place_cells(layout: Layout, rows: Iterable[int]) -> Iterator[Cell]:
    """Give the filled cells of the column of places."""
    column = layout.column("handled_at")
    for row in rows if column else ():
        cell = layout.sheet.cell(row, column.number if column else 0)
        if not says_nothing(clean(cell.text), {}, "handled_at"):
            yield cell


def _kind(name: str) -> str:
    return next((kind for words, kind in _KINDS if any(word in name for word in words)), "其他")
