"""Markdown within a limit: sections as long as there is room, and a count of what found none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wudan.words import Language, Words

LIMIT = 65_000  # characters; GitHub takes 65,536


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, entries with how many things each tells of, and what closes the section."""

    opening: str
    entries: Sequence[tuple[str, int]]
    closing: str = ""


def fitted(sections: Iterable[Section], room: int, left_out: Words, language: Language) -> Iterator[str]:
    """Give the sections in as much room (characters) as there is; `left_out` tells `count` of what found none."""
    missing = 0
    room -= len(left_out.write(language, {"count": 1_000_000})) + 2
    for section in sections:
        room -= len(section.opening) + len(section.closing)
        shown: list[str] = []
        for text, count in section.entries:
            if not missing and len(text) <= room:
                room -= len(text)
                shown.append(text)
            else:
                missing += count
        if shown:
            yield "".join([section.opening, *shown, section.closing])
    if missing:
        yield f"\n{left_out.write(language, {'count': missing})}\n"
