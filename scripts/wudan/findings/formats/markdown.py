"""The report as Markdown for a pull-request comment."""

from collections.abc import Iterator

from wudan.findings.finding import Report
from wudan.findings.formats.wording import CITY_FILES, COUNTS, MEND, OTHERS, counts_of, lines_text, summary_lines
from wudan.findings.grouping import Told, by_owner, told
from wudan.level import LEVEL_WORDS
from wudan.output.fitting import LIMIT, Section, fitted
from wudan.output.format import Format
from wudan.output.harmless import code, harmless
from wudan.words import Language, Words

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
    head = _VERDICT.write(language, {"verdict": verdict, "counts": counts}) + "\n"
    tail = "".join(["\n", *(f"{harmless(line)}  \n" for line in summary_lines(report, language))])
    room = LIMIT - len(head) - len(tail)
    return "".join([head, *fitted(_sections(report, language), room, _LEFT_OUT, language), tail])


def _sections(report: Report, language: Language) -> Iterator[Section]:
    every = told(report)
    for owner in by_owner(report):
        own = [one for one in every if report.owners.get(one.finding.file, ("", ""))[0] == owner.id]
        name = f"{owner.name}（{owner.id}）" if owner.id else CITY_FILES.write(language)
        counts = {"errors": owner.errors, "warnings": owner.warnings, "infos": owner.infos}
        title = f"{harmless(name)} {COUNTS.write(language, counts)}"
        opening = f"\n### {title}\n\n" if owner.errors else f"\n<details><summary>{title}</summary>\n\n"
        entries = [(entry(one, language), 1 + len(one.others)) for one in own]
        yield Section(opening, entries, "" if owner.errors else "\n</details>\n")


def entry(one: Told, language: Language) -> str:
    """Give a finding, and those that it stands for, as one entry of a list."""
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
    return "\n".join(lines) + "\n"


FORMAT = Format("markdown", "md", write)
