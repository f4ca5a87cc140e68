"""What verifying comes to: single checks, and one line over them all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wudan.words import Language, Words, clauses_text, names_text

Outcome = Literal["proved", "failed", "unproved"]
About = Literal["chain", "signature", "lists", "manifest", "file", "build"]

_SHOWN = 3  # failures that the one line names before it only counts them
_FAILED = Words("没有通过（{count} 处）：{what}", "Failed ({count}): {what}")
_UNPROVED = Words("没有证明：{what}", "not proved: {what}")
_NOTHING = Words("什么也没有证明", "nothing is proved")
_PART = Words("；", "; ")
_END = Words("。", ".")
_MORE = Words("……", " …")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, what came of it, and what is said of it.

    `edition` names the edition that it is about, and stands in the words as {edition}: what is true of several is said
    once. `counts` says whether it belongs into the one line, or only before it.
    """

    about: About
    outcome: Outcome
    words: Words
    arguments: Mapping[str, object] = field(default_factory=dict)
    edition: str = ""
    counts: bool = True

    def text(self, language: Language, editions: Iterable[str] = ()) -> str:
        """Say it, of its own edition or of several."""
        names = names_text(editions, language) or self.edition
        return self.words.write(language, {"edition": names, **self.arguments})


@dataclass(frozen=True, slots=True)
class Proof:
    """All checks, in the order in which they were made."""

    checks: tuple[Check, ...]

    def of(self, outcome: Outcome) -> tuple[Check, ...]:
        """Give the checks that came out like that."""
        return tuple(one for one in self.checks if one.outcome == outcome)

    def summary(self, language: Language) -> str:
        """Say in one line what does not hold, what is proved, and what is not."""
        failed = self.of("failed")
        parts = []
        if failed:
            said = _grouped(failed, language)
            what = _PART.write(language).join(said[:_SHOWN]) + (_MORE.write(language) if len(said) > _SHOWN else "")
            parts.append(_FAILED.write(language, {"count": len(failed), "what": what}))
        proved = _grouped((one for one in self.of("proved") if one.counts), language)
        parts.append(clauses_text(proved, language) or _NOTHING.write(language))
        unproved = _grouped((one for one in self.of("unproved") if one.counts), language)
        if unproved:
            parts.append(_UNPROVED.write(language, {"what": clauses_text(unproved, language)}))
        return _PART.write(language).join(parts) + _END.write(language)


def _grouped(checks: Iterable[Check], language: Language) -> list[str]:
    """Say what is true of several editions once, with all their names."""
    groups: dict[tuple[Words, tuple[object, ...]], list[Check]] = {}
    for check in checks:
        groups.setdefault((check.words, tuple(check.arguments.values())), []).append(check)
    return [group[0].text(language, [one.edition for one in group if one.edition]) for group in groups.values()]
