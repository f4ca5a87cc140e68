"""What the formats for people say alike: the verdict, who did it, the items of a group."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from wudan.catalog.model.kinds import KINDS
from wudan.diff.grouping import Group, grouped
from wudan.diff.reckoning import MEASURES, Measured, Reckoning, Sum
from wudan.diff.report import DiffReport, DiffSummary
from wudan.diff.transitions import EFFECT_WORDS
from wudan.words import BETWEEN_SENTENCES, Language, Words, clauses_text, names_text, visible

FRAME_LISTS = frozenset({"catalog", "baseline", "adjustment", "laws", "waivers", "departments", "release"})
FRAME = Words("规则、基线、说明保留和登记（先看）", "Rules, baseline, waivers and registers (read first)")
CITY = Words("全市共用的文件", "Files of the whole city")
NOTHING = Words("没有实质变化。", "Nothing changed in substance.")
VERDICT = Words(
    "共 {changes} 处变化：加重 {burden} 处，需要人工判断 {unclear} 处，减轻 {relief} 处，不影响申请人 {neutral} 处。",
    "{changes} changes: {burden} burdens, {unclear} to be read, {relief} reliefs, {neutral} neutral.",
)
_OVER_BOTH = Words(
    "前后都有的 {both} 项审批事项合计：{sums}。", "Over the {both} approval items of both sides: {sums}."
)
_OVER_ALL = Words(
    "连同取消、合并和新增的，原 {before} 项，现 {now} 项{sums}。",
    "With those that went and came, {before} items before and {now} now{sums}.",
)
_SUMS = Words("，合计：{sums}", ": {sums}")
_UNCHANGED = Words("；各项合计（{names}）与原来相同", "; the sums are as before ({names})")
_MORE = Words("等 {count} 项", " and others, {count} in all")
_SHOWN = 5


def verdict(summary: DiffSummary, language: Language) -> str:
    """Say in one line what a difference comes to: how many changes of each effect, and the sums that they move."""
    if not summary.changes:
        return NOTHING.write(language)
    counts = VERDICT.write(language, {name: getattr(summary, name) for name in summary.__struct_fields__[:5]})
    sums = _moved(summary.reckoning, language) if summary.reckoning else ()
    return BETWEEN_SENTENCES.write(language).join([counts, *sums])


def sum_text(name: Measured, one: Sum, language: Language) -> str:
    """Give a sum as one says it: 承诺时限 1012 → 976 个工作日."""
    measure = MEASURES[name]
    return f"{measure.name.write(language)} {one.before:g} → {one.now:g} {measure.unit.write(language)}".rstrip()


def sums_text(sums: Mapping[Measured, Sum], language: Language) -> str:
    """Give the sums that are not the same before and now; empty where all are."""
    told = [sum_text(name, one, language) for name, one in sums.items() if one.before != one.now]
    return clauses_text(told, language)


def _moved(reckoning: Reckoning, language: Language) -> Iterator[str]:
    """Say what a difference makes more or less: of the items of both sides, and of all where some went or came."""
    if any(one.before != one.now for one in reckoning.over_both.values()):
        sums = sums_text(reckoning.over_both, language)
        yield _OVER_BOTH.write(language, {"both": reckoning.both, "sums": sums})
    if not reckoning.before == reckoning.now == reckoning.both:
        counts = {"before": reckoning.before, "now": reckoning.now}
        yield _OVER_ALL.write(language, {**counts, "sums": _all_sums(reckoning.over_all, language)})


def _all_sums(sums: Mapping[Measured, Sum], language: Language) -> str:
    """Say how the sums over all items moved, or which of them stayed; nothing where nothing could be summed up."""
    if told := sums_text(sums, language):
        return _SUMS.write(language, {"sums": told})
    stated = [MEASURES[name].name.write(language) for name, one in sums.items() if one.before or one.now]
    return _UNCHANGED.write(language, {"names": names_text(stated, language)}) if stated else ""


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
    if len(names) <= _SHOWN:
        return names_text(names, language)
    return names_text(names[:_SHOWN], language) + _MORE.write(language, {"count": len(names)})


def list_name(list_id: str, language: Language) -> str:
    """Name a list or another kind of file."""
    return KINDS[list_id].name.write(language)


def effect_name(group: Group, language: Language) -> str:
    """Name what a group of changes is for the applicant."""
    return EFFECT_WORDS[group.first.effect].write(language)
