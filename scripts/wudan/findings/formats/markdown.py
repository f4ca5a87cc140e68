"""The report as Markdown for a pull-request comment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wudan.findings.finding import Report
from wudan.findings.formats.harmless import code, harmless
from wudan.findings.formats.wording import CITY_FILES, COUNTS, MEND, OTHERS, counts_of, lines_text, summary_lines
from wudan.findings.grouping import Told, by_owner, told
from wudan.findings.problem import LEVEL_WORDS
from wudan.findings.words import Language, Words

LIMIT = 65_000  # characters; GitHub takes 65,536
_PASSED = Words("检查通过", "The check passes")
_FAILED = Words("检查没有通过", "The check fails")
_VERDICT = Words("**{verdict}：{counts}。**", "**{verdict}: {counts}.**")
_LEFT_OUT = Words(
    "还有 {count} 处没有列出，运行 `wudan check` 可以看到全部。",
    "{count} more are not listed; run `wudan check` to see all.",
)


def write(report: Report, language: Language) -> str:
    """Give the verdict, then the findings by department, those with errors open and the others folded.

    At most 65,000 characters: what is left out is counted. Texts of the catalog do nothing.
    """
    verdict = _FAILED if report.reaches("error") else _PASSED
    counts = COUNTS.write(language, counts_of(report))
    head = _VERDICT.write(language, {"verdict": verdict, "counts": counts})
    tail = "\n".join(["", *(f"{harmless(line)}  " for line in summary_lines(report, language))])
    room = LIMIT - len(head) - len(tail) - 2
    return "\n".join([head, *_fitted(_sections(report, language), room, language), tail]) + "\n"


@dataclass(frozen=True, slots=True)
class _Section:
    """The findings of one department: heading, entries with the number of findings in each, and what closes it."""

    heading: str
    entries: Sequence[tuple[str, int]]
    closing: str


def _sections(report: Report, language: Language) -> Iterator[_Section]:
    every = told(report)
    for owner in by_owner(report):
        own = [one for one in every if report.owners.get(one.finding.file, ("", ""))[0] == owner.id]
        name = f"{owner.name}（{owner.id}）" if owner.id else CITY_FILES.write(language)
        counts = {"errors": owner.errors, "warnings": owner.warnings, "infos": owner.infos}
        title = f"{harmless(name)} {COUNTS.write(language, counts)}"
        heading = f"\n### {title}\n" if owner.errors else f"\n<details><summary>{title}</summary>\n"
        entries = [(_entry(one, language), 1 + len(one.others)) for one in own]
        yield _Section(heading, entries, "" if owner.errors else "\n</details>")


def _entry(one: Told, language: Language) -> str:
    finding = one.finding
    level = LEVEL_WORDS[finding.level].write(language)
    place = code(f"{finding.file}:{finding.line}:{finding.column}")
    lines = [f"- **{finding.code} {level}** {harmless(finding.message)} {place}  "]
    lines.extend(
        f"  {harmless(related.message)} {code(f'{related.file}:{related.line}:{related.column}')}  "
        for related in finding.related
    )
    lines.append(f"  {MEND.write(language)}{harmless(finding.help)}")
    if one.others:
        numbers = lines_text((other.line for other in one.others), language)
        lines[-1] += "  "
        lines.append(f"  {OTHERS.write(language, {'count': len(one.others), 'lines': numbers})}")
    return "\n".join(lines)


def _fitted(sections: Iterator[_Section], room: int, language: Language) -> Iterator[str]:
    """Give the sections in as much room (characters) as there is, and how many findings found none."""
    left_out = 0
    room -= len(_LEFT_OUT.write(language, {"count": 1_000_000})) + 2
    for section in sections:
        room -= len(section.heading) + len(section.closing) + 2
        shown: list[str] = []
        for entry, count in section.entries:
            if not left_out and len(entry) + 1 <= room:
                room -= len(entry) + 1
                shown.append(entry)
            else:
                left_out += count
        if shown:
            yield "\n".join([section.heading, *shown, *([section.closing] if section.closing else [])])
    if left_out:
        yield "\n" + _LEFT_OUT.write(language, {"count": left_out})
