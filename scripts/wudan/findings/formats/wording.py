"""What the formats for people say alike: levels, the summary, the counts of what was let pass."""

from collections.abc import Iterator

from wudan.findings.finding import Report
from wudan.level import LEVELS
from wudan.words import Language, Words, and_others, names_text

MEND = Words("怎样改：", "Mend: ")
OTHERS = Words("另有 {count} 处同样的问题，在第 {lines} 行。", "{count} more of the same, in lines {lines}.")
CITY_FILES = Words("全市共用的文件", "Files of the whole city")
COUNTS = Words(
    "{errors} 个错误，{warnings} 个警告，{infos} 个提示",
    "{errors} errors, {warnings} warnings, {infos} remarks",
)
_SUMMARY = Words(
    "查了 {files} 个文件、{items} 项：{errors} 个错误，{warnings} 个警告，{infos} 个提示。",
    "{files} files, {items} entries: {errors} errors, {warnings} warnings, {infos} remarks.",
)
_LET_PASS = Words(
    "说明保留 {waivers} 处；调低级别的规则 {lowered} 条。",
    "{waivers} findings waived; {lowered} rules at a lowered level.",
)
_LEVELS_SET = Words("规则级别与默认不同：{levels}。", "Rules with a level set by the city: {levels}.")
_SHOWN_LINES = 12


def summary_lines(report: Report, language: Language) -> Iterator[str]:
    """Give the summary: what was looked at and found, what was let pass, which levels the city has set."""
    yield _SUMMARY.write(language, {"files": report.files, "items": report.items, **counts_of(report)})
    yield _LET_PASS.write(language, {"waivers": report.waivers, "lowered": len(report.lowered)})
    if report.levels:
        levels = ", ".join(f"{code} {level}" for code, level in report.levels.items())
        yield _LEVELS_SET.write(language, {"levels": levels})


def counts_of(report: Report) -> dict[str, int]:
    """Give the number of findings of each level, by the names that the texts use."""
    names = dict(zip(LEVELS, ("errors", "warnings", "infos"), strict=True))
    return {names[level]: report.count(level) for level in LEVELS}


def lines_text(lines: Iterator[int], language: Language) -> str:
    """Give line numbers as one lists them: `12、40、66 等`."""
    every = list(lines)
    shown = names_text(map(str, every[:_SHOWN_LINES]), language)
    return shown if len(every) <= _SHOWN_LINES else and_others(shown, language)
