"""The difference as Markdown for a pull-request comment."""

from collections.abc import Iterator, Sequence

from wudan.diff.formats.wording import items_text, list_name, sections, verdict
from wudan.diff.grouping import Group
from wudan.diff.report import DiffReport
from wudan.diff.transitions import EFFECT_WORDS, EFFECTS, Effect
from wudan.findings.formats.harmless import code, harmless
from wudan.findings.formats.markdown import LIMIT
from wudan.findings.words import Language, Words

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
    return head + "".join(fitted(_blocks(report, language), LIMIT - len(head), language))


def _blocks(report: DiffReport, language: Language) -> Iterator[tuple[str, Sequence[tuple[str, int]], str]]:
    """Give each heading with its entries, the number of changes in each, and what closes it."""
    every = [(heading, group) for heading, groups in sections(report, language) for group in groups]
    for effect in EFFECTS:
        chosen = [(heading, group) for heading, group in every if group.first.effect == effect]
        if not chosen:
            continue
        count = sum(len(group.changes) for _, group in chosen)
        title = f"{EFFECT_WORDS[effect].write(language)} {count}"
        opening, closing = (f"\n### {title}\n\n", "")
        if effect in _FOLDED:
            opening, closing = f"\n<details><summary>{title}</summary>\n\n", "\n</details>\n"
        yield opening, [(entry(heading, group, language), len(group.changes)) for heading, group in chosen], closing


def entry(heading: str, group: Group, language: Language) -> str:
    """Give a group of changes as one entry of a list."""
    change = group.first
    place = change.after or change.before
    shown = f" {code(f'{place.file}:{place.line}')}" if place and len(group.changes) == 1 else ""
    items = harmless(items_text(group, language))
    told = harmless(change.message)
    return f"- {harmless(heading)} · {harmless(list_name(change.list, language))} · **{items}**  \n  {told}{shown}\n"


def fitted(
    blocks: Iterator[tuple[str, Sequence[tuple[str, int]], str]], room: int, language: Language
) -> Iterator[str]:
    """Give the blocks in as much room (characters) as there is, and how many changes found none."""
    left_out = 0
    room -= len(_LEFT_OUT.write(language, {"count": 1_000_000})) + 2
    for opening, entries, closing in blocks:
        room -= len(opening) + len(closing)
        shown: list[str] = []
        for text, count in entries:
            if not left_out and len(text) <= room:
                room -= len(text)
                shown.append(text)
            else:
                left_out += count
        if shown:
            yield "".join([opening, *shown, closing])
    if left_out:
        yield "\n" + _LEFT_OUT.write(language, {"count": left_out}) + "\n"
