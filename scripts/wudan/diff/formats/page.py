"""The difference as one HTML page that needs nothing else: both wordings side by side, with what differs marked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from markupsafe import Markup, escape

from wudan.catalog.model.field import ID
from wudan.diff.formats.wording import items_text, list_name, sections, verdict
from wudan.diff.grouping import Group
from wudan.diff.report import DiffReport, WrittenChange
from wudan.diff.transitions import EFFECT_WORDS, EFFECTS, TRANSITIONS
from wudan.diff.wording import full_text
from wudan.output import page
from wudan.output.format import Format
from wudan.words import Language, Words

FOLDER = Path(__file__).parent
_TITLE = Words("清单的实质变化", "What changed in the lists")
_PIECE = re.compile(r"[0-9A-Za-z.]+|.", re.DOTALL)  # a number or a Latin word is one; each Han character is
_LONGEST_EQUAL = 80  # characters that both sides have alike and that are still shown whole
_SHOWN_EQUAL = 24


def write(report: DiffReport, language: Language) -> str:
    """Give the page. Every text of the lists is escaped, and the page's policy lets no script run."""
    words = PageWords(report, language)
    told = {
        "report": report,
        "words": words,
        "sections": list(sections(report, language)),
        "verdict": verdict(report.summary, language),
    }
    return page.render("page.html.jinja", FOLDER, title=_TITLE, style=style(words), told=told, language=language)


FORMAT = Format("html", "html", write)


@dataclass(frozen=True, slots=True)
class PageWords:
    """How a page words changes, in one language."""

    report: DiffReport
    language: Language

    @property
    def effects(self) -> Mapping[str, str]:
        """The effects by their names in the data."""
        return {effect: EFFECT_WORDS[effect].write(self.language) for effect in EFFECTS}

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of changes by effect."""
        return {effect: getattr(self.report.summary, effect) for effect in EFFECTS}

    @property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of change that occur, in the order of their table."""
        found = {change.kind for change in self.report.changes}
        return {kind: row.title.write(self.language) for kind, row in TRANSITIONS.items() if kind in found}

    def items_text(self, group: Group) -> str:
        """Name the items of a group."""
        return items_text(group, self.language)

    def list_name(self, list_id: str) -> str:
        """Name a list."""
        return list_name(list_id, self.language)

    def sides(self, change: WrittenChange) -> tuple[Markup, Markup] | None:
        """Give both wordings with what differs marked; None where there is nothing to hold side by side."""
        if change.old is None and change.new is None:
            return None
        old, new = (full_text(value, change.list, change.field, self.language) for value in (change.old, change.new))
        return marked(old, new)


def style(words: PageWords) -> str:
    """Give the style sheet of a page that shows changes, by which readers choose some of them."""
    return (FOLDER / "page.css").read_text(encoding="utf-8") + "\n".join(_filters(words))


def _filters(words: PageWords) -> Iterator[str]:
    """Give the style that hides what a reader did not choose. An id that is none would be a text in a style sheet."""
    departments = [id_ for id_ in words.report.departments if re.fullmatch(ID, id_)]
    for name, values in (("department", departments), ("kind", words.kinds)):
        for value in values:
            chosen = f'body:has(#{name} option[value="{value}"]:checked)'
            yield f'{chosen} article[data-{name}]:not([data-{name}="{value}"]) {{ display: none; }}'


def marked(old: str, new: str) -> tuple[Markup, Markup]:
    """Give two texts with what differs marked, and long stretches that are equal folded."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    sides = [Markup(), Markup()]
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        if operation == "equal":
            sides = [side + _folded(gone) for side in sides]
        else:
            sides[0] += Markup("<del>{}</del>").format(gone) if gone else Markup()
            sides[1] += Markup("<ins>{}</ins>").format(come) if come else Markup()
    return sides[0], sides[1]


def _folded(text: str) -> Markup:
    if len(text) <= _LONGEST_EQUAL:
        return escape(text)
    first, middle, last = text[:_SHOWN_EQUAL], text[_SHOWN_EQUAL:-_SHOWN_EQUAL], text[-_SHOWN_EQUAL:]
    return Markup("{}<details><summary>……</summary>{}</details>{}").format(first, middle, last)
