"""The reviewer's table as an Excel workbook: what there is to decide, and the whole comparison."""

from collections.abc import Iterator

from wudan.comparison.aspect import ASPECT_WORDS
from wudan.comparison.decision_sheet import (
    ANSWER,
    ANSWERS,
    APPROVER,
    DECISION_SHEET,
    DOCUMENT,
    FINGERPRINT,
    NOTE,
    REASON,
    REPLY,
    TABLE_SHEET,
    UNTIL,
)
from wudan.comparison.row import OUTCOME_WORDS, ComparisonTable, DepartmentTable, Departure, Row
from wudan.output.format import Format
from wudan.output.sheet import OutColumn, OutSheet
from wudan.words import Language

_STANDING_OUT = frozenset({"differs", "form"})


def write(table: ComparisonTable, language: Language) -> bytes:
    """Give the workbook, whose first sheet `wudan import` reads back."""
    from wudan.output.workbook import write_workbook  # noqa: PLC0415 (its library belongs to an extra)

    return write_workbook([_decisions(table, language), _comparison(table, language)])


def _decisions(table: ComparisonTable, language: Language) -> OutSheet:
    columns = (
        OutColumn("序号", 6),
        OutColumn("部门", 18),
        OutColumn("事项编号", 14),
        OutColumn("事项名称", 26),
        OutColumn("规则", 8),
        OutColumn("出入", 44),
        OutColumn("怎样改", 36),
        OutColumn("改革基线", 30),
        OutColumn("位置", 26),
        OutColumn(REPLY, 30, to_fill=True),
        OutColumn(ANSWER, 14, tuple(ANSWERS.values()), to_fill=True),
        OutColumn(REASON, 26, to_fill=True),
        OutColumn(DOCUMENT, 20, to_fill=True),
        OutColumn(APPROVER, 16, to_fill=True),
        OutColumn(UNTIL, 12, to_fill=True),
        OutColumn(FINGERPRINT, 24),
    )
    rows = [
        (str(number), *_decision_row(department, row, departure))
        for number, (department, row, departure) in enumerate(_open(table), 1)
    ]
    return OutSheet(DECISION_SHEET, columns, rows, note=NOTE.write(language))


def _open(table: ComparisonTable) -> Iterator[tuple[DepartmentTable, Row, Departure]]:
    """Give every departure that nobody has accepted; remarks come too, for they can be corrected."""
    for department in table.departments:
        for row in department.rows:
            for departure in row.departures:
                if departure.accepted_by is None:
                    yield department, row, departure


def _decision_row(department: DepartmentTable, row: Row, departure: Departure) -> tuple[str, ...]:
    entry = " ".join(part for part in (row.entry, row.entry_name) if part)
    place = f"{row.file}:{row.line}:{row.column}"
    told = (department.name, row.item, row.name or row.entry_name, departure.code, departure.message, departure.help)
    return (*told, entry, place, *("",) * 6, departure.fingerprint)


def _comparison(table: ComparisonTable, language: Language) -> OutSheet:
    aspects = [words.write(language) for words in ASPECT_WORDS.values()]
    columns = (
        OutColumn("部门", 18),
        OutColumn("事项编号", 14),
        OutColumn("事项名称", 26),
        OutColumn("基线编号", 12),
        OutColumn("基线名称", 26),
        OutColumn("结果", 10),
        *(OutColumn(f"{aspect}·{side}", 24) for aspect in aspects for side in ("清单", "基线")),
        OutColumn("决定文件", 28),
        OutColumn("已同意保留", 24),
    )
    rows: list[tuple[str, ...]] = []
    marked: set[tuple[int, int]] = set()
    for department in table.departments:
        for row in department.rows:
            for index, aspect in enumerate(row.aspects):
                if aspect.verdict in _STANDING_OUT:
                    marked |= {(len(rows), 6 + 2 * index), (len(rows), 7 + 2 * index)}
            rows.append(_comparison_row(department, row, language))
    return OutSheet(TABLE_SHEET, columns, rows, frozenset(marked))


def _comparison_row(department: DepartmentTable, row: Row, language: Language) -> tuple[str, ...]:
    sides = [side for aspect in row.aspects for side in (aspect.listed, aspect.baseline)] or [""] * 12
    return (
        department.name,
        row.item,
        row.name,
        row.entry,
        row.entry_name,
        OUTCOME_WORDS[row.outcome].write(language),
        *sides,
        "\n".join(f"{one.document} {one.what} {one.day}" for one in row.decisions),
        "\n".join(one.accepted_by for one in row.departures if one.accepted_by),
    )


FORMAT = Format("xlsx", "xlsx", write, is_binary=True)
