"""What rows say of one item, before it is known which entry of the catalog it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wudan.tables.sheet import Cell


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row, or several rows of one item, say: data in the shape of a record, and which cell said what.

    `department` is the id of the department, empty where it could not be told. `data` holds the keys of a record
    that the table speaks of; `cells` their cells by path. `parts` names the parts that the row describes. `rows` has a
    cell of each row that was joined, `disputed` the values of the keys of which these rows say different things.
    """

    first: Cell
    department: str
    data: Mapping[str, Any]
    cells: Mapping[str, Cell] = field(default_factory=dict)
    main_item: str = ""
    parts: tuple[str, ...] = ()
    rows: tuple[Cell, ...] = ()
    disputed: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
