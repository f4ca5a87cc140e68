"""Reads back the sheet that reviewer and department talked over: into waivers and corrections."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from wudan.baseline.comparison import comparison_of
from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.writing.splicing import change_records
from wudan.comparison.decision_sheet import (
    ANSWER,
    ANSWERS,
    APPROVER,
    DOCUMENT,
    FINGERPRINT,
    REASON,
    REPLY,
    UNTIL,
    Answer,
)
from wudan.findings.judged import Judged
from wudan.findings.waiver import Sorted
from wudan.likeness import CHOICE, nearest
from wudan.review.correcting import correct
from wudan.review.waiving import Ground, WaivingError, waive
from wudan.rules.engine.correction import NoCorrectionError
from wudan.tables.folding import clean, fold, one_line
from wudan.tables.remarks import Remark
from wudan.tables.sheet import Cell, Sheet
from wudan.words import Words, visible

_NEEDED = (FINGERPRINT, ANSWER)
_GROUNDS = (REASON, DOCUMENT, APPROVER, UNTIL)
_HEADING_ROWS = 10
_ANSWERS_BY_WORDS: Mapping[str, Answer] = {fold(words): answer for answer, words in ANSWERS.items()}


@dataclass(frozen=True, slots=True)
class Replies:
    """What reading the sheet back would do. With an error among the remarks nothing may be written.

    `texts` are the new texts of files by path below the catalog folder, `counts` the number of rows by answer; a row
    without an answer counts as `open`, one whose departure is gone as `gone`.
    """

    remarks: tuple[Remark, ...]
    texts: Mapping[PurePosixPath, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    replied: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether it may be written."""
        return not any(remark.is_error for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A sheet with a column of fingerprints and one of decisions: the columns by heading, and where the rows begin."""

    sheet: Sheet
    columns: Mapping[str, int]
    first_row: int

    def cells(self) -> Iterator[Mapping[str, Cell]]:
        """Give the cells of each row that has a fingerprint, by heading."""
        for row in range(self.first_row, len(self.sheet.rows) + 1):
            cells = {heading: self.sheet.cell(row, column) for heading, column in self.columns.items()}
            if clean(cells[FINGERPRINT].text):
                yield cells


def find_decisions(sheets: tuple[Sheet, ...]) -> DecisionTable | None:
    """Give the sheet that a comparison wrote and people filled in, or None where there is none."""
    for sheet in sheets:
        for row in range(1, min(len(sheet.rows), _HEADING_ROWS) + 1):
            texts = [one_line(clean(text)) for text in sheet.rows[row - 1]]
            if all(needed in texts for needed in _NEEDED):
                known = (*_NEEDED, *_GROUNDS, REPLY)
                return DecisionTable(sheet, {name: texts.index(name) + 1 for name in known if name in texts}, row + 1)
    return None


def read_replies(table: DecisionTable, catalog: Catalog, found: Sorted) -> Replies:
    """Give what the decisions of a sheet come to.

    `found` is the judgement of the catalog as it is now: what was decided about a departure that is gone is passed
    over with a remark.
    """
    remarks: list[Remark] = []
    grounds: dict[str, Ground] = {}
    corrections: dict[tuple[str, str], list[tuple[Judged, Cell]]] = defaultdict(list)
    counts: Counter[str] = Counter()
    replied = 0
    every = {judged.fingerprint: judged for judged in (*found.standing, *found.accepted)}
    for cells in table.cells():
        replied += bool(REPLY in cells and clean(cells[REPLY].text))
        answer = _answer(cells, remarks)
        judged = every.get(clean(cells[FINGERPRINT].text))
        if judged is None:
            counts["gone"] += 1
            if answer in ("accept", "correct"):
                remarks.append(Remark("decision_gone", cells[FINGERPRINT], {"text": cells[FINGERPRINT].text}))
            continue
        counts[answer] += 1
        if answer == "accept":
            if ground := _ground(cells, catalog, remarks):
                grounds[judged.fingerprint] = ground
        elif answer == "correct":
            corrections[judged.problem.list, judged.problem.item].append((judged, cells[ANSWER]))
    texts = _waived(catalog, found, grounds, table, remarks)
    texts |= _corrected(catalog, corrections, remarks)
    return Replies(tuple(remarks), texts, dict(counts), replied)


def _answer(cells: Mapping[str, Cell], remarks: list[Remark]) -> Answer:
    text = one_line(clean(cells[ANSWER].text))
    if not text:
        return "open"
    answer = _ANSWERS_BY_WORDS.get(fold(text))
    if answer is None:
        near = nearest(text, ANSWERS.values(), CHOICE)
        arguments = {"text": text, "near": near or "、".join(ANSWERS.values())}
        remarks.append(Remark("unknown_decision", cells[ANSWER], arguments))
        return "open"
    return answer


def _ground(cells: Mapping[str, Cell], catalog: Catalog, remarks: list[Remark]) -> Ground | None:
    """Give the ground of a waiver, or None where the row lacks a part of it."""
    texts = {heading: one_line(clean(cells[heading].text)) if heading in cells else "" for heading in _GROUNDS}
    missing = [heading for heading in _GROUNDS if not texts[heading]]
    if missing:
        cell = cells.get(missing[0], cells[ANSWER])
        remarks.append(Remark("decision_ground", cell, {"missing": "、".join(missing)}))
        return None
    until = _day(texts[UNTIL])
    if until is None or until < catalog.judged_on:
        arguments = {"text": texts[UNTIL], "day": catalog.judged_on}
        remarks.append(Remark("decision_until", cells[UNTIL], arguments))
        return None
    return Ground(texts[REASON], texts[DOCUMENT], texts[APPROVER], until)


def _day(text: str) -> str | None:
    """Give a day written 2016-12-31, 2016/12/31, 2016.12.31 or 2016年12月31日 as the first; None for any other text."""
    parts = text.replace("年", "-").replace("月", "-").removesuffix("日").replace("/", "-").replace(".", "-").split("-")
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _waived(
    catalog: Catalog, found: Sorted, grounds: Mapping[str, Ground], table: DecisionTable, remarks: list[Remark]
) -> dict[PurePosixPath, str]:
    try:
        return waive(catalog, found, grounds)
    except WaivingError as error:
        why = Words(visible(error.zh), visible(error.en))
        remarks.append(Remark("decision_waiver", table.sheet.cell(1, 1), {"why": why}))
        return {}


def _corrected(
    catalog: Catalog,
    corrections: Mapping[tuple[str, str], list[tuple[Judged, Cell]]],
    remarks: list[Remark],
) -> dict[PurePosixPath, str]:
    comparison = catalog.derived(comparison_of)
    files: dict[str, dict[int, Mapping[str, Any]]] = defaultdict(dict)
    placed: dict[str, Placed[Any]] = {}
    for (list_id, item_id), departures in corrections.items():
        item = catalog.by_id.get((list_id, item_id)) or (
            catalog.intermediaries.get(item_id) if list_id == "intermediaries" else None
        )
        try:
            if comparison is None or item is None:
                raise NoCorrectionError(item_id)
            data = correct(comparison, item, [judged for judged, _ in departures])
        except NoCorrectionError:
            codes = "、".join(sorted({judged.rule.code for judged, _ in departures}))
            cell = departures[0][1]
            remarks.append(Remark("no_correction", cell, {"code": codes}, item=item_id))
            continue
        files[item.document.path][int(item.path[0])] = data
        placed[item.document.path] = item
    return {
        PurePosixPath(*PurePosixPath(path).parts[1:]): change_records(
            placed[path].kind, placed[path].document, changed, []
        )
        for path, changed in files.items()
    }
