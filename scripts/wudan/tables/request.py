"""What a user asks of an import."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Missing = Literal["keep", "cancel"]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Which table becomes part of which list, and how.

    `department` and `type` hold for every row where they are given. `missing` says what becomes of entries that the
    table lacks though it speaks of their department; `cancel` needs `document` and `on` (YYYY-MM-DD). With
    `by_main_item` rows become parts of their main item; with `lenient` a cell that cannot be read is left out and
    is no error.
    """

    file: Path
    list_id: str
    department: str = ""
    type: str = ""
    missing: Missing = "keep"
    document: str = ""
    on: str = ""
    by_main_item: bool = False
    lenient: bool = False
