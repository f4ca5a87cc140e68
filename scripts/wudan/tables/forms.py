"""Reads forms, in which each value stands beside its label: one item a form, or one item a column."""

from collections.abc import Iterator
from dataclasses import dataclass

from wudan.tables.folding import clean, one_line
from wudan.tables.headings import path_of
from wudan.tables.sheet import Place, Sheet, Trait

_SEARCHED_ROWS = 500
_LEAST_LABELS = 3
_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label, its path in the list (None where it is not known), and the places of the values beside it."""

    label: Place
    text: str
    path: str | None
    values: tuple[Place, ...]


def rows_of_form(sheet: Sheet, list_id: str) -> Sheet | None:
    """Give the items of a form as a sheet with one row of headings; None where the sheet is no form.

    A form has known labels of at least three meanings in at least two rows, and a value, not another label, right of
    each. The cells of the new sheet know their places in the file.
    """
    pairs = list(_pairs(sheet, list_id))
    if not _is_form(pairs):
        return None
    columns: dict[str, int] = {}
    items: list[list[_Pair]] = [[]]
    for pair in pairs:
        if pair.path == "name" and any(earlier.path == "name" for earlier in items[-1]):
            items.append([])
        items[-1].append(pair)
        columns.setdefault(pair.text, len(columns) + 1)
    return _laid_out(sheet, items, columns)


def _is_form(pairs: list[_Pair]) -> bool:
    known = [pair for pair in pairs if pair.path]
    if any(not pair.values for pair in known):
        return False
    new_by_row: dict[int, set[str]] = {}
    met: set[str] = set()
    for pair in known:
        if pair.path and pair.path not in met:
            met.add(pair.path)
            new_by_row.setdefault(pair.label[0], set()).add(pair.path)
    return len(met) >= _LEAST_LABELS and len(new_by_row) >= _LEAST_ROWS and len(known) * 2 >= len(pairs)


def _pairs(sheet: Sheet, list_id: str) -> Iterator[_Pair]:
    """Give labels and values row by row. Where labels stand, a column of known labels says."""
    height = min(len(sheet.rows), _SEARCHED_ROWS)
    texts = {
        row: [(column, one_line(clean(text))) for column, text in _own(sheet, row)] for row in range(1, height + 1)
    }
    columns = {column for cells in texts.values() for column, text in cells if text and path_of(text, list_id)}
    for row, cells in texts.items():
        if not any(text and path_of(text, list_id) for _, text in cells):
            continue
        labels = [index for index, (column, text) in enumerate(cells) if text and column in columns]
        for index, following in zip(labels, [*labels[1:], len(cells)], strict=True):
            column, text = cells[index]
            values = [(row, place) for place, _ in cells[index + 1 : following]]
            while len(values) > 1 and not sheet.text(*values[-1]).strip():
                values.pop()
            yield _Pair((row, column), text, path_of(text, list_id), tuple(values))


def _own(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    """Give the cells of a row that no merged cell covers."""
    for column, text in enumerate(sheet.rows[row - 1], 1):
        if (row, column) not in sheet.covers:
            yield column, text


def _laid_out(sheet: Sheet, items: list[list[_Pair]], columns: dict[str, int]) -> Sheet:
    rows = [[*columns]]
    origins: dict[Place, Place] = {}
    traits: dict[Place, tuple[Trait, ...]] = {}
    for pairs in items:
        count = max(len(pair.values) for pair in pairs)
        for number in range(count):
            row = [""] * len(columns)
            for pair in pairs:
                column = columns[pair.text]
                origins.setdefault((1, column), pair.label)
                if number >= len(pair.values):
                    continue
                value, place = pair.values[number], (len(rows) + 1, column)
                text = sheet.text(*value)
                is_more = row[column - 1] and text and text not in row[column - 1].split("\n")
                row[column - 1] = f"{row[column - 1]}\n{text}" if is_more else row[column - 1] or text
                origins.setdefault(place, value)
                traits[place] = (*traits.get(place, ()), *sheet.traits.get(value, ()))
            rows.append(row)
    kept = {place: found for place, found in traits.items() if found}
    return Sheet(sheet.name, tuple(tuple(row) for row in rows), sheet.hidden, traits=kept, origins=origins)
