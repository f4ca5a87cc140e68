"""The report for people: each finding with its line, a caret, and how to mend it."""

from unicodedata import east_asian_width

from wudan.findings.finding import Excerpt, Finding, Report
from wudan.findings.problem import LEVELS, Level
from wudan.findings.words import Language, Words, visible

_LEVELS: dict[Level, Words] = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "info": Words("提示", "info"),
}
_MEND = Words("怎样改：", "Mend: ")
_SUMMARY = Words(
    "查了 {files} 个文件、{items} 项：{errors} 个错误，{warnings} 个警告，{infos} 个提示。",
    "{files} files, {items} entries: {errors} errors, {warnings} warnings, {infos} remarks.",
)
_LEVELS_SET = Words("规则级别与默认不同：{levels}。", "Rules with a level set by the city: {levels}.")
_SHOWN_COLUMNS = 100


def write(report: Report, language: Language) -> str:
    """Give the report as text, one block a finding, and a summary at the end."""
    blocks = [
        _block(finding, excerpt, language) for finding, excerpt in zip(report.findings, report.excerpts, strict=True)
    ]
    return "\n".join([*blocks, _summary(report, language)]) + "\n"


def _block(finding: Finding, excerpt: Excerpt, language: Language) -> str:
    level = _LEVELS[finding.level].write(language)
    lines = [
        f"{finding.code} {level} {visible(finding.file)}:{finding.line}:{finding.column}",
        f"  {finding.message}",
    ]
    if excerpt.line.strip():
        lines.extend(_pointed(finding, excerpt))
    lines.extend(
        f"  {visible(related.file)}:{related.line}:{related.column} {related.message}" for related in finding.related
    )
    lines.append(f"  {_MEND.write(language)}{finding.help}")
    return "\n".join(lines) + "\n"


def _pointed(finding: Finding, excerpt: Excerpt) -> tuple[str, str]:
    """Give the line and the caret below it, cut to what fits around the place."""
    start = max(0, finding.column - 1 - _SHOWN_COLUMNS // 2)
    shown = excerpt.line[start : start + _SHOWN_COLUMNS]
    before = shown[: finding.column - 1 - start]
    meant = shown[len(before) : len(before) + excerpt.width]
    number = str(finding.line)
    return (
        f"  {number} | {shown}",
        f"  {' ' * len(number)} | {' ' * _columns(before)}{'^' * max(1, _columns(meant))}",
    )


def _columns(text: str) -> int:
    """Count the columns that a text takes on a terminal; a Han character takes two (UAX #11)."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _summary(report: Report, language: Language) -> str:
    counts = {level: report.count(level) for level in LEVELS}
    text = _SUMMARY.write(
        language,
        {
            "files": report.files,
            "items": report.items,
            "errors": counts["error"],
            "warnings": counts["warning"],
            "infos": counts["info"],
        },
    )
    if report.levels:
        levels = ", ".join(f"{code} {level}" for code, level in report.levels.items())
        text += "\n" + _LEVELS_SET.write(language, {"levels": levels})
    return text
