"""To which department a row of a table belongs; departments that the catalog does not know yet are added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.catalog.code import credit_fault
from wudan.likeness import PROPER_NAME, nearest
from wudan.tables.columns import Layout
from wudan.tables.folding import clean, fold, one_line
from wudan.tables.minting import bare_name, mint_department
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell
from wudan.tables.values import says_nothing


@dataclass(frozen=True, slots=True)
class Attribution:
    """The departments of a table: ids by folded name, records to add to departments.yml, and remarks."""

    ids: Mapping[str, str]
    added: tuple[Mapping[str, Any], ...]
    remarks: tuple[Remark, ...]

    def id_of(self, name: str) -> str | None:
        """Give the id of the department that a cell names, or None."""
        return self.ids.get(fold(name))


def attribute(layouts: tuple[Layout, ...], catalog: Catalog, *, may_add: bool) -> Attribution:
    """Find the department of every name in the department columns; with `may_add`, those unknown get ids and records.

    A name is known as id, name, short name or former name, with or without the name of the region before it.
    """
    register = _Register(catalog)
    remarks: list[Remark] = []
    for cell, code in _named(layouts):
        if may_add and fold(cell.text) not in register.ids:
            remarks.append(register.add(cell))
        if code.text and (department := register.ids.get(fold(cell.text))):
            remarks.extend(register.take_code(department, cell.text, code))
    return Attribution(register.ids, tuple(register.added.values()), tuple(remarks))


def _named(layouts: tuple[Layout, ...]) -> Iterator[tuple[Cell, Cell]]:
    """Give each department's name and code once, in the order of the rows; a row without an item names none."""
    seen: set[tuple[str, str]] = set()
    for layout in layouts:
        name_column, code_column = layout.column("@department"), layout.column("@department_code")
        item_column = layout.column("name")
        if name_column is None or item_column is None:
            continue
        for row in range(layout.heading_row + 1, len(layout.sheet.rows) + 1):
            if says_nothing(clean(layout.sheet.cell(row, item_column.number).text), {}, "name"):
                continue
            name = _cleaned(layout.sheet.cell(row, name_column.number))
            code = _cleaned(layout.sheet.cell(row, code_column.number if code_column else 0))
            if name.text and name.text != name_column.heading.text and (name.text, code.text) not in seen:
                seen.add((name.text, code.text))
                yield name, code


def _cleaned(cell: Cell) -> Cell:
    return Cell(cell.sheet, cell.row, cell.column, one_line(clean(cell.text)))


class _Register:
    """The departments known so far, which grows while the table is read."""

    def __init__(self, catalog: Catalog) -> None:
        self._region = catalog.city.region if catalog.city else None
        self._departments = {id_: placed.record for id_, placed in catalog.departments.items()}
        self.added: dict[str, dict[str, Any]] = {}
        self.ids = dict(self._names())
        self._codes = {record.code: id_ for id_, record in self._departments.items() if record.code}
        self._seen = {id_: code for code, id_ in self._codes.items()}

    def _names(self) -> Iterator[tuple[str, str]]:
        """Give names and ids; where two departments share a short form, the last of these is the one that counts."""
        full = [
            (name, id_)
            for id_, record in self._departments.items()
            for name in (*record.former_names, record.short_name, record.name, id_)
            if name
        ]
        yield from ((fold(bare_name(name, self._region)), id_) for name, id_ in full)
        yield from ((fold(name), id_) for name, id_ in full)

    def add(self, cell: Cell) -> Remark:
        """Find the name without its region among those known, or add a department of that name."""
        bare = fold(bare_name(cell.text, self._region))
        if bare in self.ids and self.ids[bare] in self._departments:
            self.ids[fold(cell.text)] = self.ids[bare]
            arguments = {"name": cell.text, "known": self._departments[self.ids[bare]].name, "id": self.ids[bare]}
            return Remark("known_department", cell, arguments, "@department")
        taken = {*self._departments, *self.added}
        id_ = mint_department(cell.text, self._region, taken)
        near = nearest(cell.text, [record.name for record in self._departments.values()], PROPER_NAME)
        self.ids[fold(cell.text)] = id_
        self.added[id_] = {"id": id_, "name": cell.text, "kind": "政府部门"}
        arguments = {"name": cell.text, "id": id_, "near": near}
        return Remark("near_department" if near else "new_department", cell, arguments, "@department")

    def take_code(self, id_: str, name: str, cell: Cell) -> Iterator[Remark]:
        """Take the credit code of an added department; say what is wrong with a code that is not taken."""
        code, earlier = cell.text, self._seen.get(id_)
        if earlier == code:
            return
        if earlier is not None:
            arguments = {"department": name, "code": code, "earlier": earlier}
            yield Remark("differing_codes", cell, arguments, "@department_code")
            return
        self._seen[id_] = code
        if credit_fault(code):
            yield Remark("department_code", cell, {"department": name, "code": code}, "@department_code")
        elif code in self._codes:
            other = self._codes[code]
            known = self._departments[other].name if other in self._departments else self.added[other]["name"]
            arguments = {"department": name, "code": code, "other": known}
            yield Remark("shared_code", cell, arguments, "@department_code")
        else:
            self._codes[code] = id_
            if id_ in self.added:
                self.added[id_]["code"] = code
