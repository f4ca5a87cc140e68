"""The report as workflow commands of GitHub Actions, which show findings at their lines."""

from collections.abc import Mapping

from wudan.findings.finding import Finding, Report
from wudan.findings.formats.wording import MEND, summary_lines
from wudan.level import LEVEL_WORDS, Level
from wudan.output.format import Format
from wudan.output.github import command
from wudan.words import Language, visible

_COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, language: Language) -> str:
    """Give one command a finding, then the summary. No text of the catalog can begin a line."""
    commands = [_command(finding, language) for finding in report.findings]
    return "\n".join([*commands, *summary_lines(report, language)]) + "\n"


def _command(finding: Finding, language: Language) -> str:
    properties = {
        "file": visible(finding.file),
        "line": str(finding.line),
        "endLine": str(max(finding.line, finding.end_line)),
        "col": str(finding.column),
        "title": f"{finding.code} {LEVEL_WORDS[finding.level].write(language)}",
    }
    return command(_COMMANDS[finding.level], properties, f"{finding.message} {MEND.write(language)}{finding.help}")


FORMAT = Format("github", "txt", write)
