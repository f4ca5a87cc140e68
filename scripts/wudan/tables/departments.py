"""To which department a row of a table belongs; departments that the catalog does not know yet are added."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from unicodedata import normalize

from wudan.catalog.catalog import Catalog
from wudan.catalog.characters import HAN, character_class
from wudan.catalog.code import credit_fault
from wudan.catalog.sameness import unmarked
from wudan.likeness import PROPER_NAME, nearest
from wudan.tables.columns import Layout
from wudan.tables.drafts import Draft
from wudan.tables.enumerations import outside, split_outside
from wudan.tables.folding import clean, fold, one_line
from wudan.tables.minting import bare_name, mint_department
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell
from wudan.tables.values import says_elsewhere, says_nothing

_HAN = re.compile(f"[{character_class(HAN)}]")
_BODY = re.compile(
    "(?:局|委|委员会|办|办公室|中心|政府|厅|处|所|队|支队|大队|站|会|部|馆|院|社|公司|集团|街道|镇|乡|管委会|分局|院校|大厅)$"
)
_AND_OTHERS = re.compile("等(?:有关|相关)?(?:部门|单位|机关)?$")
_BLANK_BETWEEN = re.compile(f"(?<=[{character_class(HAN)}])\\s+(?=[{character_class(HAN)}])")
# The end of the name of a body, and a word that joins another to it.
_BETWEEN_BODIES = re.compile("(?<=[局委办厅处会院])(?:和|与|及|以及|会同)")
_REMARK = re.compile(r"[（(]([^（）()]{1,40})[）)]\s*$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The departments of a table: ids by folded name, records to add to departments.yml, and remarks.

    `joint` has, by the folded text of a cell that names several bodies, the ids of all of them, the first first.
    """

    ids: Mapping[str, str]
    joint: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: tuple[Mapping[str, Any], ...] = ()
    remarks: tuple[Remark, ...] = ()

    def ids_of(self, name: str) -> tuple[str, ...]:
        """Give the ids of the departments that a cell names; none where it names no known one."""
        folded = fold(name)
        if folded in self.ids:
            return (self.ids[folded],)
        return self.joint.get(folded, ())

    def needed_by(self, drafts: Iterable[Draft]) -> "Attribution":
        """Give the same with only those new departments of which a row that comes in speaks."""
        used: set[str] = set()
        for draft in drafts:
            used.add(draft.department)
            for value in draft.data.get("bodies", {}).values():
                used.update([value] if isinstance(value, str) else value)
        dropped = {record["id"] for record in self.added} - used
        return replace(
            self,
            added=tuple(record for record in self.added if record["id"] in used),
            remarks=tuple(remark for remark in self.remarks if remark.arguments.get("id") not in dropped),
        )


def attribute(
    named: Iterable[tuple[Cell, Cell]], catalog: Catalog, *, may_add: bool, said: Mapping[str, str]
) -> Attribution:
    """Find the department of every name in the department columns; with `may_add`, those unknown get ids and records.

    `named` has the cells of name and code of each row. A name is known as id, name, short name or former name, with
    or without the name of the region before it and remarks in brackets behind it, or because `said` has its id.
    """
    register = _Register(catalog, said)
    remarks: list[Remark] = []
    joint: dict[str, tuple[str, ...]] = {}
    for cell, code in named:
        folded = fold(cell.text)
        if folded not in register.ids and folded not in joint:
            names = _several(cell.text)
            if names and may_add:
                pieces = [replace(cell, text=name) for name in names]
                remarks.extend(remark for piece in pieces for remark in register.know(piece, may_add=may_add))
                joint[folded] = tuple(dict.fromkeys(register.ids[fold(name)] for name in names))
            else:
                remarks.extend(register.know(cell, may_add=may_add))
        if code.text and (department := register.ids.get(folded)):
            remarks.extend(register.take_code(department, cell.text, code))
    return Attribution(register.ids, joint, tuple(register.added.values()), tuple(remarks))


def named_departments(layout: Layout, rows: Iterable[int]) -> Iterator[tuple[Cell, Cell]]:
    """Give name and code of the department in each of these rows once, in their order; a nameless one names none."""
    name_column, code_column = layout.column("@department"), layout.column("@department_code")
    item_column = layout.column("name")
    if name_column is None or item_column is None:
        return
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if says_nothing(clean(layout.sheet.cell(row, item_column.number).text), {}, "name"):
            continue
        name = _cleaned(layout.sheet.cell(row, name_column.number))
        code = _plain_code(layout.sheet.cell(row, code_column.number if code_column else 0))
        if not says_nothing(name.text, {}, "") and (name.text, code.text) not in seen:
            seen.add((name.text, code.text))
            yield name, code


