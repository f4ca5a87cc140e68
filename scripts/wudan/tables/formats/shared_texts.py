"""The texts of a workbook, in runs: each may be struck through on its own."""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from wudan.tables.formats.styles import strikes
from wudan.tables.formats.xml_events import Handler, read_xml
from wudan.tables.sheet import Trait

SharedText: TypeAlias = tuple[tuple[str, bool | None], ...]
"""A text in runs; a run is struck through, is not, or (None) is as the font of its cell says."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read_shared_texts(content: bytes, part: str) -> list[SharedText]:
    """Give the texts that cells refer to by number. Raises TableRefusedError where the part is broken."""
    handler = _TextsHandler()
    read_xml(content, handler, part, has_prefixes=False)
    return handler.texts


def unstruck(text: SharedText, *, cell_is_struck: bool) -> tuple[str, tuple[Trait, ...]]:
    """Give what of a text is not struck through, and the trait that tells what is.

    Where a whole text is struck through, all of it is given beside the trait.
    """
    if len(text) == 1 and not (text[0][1] or (text[0][1] is None and cell_is_struck)):
        return text[0][0], ()
    runs = [(run, cell_is_struck if struck is None else struck) for run, struck in text]
    gone = "".join(run for run, struck in runs if struck)
    left = "".join(run for run, struck in runs if not struck)
    if not gone.strip():
        return "".join(run for run, _ in runs), ()
    if not left.strip():
        return gone, (Trait("struck", gone.strip()),)
    return left, (Trait("struck_words", gone.strip()),)


@dataclass(slots=True)
class RunsHandler(Handler):
    """Collects the runs of one text (`si` or `is`); the readings that stand above characters are no part of it."""

    runs: list[tuple[str, bool | None]] = field(default_factory=list)
    struck: bool | None = None
    is_text: bool = False
    readings: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if name == "t":
            self.is_text = not self.readings
            if self.is_text:
                self.runs.append(("", self.struck))
        elif name == "r":
            self.struck = None
        elif name == "rPr":
            self.struck = False
        elif name == "strike":
            self.struck = strikes(attributes)
        elif name == "rPh":
            self.readings += 1

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "t":
            self.is_text = False
        elif name == "r":
            self.struck = None
        elif name == "rPh":
            self.readings -= 1

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self.is_text:
            written, struck = self.runs[-1]
            self.runs[-1] = (written + text, struck)

    def taken(self) -> SharedText:
        """Give the text, and begin a new one."""
        runs = tuple([(unescaped(run), struck) for run, struck in self.runs])
        self.runs, self.struck = [], None
        return runs


@dataclass(slots=True)
class _TextsHandler(RunsHandler):
    texts: list[SharedText] = field(default_factory=list)

    def end(self, name: str) -> None:
        RunsHandler.end(self, name)
        if name == "si":
            self.texts.append(self.taken())


def unescaped(text: str) -> str:
    """Give a text in which characters that XML cannot hold stand as such again, instead of as `_x000D_`."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
