"""What the formats for people say alike: the verdict, who did it, the items of a group."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from wudan.catalog.kinds import KINDS
from wudan.diff.grouping import Group, grouped
from wudan.diff.report import DiffReport, DiffSummary
from wudan.diff.transitions import EFFECT_WORDS
from wudan.findings.words import Language, Words, visible

FRAME_LISTS = frozenset({"catalog", "baseline", "adjustment", "laws", "waivers", "departments", "release"})
FRAME = Words("规则、基线、说明保留和登记（先看）", "Rules, baseline, waivers and registers (read first)")
CITY = Words("全市共用的文件", "Files of the whole city")
NOTHING = Words("没有实质变化。", "Nothing changed in substance.")
VERDICT = Words(
    "共 {changes} 处变化：加重 {burden} 处，需要人工判断 {unclear} 处，减轻 {relief} 处，不影响申请人 {neutral} 处。",
    "{changes} changes: {burden} burdens, {unclear} to be read, {relief} reliefs, {neutral} neutral.",
)
_MORE = Words("等 {count} 项", " and others, {count} in all")
_SHOWN = 5


def verdict(summary: DiffSummary, language: Language) -> str:
    """Say in one line what a difference comes to."""
    if not summary.changes:
        return NOTHING.write(language)
    return VERDICT.write(language, {name: getattr(summary, name) for name in summary.__struct_fields__[:5]})


def sections(report: DiffReport, language: Language) -> Iterator[tuple[str, Sequence[Group]]]:
    """Give the groups of changes under headings: the frame first, then department by department."""
    frame = [change for change in report.changes if change.list in FRAME_LISTS]
    if frame:
        yield FRAME.write(language), grouped(frame)
    rest = sorted(
        (change for change in report.changes if change.list not in FRAME_LISTS), key=lambda one: one.department
    )
    for department, changes in groupby(rest, key=lambda one: one.department):
        heading = report.departments.get(department, department) or CITY.write(language)
        yield visible(heading), grouped(list(changes))


def items_text(group: Group, language: Language) -> str:
    """Name the items of a group: all of a few, of many the first five and how many there are."""
    names = [visible(f"{one.name}（{one.item}）" if one.item != one.name else one.name) for one in group.changes]
    separator = "、" if language == "zh" else ", "
    if len(names) <= _SHOWN:
        return separator.join(names)
    return separator.join(names[:_SHOWN]) + _MORE.write(language, {"count": len(names)})


def list_name(list_id: str, language: Language) -> str:
    """Name a list or another kind of file."""
    kind = KINDS[list_id]
    return kind.zh if language == "zh" else kind.en


def effect_name(group: Group, language: Language) -> str:
    """Name what a group of changes is for the applicant."""
    return EFFECT_WORDS[group.first.effect].write(language)
