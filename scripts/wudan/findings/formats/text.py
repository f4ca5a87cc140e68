"""The report for people: each finding with its line, a caret, and how to mend it."""

from collections.abc import Callable, Iterator, Mapping
from unicodedata import east_asian_width

import typer

from wudan.findings.finding import Excerpt, Finding, Report
from wudan.findings.formats.wording import CITY_FILES, COUNTS, MEND, OTHERS, lines_text, summary_lines
from wudan.findings.grouping import Told, by_owner, told
from wudan.level import LEVEL_WORDS
from wudan.output.format import Format
from wudan.words import COLON, Language, Words, bracketed, visible

_BY_OWNER = Words("各部门：", "By department:")
_SHOWN_COLUMNS = 100
_COLOURS: Mapping[str, str] = {"error": "red", "warning": "yellow", "info": "cyan"}

Paint = Callable[[str, str], str]


def write(report: Report, language: Language) -> str:
    """Give the report as plain text: one block a finding, the counts by department, and a summary at the end."""
    return _text(report, language, lambda text, _: text)


def write_coloured(report: Report, language: Language) -> str:
    """Give the same text with the colours of a terminal. No text of the catalog can bring colours of its own."""
    return _text(report, language, lambda text, colour: typer.style(text, fg=colour, bold=True))


def _text(report: Report, language: Language, paint: Paint) -> str:
    blocks = [_block(one, language, paint) for one in told(report)]
    owners = [*_owners(report, language), ""] if len(set(report.owners.values())) > 1 else []
    return "\n".join([*blocks, *owners, *summary_lines(report, language)]) + "\n"


def _block(one: Told, language: Language, paint: Paint) -> str:
    finding = one.finding
    level = LEVEL_WORDS[finding.level].write(language)
    head = paint(f"{finding.code} {level}", _COLOURS[finding.level])
    lines = [f"{head} {visible(finding.file)}:{finding.line}:{finding.column}", f"  {finding.message}"]
    if one.excerpt.line.strip():
        lines.extend(_pointed(finding, one.excerpt, paint))
    lines.extend(
        f"  {visible(related.file)}:{related.line}:{related.column} {related.message}" for related in finding.related
    )
    lines.append(f"  {MEND.write(language)}{finding.help}")
    if one.others:
        numbers = lines_text((other.line for other in one.others), language)
        lines.append("  " + OTHERS.write(language, {"count": len(one.others), "lines": numbers}))
    return "\n".join(lines) + "\n"


def _pointed(finding: Finding, excerpt: Excerpt, paint: Paint) -> tuple[str, str]:
    """Give the line and the caret below it, cut to what fits around the place."""
    start = max(0, finding.column - 1 - _SHOWN_COLUMNS // 2)
    shown = excerpt.line[start : start + _SHOWN_COLUMNS]
    before = shown[: finding.column - 1 - start]
    meant = shown[len(before) : len(before) + excerpt.width]
    number = str(finding.line)
    caret = paint("^" * max(1, _columns(meant)), _COLOURS[finding.level])
    return (f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * _columns(before)}{caret}")


def _columns(text: str) -> int:
    """Count the columns that a text takes on a terminal; a Han character takes two (UAX #11)."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _owners(report: Report, language: Language) -> Iterator[str]:
    yield _BY_OWNER.write(language)
    for one in by_owner(report):
        shown = visible(one.name) + bracketed(one.id, language) if one.id else CITY_FILES.write(language)
        counts = COUNTS.write(language, {"errors": one.errors, "warnings": one.warnings, "infos": one.infos})
        yield f"  {shown}{COLON.write(language)}{counts}"


FORMAT = Format("text", "txt", write, coloured=write_coloured)
