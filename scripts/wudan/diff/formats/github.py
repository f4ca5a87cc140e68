"""The difference as workflow commands of GitHub Actions, which show changes at their lines."""

from collections.abc import Mapping

from wudan.diff.formats.wording import verdict
from wudan.diff.report import DiffReport, WrittenChange
from wudan.diff.transitions import EFFECT_WORDS, Effect
from wudan.output.format import Format
from wudan.output.github import command
from wudan.words import Language, visible

_COMMANDS: Mapping[Effect, str] = {"burden": "warning", "unclear": "notice", "relief": "notice", "neutral": "notice"}


def write(report: DiffReport, language: Language) -> str:
    """Give one command a change that is more than neutral, then the verdict."""
    commands = [_command(change, language) for change in report.changes if change.effect != "neutral"]
    return "\n".join([*commands, verdict(report.summary, language)]) + "\n"


def _command(change: WrittenChange, language: Language) -> str:
    place = change.after or change.before
    properties = {"title": f"{EFFECT_WORDS[change.effect].write(language)} {visible(change.name)}"}
    if place:
        properties = {"file": place.file, "line": str(place.line), "col": str(place.column), **properties}
    return command(_COMMANDS[change.effect], properties, visible(change.message))


FORMAT = Format("github", "txt", write)
