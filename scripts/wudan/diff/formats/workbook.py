"""The difference as the official table of adjustments (调整事项表), and all changes beside it."""

from collections.abc import Iterator

from wudan.diff.formats.wording import list_name
from wudan.diff.report import DiffReport, WrittenChange
from wudan.diff.transitions import EFFECT_WORDS, TRANSITIONS
from wudan.diff.wording import value_text
from wudan.output.format import Format
from wudan.output.sheet import OutColumn, OutSheet
from wudan.words import Language

# The ways in which a decision adjusts an item as a whole; what else changes stands on the second sheet alone.
_ADJUSTING = frozenset({
    "added", "removed", "cancelled", "revived", "suspended", "resumed", "taken_over", "handed_back", "delegated",
    "drawn_up", "merged", "split", "renamed", "transferred", "type_changed", "id_changed",
})  # fmt: skip


def write(report: DiffReport, language: Language) -> bytes:
    """Give the workbook: first the table of adjustments, then every change with both wordings."""
    from wudan.output.workbook import write_workbook  # noqa: PLC0415 (its library belongs to an extra)

    return write_workbook([_adjustments(report), _changes(report, language)])


def _adjustments(report: DiffReport) -> OutSheet:
    columns = (
        OutColumn("序号", 6),
        OutColumn("事项名称", 34),
        OutColumn("实施部门", 24),
        OutColumn("设定依据", 34),
        OutColumn("调整方式", 14),
        OutColumn("调整后", 34),
        OutColumn("备注", 30),
    )
    chosen = [change for change in report.changes if change.kind in _ADJUSTING and change.list == "approvals"]
    rows = [(str(number), *_adjustment(change, report)) for number, change in enumerate(chosen, 1)]
    return OutSheet("调整事项表", columns, rows)


def _adjustment(change: WrittenChange, report: DiffReport) -> tuple[str, ...]:
    department = report.departments.get(change.department, change.department)
    name = change.old if change.kind == "renamed" else change.name
    return (str(name), department, change.basis, TRANSITIONS[change.kind].title.zh, change.message, change.item)


def _changes(report: DiffReport, language: Language) -> OutSheet:
    columns = tuple(
        OutColumn(heading, width)
        for heading, width in (
            ("序号", 6), ("部门", 20), ("清单", 18), ("事项编号", 14), ("事项名称", 28), ("影响", 12), ("变化", 44),
            ("原来", 30), ("现在", 30), ("位置", 28), ("指纹", 26),
        )
    )  # fmt: skip
    return OutSheet("全部变化", columns, list(_rows(report, language)))


def _rows(report: DiffReport, language: Language) -> Iterator[tuple[str, ...]]:
    for number, change in enumerate(report.changes, 1):
        place = change.after or change.before
        yield (
            str(number),
            report.departments.get(change.department, change.department),
            list_name(change.list, language),
            change.item,
            change.name,
            EFFECT_WORDS[change.effect].write(language),
            change.message,
            value_text(change.old, language) if change.old is not None else "",
            value_text(change.new, language) if change.new is not None else "",
            f"{place.file}:{place.line}" if place else "",
            change.fingerprint,
        )


FORMAT = Format("xlsx", "xlsx", write, is_binary=True)
