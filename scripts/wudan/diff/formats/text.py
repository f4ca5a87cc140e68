"""The difference as text: a line a change, under the department that made it."""

from collections.abc import Callable, Iterator, Mapping

import typer

from wudan.diff.formats.wording import effect_name, items_text, list_name, sections, verdict
from wudan.diff.grouping import Group
from wudan.diff.report import DiffReport
from wudan.output.format import Format
from wudan.words import Language, visible

Paint = Callable[[str, str], str]
_COLOURS: Mapping[str, str] = {"burden": "red", "unclear": "yellow", "relief": "green", "neutral": "bright_black"}


def write(report: DiffReport, language: Language) -> str:
    """Give the difference as plain text."""
    return _text(report, language, lambda text, _: text)


def write_coloured(report: DiffReport, language: Language) -> str:
    """Give the same text with the colours of a terminal. No text of the lists can bring colours of its own."""
    return _text(report, language, lambda text, colour: typer.style(text, fg=colour, bold=True))


def _text(report: DiffReport, language: Language, paint: Paint) -> str:
    blocks = [
        "\n".join([heading, *(line for group in groups for line in _lines(group, language, paint))])
        for heading, groups in sections(report, language)
    ]
    return "\n\n".join([*blocks, verdict(report.summary, language)]) + "\n"


def _lines(group: Group, language: Language, paint: Paint) -> Iterator[str]:
    change = group.first
    sign = paint(f"[{effect_name(group, language)}]", _COLOURS[change.effect])
    yield f"  {sign} {list_name(change.list, language)} {items_text(group, language)}"
    yield f"      {visible(change.message)}"
    place = change.after or change.before
    if place and len(group.changes) == 1:
        yield f"      {place.file}:{place.line}:{place.column}"


FORMAT = Format("text", "txt", write, coloured=write_coloured)
