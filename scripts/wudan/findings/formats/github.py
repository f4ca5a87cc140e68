"""The report as workflow commands of GitHub Actions, which show findings at their lines."""

from collections.abc import Mapping

from wudan.findings.finding import Finding, Report
from wudan.findings.formats.wording import MEND, summary_lines
from wudan.findings.problem import LEVEL_WORDS, Level
from wudan.findings.words import Language, visible

_COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}

# What would end a message or a property, or begin a command of its own (actions/toolkit, command encoding).
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


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


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Give one workflow command, in which no text can end a property or begin another command."""
    written = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {written}::{_escaped(message, _DATA)}"


def _escaped(text: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
