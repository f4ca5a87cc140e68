"""A sheet while it is being read: cells come in any order, and are laid out when all of them are there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wudan.tables.formats.digits import of_text
from wudan.tables.sheet import MAX_CELLS, NOT_TAKEN, HiddenBy, Place, Sheet, TableRefusedError, Trait

MAX_TEXT_CHARACTERS = 200_000_000

# Formulas by which spreadsheet programs show a picture as the content of a cell.
_PICTURE = re.compile(r"\s*=?\s*(?:_xlfn\.)?(?:_xlws\.)?(?:DISPIMG|IMAGE)\(", re.IGNORECASE)


@dataclass(slots=True)
class Budget:
    """What may still be read of a file: cells, each sheet as a full rectangle, and characters of text."""

    cells: int = field(default_factory=lambda: MAX_CELLS)
    characters: int = field(default_factory=lambda: MAX_TEXT_CHARACTERS)


@dataclass(slots=True)
class Grid:
    """The cells of a sheet by place, what is merged, and what is hidden. `filters` are rows from and to, of filters."""

    name: str
    budget: Budget
    is_hidden: bool = False
    texts: dict[Place, str] = field(default_factory=dict)
    traits: dict[Place, tuple[Trait, ...]] = field(default_factory=dict)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filters: list[tuple[int, int]] = field(default_factory=list)
    height: int = 0
    width: int = 0

    def put(self, place: Place, text: str, traits: tuple[Trait, ...] = ()) -> None:
        """Put a text into a cell; one with a trait for which nothing is taken stays empty.

        Raises TableRefusedError where the sheet outgrows what may be read.
        """
        row, column = place
        if row > self.height or column > self.width:
            self.height, self.width = max(row, self.height), max(column, self.width)
            if self.height * self.width > self.budget.cells:
                raise TableRefusedError("cells", limit=MAX_CELLS)
        self.budget.characters -= len(text)
        if self.budget.characters < 0:
            raise TableRefusedError("text", limit=MAX_TEXT_CHARACTERS)
        if traits:
            self.traits[place] = traits
            text = "" if any(trait.kind in NOT_TAKEN for trait in traits) else text
        self.texts[place] = text

    def put_text(self, place: Place, text: str, traits: tuple[Trait, ...] = ()) -> None:
        """Put a text that may show a number in scientific notation, or a formula that stands for a picture."""
        is_known = any(trait.kind == "picture" for trait in traits)
        if text.startswith("=") and is_picture(text) and not is_known:
            traits = (*traits, Trait("picture", text[:40]))
        elif text and text[0].isdecimal():
            text, trait = of_text(text)
            traits = (*traits, trait) if trait else traits
        self.put(place, text, traits)

    def sheet(self) -> Sheet:
        """Lay the cells out as a sheet; what a merged cell holds is repeated in each row that it covers."""
        self.budget.cells -= self.height * self.width
        covers = dict(self._merge())
        rows = [[""] * self.width for _ in range(self.height)]
        for (row, column), text in self.texts.items():
            rows[row - 1][column - 1] = text
        hidden_columns = (
            column for first, last in self.hidden_columns for column in range(max(first, 1), min(last, self.width) + 1)
        )
        return Sheet(
            self.name,
            tuple(tuple(row) for row in rows),
            self.is_hidden,
            traits=self.traits,
            covers=covers,
            hidden_rows={row: self._hidden_by(row) for row in sorted(self.hidden_rows) if row <= self.height},
            hidden_columns=frozenset(hidden_columns),
        )

    def _merge(self) -> Iterator[tuple[Place, Place]]:
        """Repeat merged cells downwards, and give the places that they cover in a row with the first of that row."""
        covered = 0
        for (top, left), (bottom, right) in self.merged:
            text = self.texts.get((top, left), "")
            if not text and (top, left) not in self.traits:
                continue
            for row in range(top, min(bottom, self.height) + 1):
                covered += min(right, self.width) - left + 1
                if covered > MAX_CELLS:
                    raise TableRefusedError("cells", limit=MAX_CELLS)
                if row > top:
                    self.put((row, left), text, self._struck((top, left)))
                for column in range(left + 1, min(right, self.width) + 1):
                    yield (row, column), (row, left)

    def _struck(self, place: Place) -> tuple[Trait, ...]:
        return tuple(trait for trait in self.traits.get(place, ()) if trait.kind == "struck")

    def _hidden_by(self, row: int) -> HiddenBy:
        return "filter" if any(first <= row <= last for first, last in self.filters) else "hand"


def is_picture(formula: str) -> bool:
    """Say whether a formula, with or without its equals sign, shows a picture in its cell."""
    return _PICTURE.match(formula) is not None
