"""A row of the reviewer's table: one item or one entry, what became of it, and what there is to decide."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from wudan.comparison.aspect import Aspect
from wudan.level import Level
from wudan.words import Words

Outcome = Literal[
    "same", "eased", "form", "differs", "outside", "missing", "suspended", "cancelled", "delegated", "merged", "split",
    "taken_over", "converted",
]  # fmt: skip

OUTCOME_WORDS: Mapping[Outcome, Words] = {
    "same": Words("一致", "same"),
    "eased": Words("优于基线", "better than the baseline"),
    "form": Words("表述不同", "differs in form"),
    "differs": Words("有出入", "differs"),
    "outside": Words("基线之外", "outside the baseline"),
    "missing": Words("漏报", "missing"),
    "suspended": Words("暂停", "suspended"),
    "cancelled": Words("已取消", "cancelled"),
    "delegated": Words("已下放", "delegated"),
    "merged": Words("已合并", "merged"),
    "split": Words("已拆分", "split"),
    "taken_over": Words("已承接", "taken over"),
    "converted": Words("已转类型", "converted"),
}


class Departure(msgspec.Struct, frozen=True):
    """One finding about the baseline. `accepted_by` is the document by which a reviewer accepted it, if one did."""

    code: str
    level: Level
    message: str
    help: str
    fingerprint: str
    accepted_by: str | None


class DecisionLine(msgspec.Struct, frozen=True):
    """A decision that made the entry what it is: its document, its day (YYYY-MM-DD), what it did."""

    document: str
    day: str
    what: str


class Row(msgspec.Struct, frozen=True):
    """One item beside its entry. `item` is empty where nobody lists the entry, `entry` where the item has none.

    `file`, `line` and `column` say where the item stands, or else the entry. `aspects` are the six of a pair, none of
    anything else.
    """

    list: str
    item: str
    name: str
    entry: str
    entry_name: str
    outcome: Outcome
    aspects: tuple[Aspect, ...]
    decisions: tuple[DecisionLine, ...]
    departures: tuple[Departure, ...]
    file: str
    line: int
    column: int

    @property
    def open_departures(self) -> tuple[Departure, ...]:
        """The errors and warnings that nobody has decided on."""
        return tuple(one for one in self.departures if one.level != "info" and one.accepted_by is None)


class DepartmentTable(msgspec.Struct, frozen=True):
    """The rows of one department; `counts` gives the number of rows by outcome, `open` that of open departures."""

    id: str
    name: str
    counts: dict[str, int]
    open: int
    rows: tuple[Row, ...]


class Summary(msgspec.Struct, frozen=True):
    """What was compared on which day: the baseline, rows by outcome, departures open and accepted.

    `uncovered` counts the items in use of types that the baseline does not cover.
    """

    baseline: str
    title: str
    as_of: str
    judged_on: str
    departments: int
    rows: int
    counts: dict[str, int]
    open: int
    accepted: int
    uncovered: int


class ComparisonTable(msgspec.Struct, frozen=True):
    """The whole comparison, department by department in the order of departments.yml."""

    departments: tuple[DepartmentTable, ...]
    summary: Summary
