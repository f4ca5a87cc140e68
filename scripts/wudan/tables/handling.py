"""Reads where an item is handled: 政务服务中心2楼3号窗口；北街道服务站."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wudan.tables.enumerations import list_entries
from wudan.tables.folding import fold, one_line
from wudan.tables.refusal import CellRefusedError

_SEPARATORS = ";；、\n"
_WINDOW = re.compile(r"(?P<number>[0-9]{1,3})\s*号?窗口?")
_SHORTEST = 4  # characters; a shorter name stands in many an address by chance


def place_names(text: str) -> Iterator[str]:
    """Give the places that a cell lists, as they are written."""
    yield from (one_line(entry) for entry in list_entries(text, _SEPARATORS).entries)


def read_handling(
    text: str, places: Mapping[str, str], notes: list[tuple[str, Mapping[str, object]]]
) -> list[dict[str, Any]]:
    """Give place and window of each place in a cell; `places` has ids by folded name.

    A registered place is also known by an address that holds its name. Raises CellRefusedError for an unknown one.
    """
    found: list[dict[str, Any]] = []
    for written in place_names(text):
        id_ = place_id(written, places)
        if id_ is None:
            raise CellRefusedError("reference", text=written)
        if fold(written) not in places:
            notes.append(("part_of_address", {"text": written, "id": id_}))
        window = _WINDOW.search(written)
        handling: dict[str, Any] = {"place": id_}
        if window and int(window["number"]) >= 1 and fold(written) not in places:
            handling["window"] = int(window["number"])
        if handling not in found:
            found.append(handling)
    return found


def place_id(written: str, places: Mapping[str, str]) -> str | None:
    """Give the id of the registered place that an address is, or whose name it holds; None where there is none."""
    folded = fold(written)
    if folded in places:
        return places[folded]
    names = [name for name in places if len(name) >= _SHORTEST and name in folded]
    return places[max(names, key=len)] if names else None
