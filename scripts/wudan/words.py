"""Texts for users, in Chinese and English beside each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages, with named arguments in braces."""

    zh: str
    en: str

    def write(self, language: Language, arguments: Mapping[str, object] | None = None) -> str:
        """Give the text in a language. Arguments that are words themselves are written in it too.

        Raises KeyError when an argument is missing.
        """
        text = self.zh if language == "zh" else self.en
        if not arguments:
            return text
        values = {
            key: value.write(language) if isinstance(value, Words) else visible(str(value))
            for key, value in arguments.items()
        }
        return text.format_map(values)

    def filled(self, arguments: Mapping[str, object]) -> "Words":
        """Give the text with its arguments in place, in both languages, to be an argument of another text."""
        return Words(self.write("zh", arguments), self.write("en", arguments))


# How each language is set: Chinese without spaces between its marks, which are as wide as its characters.
COLON = Words("：", ": ")
SEMICOLON = Words("；", "; ")
BETWEEN_SENTENCES = Words("", " ")
LANGUAGE_TAG = Words("zh-CN", "en")  # BCP 47
_BETWEEN_NAMES = Words("、", ", ")
_BETWEEN_CLAUSES = Words("，", ", ")
_QUOTED = Words("“{text}”", "'{text}'")
_BRACKETED = Words("（{text}）", " ({text})")
_AND_OTHERS = Words("{text} 等", "{text}, …")


def names_text(names: Iterable[str], language: Language) -> str:
    """Give names, or whatever else stands side by side, as one lists them: `甲、乙` or `a, b`."""
    return _BETWEEN_NAMES.write(language).join(names)


def clauses_text(clauses: Iterable[str], language: Language) -> str:
    """Give clauses as one sentence has them: `甲 1 项，乙 2 项`."""
    return _BETWEEN_CLAUSES.write(language).join(clauses)


def quoted(text: str, language: Language) -> str:
    """Give a text in the quotation marks of a language."""
    return _QUOTED.write(language, {"text": text})


def bracketed(text: str, language: Language) -> str:
    """Give a text in brackets, to stand behind a word: English sets it apart by a space."""
    return _BRACKETED.write(language, {"text": text})


def and_others(text: str, language: Language) -> str:
    """Give a text that lists some of many, and say that there are more."""
    return _AND_OTHERS.write(language, {"text": text})


def visible(text: str) -> str:
    """Make control, invisible and bidirectional characters visible, so that no text can act on a terminal or log."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _escape(character) for character in text)


def _escape(character: str) -> str:
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, f"\\u{{{ord(character):04X}}}")
