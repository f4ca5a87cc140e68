"""Mends characters that nobody sees, in the cells of a sheet: what they should be is known for all but one kind."""

import re
from dataclasses import replace

from wudan.catalog.characters import HIDDEN, code_point, kind_of_hidden
from wudan.tables.sheet import Sheet, Trait


def without_hidden_characters(sheet: Sheet) -> Sheet:
    """Give a sheet in which odd blanks are plain ones and invisible characters are gone.

    Control characters stay, since a remark tells of them. Characters of the private area stay too, which look right in
    one font only; their cells have the trait `unknown_characters`.
    """
    if not any(HIDDEN.search(text) for row in sheet.rows for text in row):
        return sheet
    traits = dict(sheet.traits)
    for row, texts in enumerate(sheet.rows, 1):
        for column, text in enumerate(texts, 1):
            signs = set("".join(HIDDEN.findall(text)))
            unknown = sorted(sign for sign in signs if kind_of_hidden(sign) == "private")
            if unknown:
                trait = Trait("unknown_characters", " ".join(code_point(sign) for sign in unknown))
                traits[row, column] = (*traits.get((row, column), ()), trait)
    rows = tuple(tuple(HIDDEN.sub(_instead, text) for text in texts) for texts in sheet.rows)
    return replace(sheet, rows=rows, traits=traits)


def _instead(found: re.Match[str]) -> str:
    return "".join(_plain(character) for character in found[0])


def _plain(character: str) -> str:
    kind = kind_of_hidden(character)
    if kind == "blank":
        return "\n" if character in "\u2028\u2029" else " "
    return character if kind in {"private", "control"} else ""