def _cleaned(cell: Cell) -> Cell:
    return replace(cell, text=one_line(clean(cell.text)))


def _plain_code(cell: Cell) -> Cell:
    """Give a cell of a code without blanks and quotation marks, in capitals of half width."""
    return replace(cell, text=re.sub(r"[\s'‘’]", "", normalize("NFKC", clean(cell.text))).upper())


def _several(text: str) -> list[str]:
    """Give the bodies that a cell joins, none where it names one: each piece must end as names of bodies do."""
    joined = _BETWEEN_BODIES.sub("、", _AND_OTHERS.sub("", text))
    pieces = [piece.strip() for piece in split_outside(joined, "、，,;；/\n ") if piece.strip()]
    return pieces if len(pieces) > 1 and all(_BODY.search(outside(piece)) for piece in pieces) else []


def _without_remark(name: str) -> str:
    """Give a name without a remark in brackets behind it; brackets that hold another name of the body stay."""
    found = _REMARK.search(name)
    return name if found is None or _BODY.search(found[1]) else name[: found.start()].strip() or name


class _Register:
    """The departments known so far, which grows while the table is read."""

    def __init__(self, catalog: Catalog, said: Mapping[str, str]) -> None:
        self._region = catalog.city.region if catalog.city else None
        self._departments = {id_: placed.record for id_, placed in catalog.departments.items()}
        self._taken = {*self._departments, *catalog.faulty_values("departments", "id")}
        self.added: dict[str, dict[str, Any]] = {}
        self.ids = {**dict(self._names()), **{fold(name): id_ for name, id_ in said.items()}}
        self._codes = {record.code: id_ for id_, record in self._departments.items() if record.code}
        self._seen = {id_: code for code, id_ in self._codes.items()}
        self._faulty: set[tuple[str, str]] = set()

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

    def know(self, cell: Cell, *, may_add: bool) -> Iterator[Remark]:
        """Find the name without its region and remark among those known, or add a department of that name."""
        folded, name = fold(cell.text), unmarked(cell.text)
        bare = fold(bare_name(name, self._region))
        if folded in self.ids:
            return
        if bare in self.ids:
            id_ = self.ids[folded] = self.ids[bare]
            yield self._known(cell, id_)
        elif may_add and _HAN.search(name) and not says_elsewhere(name):
            yield self._add(replace(cell, text=_BLANK_BETWEEN.sub("", _without_remark(name))), folded)

    def _known(self, cell: Cell, id_: str) -> Remark:
        if id_ in self._departments:
            arguments = {"name": cell.text, "known": self._departments[id_].name, "id": id_}
            return Remark("known_department", cell, arguments, "@department")
        earlier = self.added[id_]["name"]
        fuller = _BLANK_BETWEEN.sub("", _without_remark(unmarked(cell.text)))
        if len(fuller) > len(earlier):
            self.added[id_]["name"] = fuller
        return Remark("same_body", cell, {"name": cell.text, "known": earlier, "id": id_}, "@department")

    def _add(self, cell: Cell, folded: str) -> Remark:
        id_ = mint_department(cell.text, self._region, {*self._taken, *self.added})
        near = nearest(cell.text, [record.name for record in self._departments.values()], PROPER_NAME)
        for name in (folded, fold(cell.text), fold(bare_name(cell.text, self._region))):
            self.ids.setdefault(name, id_)
        self.added[id_] = {"id": id_, "name": cell.text, "kind": "政府部门"}
        arguments = {"name": cell.text, "id": id_, "near": near}
        return Remark("near_department" if near else "new_department", cell, arguments, "@department")

    def take_code(self, id_: str, name: str, cell: Cell) -> Iterator[Remark]:
        """Take the first valid credit code of a department; say what is wrong with a code that is not taken."""
        code, earlier = cell.text, self._seen.get(id_)
        if earlier == code or (id_, code) in self._faulty:
            return
        if credit_fault(code):
            self._faulty.add((id_, code))
            yield Remark("department_code", cell, {"department": name, "code": code}, "@department_code")
        elif earlier is not None:
            arguments = {"department": name, "code": code, "earlier": earlier}
            yield Remark("differing_codes", cell, arguments, "@department_code")
        elif code in self._codes:
            other = self._codes[code]
            known = self._departments[other].name if other in self._departments else self.added[other]["name"]
            arguments = {"department": name, "code": code, "other": known}
            yield Remark("shared_code", cell, arguments, "@department_code")
        else:
            self._codes[code], self._seen[id_] = id_, code
            if id_ in self.added:
                self.added[id_]["code"] = code
