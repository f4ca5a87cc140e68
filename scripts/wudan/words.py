"""Texts for users, in Chinese and English beside each other."""

from collections.abc import Mapping
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


def visible(text: str) -> str:
    """Make control, invisible and bidirectional characters visible, so that no text can act on a terminal or log."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _escape(character) for character in text)


def _escape(character: str) -> str:
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, f"\\u{{{ord(character):04X}}}")
