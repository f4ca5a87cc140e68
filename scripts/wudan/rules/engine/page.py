"""A rule's docstring as its public page, in both languages."""

import re
from dataclasses import dataclass

from wudan.catalog.characters import WIDE, character_class
from wudan.rules.engine.rule import Rule
from wudan.words import Language

_PARTING = "\n中文\n"
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_LABELS = {
    "en": re.compile(r"(Why|Source|Bad|Good|To mend):\s*"),
    "zh": re.compile(r"(为什么|依据|反例|正例|怎样改)：\s*"),
}
_WIDE = character_class(WIDE)
_LAYOUT_BREAK = re.compile(f"(?<=[{_WIDE}\u201c\u201d])\n|\n(?=[{_WIDE}])")
_CODE = re.compile(r"`([^`]+)`")
_EXAMPLES = {"Bad": "反例", "Good": "正例"}


class PageError(ValueError):
    """A docstring that is no page; a test holds every rule to the form, so that no reader meets this."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, in words or in code."""

    text: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. `label` is empty for the description; `block` holds lines of YAML that stand below the text."""

    label: str
    pieces: tuple[Piece, ...]
    block: str = ""

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(piece.text for piece in self.pieces)


def page_of(rule: Rule, language: Language) -> tuple[Passage, ...]:
    """Give the passages of a rule's page: the description, why, source, bad, good, how to mend.

    Examples that are nothing but YAML stand in the English half alone, and are given in both languages. Raises
    PageError where the docstring lacks the Chinese half, or a half lacks its description or an example.
    """
    english, parting, chinese = rule.page.partition(_PARTING)
    if not parting:
        raise PageError(f"{rule.code}: no line 中文 parts the docstring")
    passages = _passages(_without_title(rule.code, english), "en")
    if language == "zh":
        passages = _with_blocks(_passages(chinese, "zh"), passages)
    labels = {passage.label for passage in passages}
    wanted = {"", "反例", "正例"} if language == "zh" else {"", "Bad", "Good"}
    if not wanted <= labels:
        raise PageError(f"{rule.code}: no {', '.join(sorted(wanted - labels)) or 'description'} ({language})")
    return tuple(passages)


def _without_title(code: str, english: str) -> str:
    title, _, rest = english.partition("\n")
    if not title.startswith(f"{code}: "):
        raise PageError(f"{code}: the docstring must begin with the code")
    return rest


def _passages(half: str, language: Language) -> list[Passage]:
    found: list[Passage] = []
    for paragraph in _PARAGRAPHS.split(half.strip("\n")):
        lines = paragraph.split("\n")
        if all(line.startswith("    ") for line in lines if line.strip()):
            if not found:
                raise PageError("a block of YAML has no text above it")
            block = "\n".join(line[4:] for line in lines)
            last = found.pop()
            found.append(Passage(last.label, last.pieces, f"{last.block}\n\n{block}".strip("\n")))
            continue
        label = _LABELS[language].match(paragraph)
        text = paragraph[label.end() :] if label else paragraph
        found.append(Passage(label[1] if label else "", _pieces(_LAYOUT_BREAK.sub("", text).replace("\n", " "))))
    return found


def _with_blocks(chinese: list[Passage], english: list[Passage]) -> list[Passage]:
    """Put the examples that are blocks alone into the Chinese half, before how to mend."""
    labels = {passage.label for passage in chinese}
    blocks = [
        Passage(_EXAMPLES[passage.label], (), passage.block)
        for passage in english
        if passage.block and passage.label in _EXAMPLES and _EXAMPLES[passage.label] not in labels
    ]
    at = next((index for index, passage in enumerate(chinese) if passage.label == "怎样改"), len(chinese))
    return [*chinese[:at], *blocks, *chinese[at:]]


def _pieces(text: str) -> tuple[Piece, ...]:
    """Part a text into words and code, which stands between backticks."""
    return tuple(Piece(piece, is_code=index % 2 == 1) for index, piece in enumerate(_CODE.split(text.strip())) if piece)
