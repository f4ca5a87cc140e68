"""The difference as Markdown for a pull-request comment."""

from collections.abc import Iterator, Sequence

from wudan.diff.formats.wording import items_text, list_name, sections, verdict
from wudan.diff.grouping import Group
from wudan.diff.report import DiffReport
from wudan.diff.transitions import EFFECT_WORDS, EFFECTS, Effect
from wudan.output.fitting import LIMIT, Section, fitted
from wudan.output.format import Format
from wudan.output.harmless import code, harmless
from wudan.words import Language, Words

_FOLDED: frozenset[Effect] = frozenset({"neutral"})
_LEFT_OUT = Words(
    "还有 {count} 处没有列出，运行 `wudan diff` 可以看到全部。",
    "{count} more are not listed; run `wudan diff` to see all.",
)


def write(report: DiffReport, language: Language) -> str:
    """Give the verdict, then burdens, what is to be read, reliefs, and the rest folded; at most 65,000 characters.

    Texts of the lists do nothing: they are no markup, mention nobody, and link nowhere.
    """
    head = f"**{harmless(verdict(report.summary, language))}**\n"
    return head + "".join(fitted(_sections(report, language), LIMIT - len(head), _LEFT_OUT, language))


def _sections(report: DiffReport, language: Language) -> Iterator[Section]:
    every = [(heading, group) for heading, groups in sections(report, language) for group in groups]
    for effect in EFFECTS:
        chosen = [(heading, group) for heading, group in every if group.first.effect == effect]
        if chosen:
            count = sum(len(group.changes) for _, group in chosen)
            yield section(f"{EFFECT_WORDS[effect].write(language)} {count}", chosen, language, folded=effect in _FOLDED)


def section(title: str, chosen: Sequence[tuple[str, Group]], language: Language, *, folded: bool = False) -> Section:
    """Give groups of changes, each with the heading that it belongs to, as one section."""
    entries = [(entry(heading, group, language), len(group.changes)) for heading, group in chosen]
    if folded:
        return Section(f"\n<details><summary>{title}</summary>\n\n", entries, "\n</details>\n")
    return Section(f"\n### {title}\n\n", entries)


def entry(heading: str, group: Group, language: Language) -> str:
    """Give a group of changes as one entry of a list."""
    change = group.first
    place = change.after or change.before
    shown = f" {code(f'{place.file}:{place.line}')}" if place and len(group.changes) == 1 else ""
    items = harmless(items_text(group, language))
    told = harmless(change.message)
    return f"- {harmless(heading)} · {harmless(list_name(change.list, language))} · **{items}**  \n  {told}{shown}\n"


FORMAT = Format("markdown", "md", write)
