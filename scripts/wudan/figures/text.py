"""The figures as text for people."""

from collections.abc import Iterator, Mapping

from wudan.diff.formats.wording import sum_text
from wudan.diff.reckoning import Sum
from wudan.figures.citations import Citations
from wudan.figures.figures import Figures
from wudan.figures.reform import Reform
from wudan.figures.times import Mean, Times
from wudan.output.format import Format
from wudan.words import Language, Words, visible

_HEAD = Words("截至 {day} 的清单：", "The lists on {day}:")
_ITEMS = Words("审批事项按类型：", "Approval items by type:")
_CASES = Words("审批事项按办件类型：", "Approval items by case type:")
_POWERS = Words("权责事项按类型：", "Powers by type:")
_PLACES = Words("办事地点：", "Places:")
_TIMES = Words("大厅事项的平均时间（天）：", "Mean times of the hall's items (days):")
_MEAN = Words("  {name} {days}（{items} 项）", "  {name} {days} ({items} items)")
_NAMES: Mapping[str, Words] = {
    "printed": Words("法定时限，照法条所印", "by law, as printed"),
    "statutory_least": Words("法定时限，折合工作日最少", "by law, in working days at least"),
    "statutory_most": Words("法定时限，折合工作日最多", "by law, in working days at most"),
    "promised": Words("承诺时限，工作日", "promised, working days"),
    "actual": Words("实际办理，工作日", "in fact, working days"),
}
_COMPRESSION = Words("  承诺比法定压缩 {share}", "  promises are {share} below the limits by law")
_REFORM = Words("与改革基线“{baseline}”（{as_of}）相比：", "Against the baseline '{baseline}' ({as_of}):")
_KEPT = Words(
    "  原 {before} 项，现 {now} 项，其中前后都有的 {both} 项", "  {before} items, now {now}, {both} of them in both"
)
_FATES: Mapping[str, Words] = {
    "cancelled": Words("取消", "cancelled"),
    "delegated": Words("下放", "delegated"),
    "merged": Words("合并", "merged"),
    "split": Words("拆分", "split"),
    "converted": Words("转类型", "converted"),
    "renamed": Words("更名", "renamed"),
    "missing": Words("没有列出", "not listed"),
}
_OVER_BOTH = Words("  前后都有的事项合计：", "  Over the items in both:")
_OVER_ALL = Words("  连同取消、合并、新增等的事项合计：", "  With those that went and came:")
_ALIKE = Words("（{now} 项）", " ({now} items)")
_UNLIKE = Words("（{before} 项 → {now} 项）", " ({before} items → {now} items)")
_CITATIONS = Words(
    "引用法规 {citations} 处，涉及登记的 {laws} 部法规中的 {cited} 部：对照当时有效文本 {in_force} 处，"
    "对照后来文本 {later} 处，没有文本可对照 {unread} 处；不同的条文 {places} 条，其中 {places_checked} 条有文本对照。",
    "{citations} citations of {cited} of the {laws} registered laws: {in_force} held against the text in force, "
    "{later} against a later text, {unread} against none; {places} different articles, {places_checked} of them read.",
)
_PUBLISHED = Words("工作总结公布的数字（照录，不是计算所得）：", "Figures that reports printed (as they stand):")


def write(figures: Figures, language: Language) -> str:
    """Give the figures, one a line, those that a report printed at the end."""
    lines = [
        _HEAD.write(language, {"day": figures.judged_on}),
        *_counts(figures.counts),
        *_table(_ITEMS, figures.items_by_type, language),
        *_table(_CASES, figures.items_by_case_type, language),
        *_table(_POWERS, figures.powers_by_type, language),
        *_table(_PLACES, figures.places_by_kind, language),
        *(_times(figures.times, language) if figures.times else ()),
        *(_reform(figures.reform, language) if figures.reform else ()),
        _CITATIONS.write(language, _fields(figures.citations)),
    ]
    if figures.published:
        lines.append(_PUBLISHED.write(language))
        lines.extend(
            f"  {visible(f'{one.report} {one.subject} {one.count:g} {one.unit}')}" for one in figures.published
        )
    return "\n".join(lines) + "\n"


def _table(heading: Words, counts: Mapping[str, int], language: Language) -> Iterator[str]:
    if counts:
        yield heading.write(language)
        yield from _counts(counts)


def _counts(counts: Mapping[str, int]) -> Iterator[str]:
    yield from (f"  {visible(name)} {count}" for name, count in counts.items())


def _times(times: Times, language: Language) -> Iterator[str]:
    yield _TIMES.write(language)
    for key, name in _NAMES.items():
        mean: Mean = getattr(times, key)
        yield _MEAN.write(language, {"name": name, "days": f"{mean.days:.2f}", "items": mean.items})
    yield _COMPRESSION.write(language, {"share": f"{times.compression:.1%}"})


def _reform(reform: Reform, language: Language) -> Iterator[str]:
    """Give both ways of counting: over the items in both, and over all, where cancelling looks like speed."""
    reckoning = reform.reckoning
    yield _REFORM.write(language, {"baseline": reform.baseline, "as_of": reform.as_of})
    yield _KEPT.write(language, {name: getattr(reckoning, name) for name in ("before", "now", "both")})
    yield from (f"    {_FATES[fate].write(language)} {count}" for fate, count in reform.fates.items())
    for heading, sums in ((_OVER_BOTH, reckoning.over_both), (_OVER_ALL, reckoning.over_all)):
        yield heading.write(language)
        yield from (f"    {sum_text(name, one, language)}{_items(one, language)}" for name, one in sums.items())


def _items(one: Sum, language: Language) -> str:
    words = _ALIKE if one.items_before == one.items_now else _UNLIKE
    return words.write(language, {"before": one.items_before, "now": one.items_now})


def _fields(citations: Citations) -> dict[str, object]:
    return {name: getattr(citations, name) for name in Citations.__struct_fields__}


FORMAT = Format("text", "txt", write)
