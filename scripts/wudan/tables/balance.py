"""What became of every row and every filled cell of a table: nothing that was read may be lost without a word."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import msgspec

from wudan.tables.columns import Layout
from wudan.tables.folding import clean
from wudan.tables.remarks import Remark
from wudan.tables.row_kinds import RowKind
from wudan.tables.sheet import Cell, Sheet

Key = tuple[str, int, int]


class RowBalance(msgspec.Struct, frozen=True):
    """Rows with anything in them: those read are those of new, changed and unchanged items, refused, and told apart."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    told_apart: int = 0


class CellBalance(msgspec.Struct, frozen=True):
    """Filled cells: those read are those taken and those of which a remark, or the kind of their row, tells."""

    read: int = 0
    taken: int = 0
    told: int = 0


class Balance(msgspec.Struct, frozen=True):
    """The balance of an import; `apart` counts the rows told apart by their kind."""

    rows: RowBalance = RowBalance()
    cells: CellBalance = CellBalance()
    apart: dict[str, int] = {}


@dataclass(slots=True)
class Ledger:
    """The filled cells of a table and what was made of them, written while it is read."""

    filled: dict[Key, Cell] = field(default_factory=dict)
    taken: set[Key] = field(default_factory=set)
    apart: dict[tuple[str, int], RowKind | str] = field(default_factory=dict)
    refused: set[tuple[str, int]] = field(default_factory=set)

    def read(self, sheet: Sheet, row: int) -> list[Cell]:
        """Enter a row and give its filled cells, cleaned, in order."""
        cells = []
        for number in range(1, len(sheet.rows[row - 1]) + 1):
            cell = sheet.cell(row, number)
            if cell.text and (text := clean(cell.text)):
                cells.append(replace(cell, text=text))
                self.filled[key_of(cell)] = cell
        return cells

    def take(self, cell: Cell) -> None:
        """Say that what a filled cell says, or that it says nothing, was taken."""
        if key_of(cell) in self.filled:
            self.taken.add(key_of(cell))

    def set_apart(self, sheet: Sheet, rows: Iterable[int], kind: RowKind | str) -> None:
        """Say of rows that they describe no item."""
        for row in rows:
            if self.read(sheet, row):
                self.apart[sheet.name, row] = kind

    def set_headings(self, layout: Layout) -> None:
        """Say of the rows down to the heading that they are titles and headings; the headings in use are taken."""
        self.set_apart(layout.sheet, range(1, layout.heading_row + 1), "heading")
        used = {column.number for column in layout.columns}
        for row in range(layout.first_heading_row, layout.heading_row + 1):
            for number in range(1, len(layout.sheet.rows[row - 1]) + 1):
                if number in used or row < layout.heading_row:
                    self.take(layout.sheet.cell(row, number))

    def untold(self, remarks: Iterable[Remark]) -> Iterator[Cell]:
        """Give the cells that were neither taken nor told of."""
        told = self._told(remarks)
        yield from (cell for key, cell in self.filled.items() if key not in self.taken and key not in told)

    def close(self, fates: Counter[str], remarks: Iterable[Remark], *, is_sound: bool) -> Balance:
        """Give the balance; `fates` counts the rows by what became of their items.

        Of an import that is not sound nothing comes in: every row but those told apart is refused.
        """
        rows = {(sheet, row) for sheet, row, _ in self.filled}
        kinds = Counter(str(kind) for kind in self.apart.values())
        if not is_sound:
            refused = RowBalance(read=len(rows), refused=len(rows - self.apart.keys()), told_apart=len(self.apart))
            return Balance(refused, CellBalance(len(self.filled), 0, len(self.filled)), dict(kinds))
        told = self._told(remarks)
        return Balance(
            RowBalance(
                read=len(rows),
                new=fates["new"],
                changed=fates["changed"],
                same=fates["same"],
                refused=len(self.refused),
                told_apart=len(self.apart),
            ),
            CellBalance(read=len(self.filled), taken=len(self.taken - told), told=len(told)),
            dict(kinds),
        )

    def _told(self, remarks: Iterable[Remark]) -> set[Key]:
        columns, cells = set(), set()
        for remark in remarks:
            if remark.drops == "column":
                columns.add((remark.cell.sheet, remark.cell.column))
            elif remark.drops == "cell":
                cells.add(key_of(remark.cell))
        return {key for key in self.filled if key in cells or self._is_told(key, columns)}

    def _is_told(self, key: Key, columns: set[tuple[str, int]]) -> bool:
        """Say whether a cell stands in a row or a column that is left out as a whole."""
        sheet, row, column = key
        if (sheet, row) in self.refused:
            return True
        return key not in self.taken and ((sheet, row) in self.apart or (sheet, column) in columns)


def key_of(cell: Cell) -> Key:
    """Give what tells a cell from all others of its table."""
    return cell.sheet, cell.row, cell.column
