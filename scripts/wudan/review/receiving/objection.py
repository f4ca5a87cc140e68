"""Why a push cannot be received, where that is no finding of a rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wudan.words import Language, Words


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason to refuse a push, with what is to be done about it."""

    words: Words
    arguments: Mapping[str, object] = field(default_factory=dict)

    def write(self, language: Language) -> str:
        """Give the reason in a language."""
        return self.words.write(language, self.arguments)
