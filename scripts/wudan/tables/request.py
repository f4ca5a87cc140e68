"""What a user asks of an import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Missing = Literal["keep", "cancel"]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Which table becomes part of which list, and how.

    `department` and `type` hold for every row where they are given. `missing` says what becomes of entries that the
    table lacks though it speaks of their department; `cancel` needs `document` and `on` (YYYY-MM-DD). With
    `by_main_item` rows become parts of their main item; with `strict` one cell that cannot be read keeps the whole
    table out. `bodies` gives the id of the department that a name in the table means. With `transfer` an item that
    stands at another body in the catalog moves to the one that the table names.
    """

    file: Path
    list_id: str
    department: str = ""
    type: str = ""
    missing: Missing = "keep"
    document: str = ""
    on: str = ""
    by_main_item: bool = False
    strict: bool = False
    transfer: bool = False
    bodies: Mapping[str, str] = field(default_factory=dict)
