"""What a query must find, by plain comparison of every run with every value of every entry."""

import re
from collections.abc import Sequence

from pypinyin import lazy_pinyin

from wudan.catalog.characters import HAN, character_class
from wudan.search.document import SearchDocument
from wudan.search.normalise import query_runs, value_runs

EXACT, BEGINS, NAME, ALIAS, FORMER, CODE, PINYIN, DEPARTMENT, TOPIC, MATERIALS, TEXT = range(11)
_HAN_RUN = re.compile(f"[{character_class(HAN)}]+")


class Oracle:
    """The entries, prepared for comparison."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self._entries = [_Entry(document) for document in sorted(documents, key=lambda one: (one.list, one.id))]

    def hits(self, query: str) -> list[str]:
        """Give `list/id` of what contains every run of the query, best first."""
        runs = query_runs(query)
        scored = [(score, place) for place, entry in enumerate(self._entries) if (score := entry.score(runs))]
        return [self._entries[place].key for _, place in sorted(scored)]


class _Entry:
    def __init__(self, document: SearchDocument) -> None:
        self.key = f"{document.list}/{document.id}"
        self.name = value_runs(document.name)
        self.size = max(1, sum(map(len, self.name)) + len(self.name) - 1)
        self.fields = [
            (rank, [run for value in values for run in value_runs(value)])
            for rank, values in (
                (ALIAS, document.aliases),
                (FORMER, document.former_names),
                (CODE, document.codes),
                (DEPARTMENT, (document.department,)),
                (TOPIC, document.topics),
                (MATERIALS, document.materials),
                (TEXT, document.text),
            )
        ]
        self.spoken = [_spelled(value_runs(value)) for value in (document.name, *document.aliases)]

    def score(self, runs: Sequence[str]) -> tuple[int, float] | None:
        """Give the sum of the ranks and the uncovered share of the name, or None unless every run is found."""
        matches = [self._match(run) for run in runs]
        if not all(matches):
            return None
        rank = EXACT if list(runs) == self.name else sum(match[0] for match in matches if match)
        covered = min(1.0, sum(match[1] for match in matches if match) / self.size)
        return rank, -covered

    def _match(self, run: str) -> tuple[int, int] | None:
        if self.name and self.name[0].startswith(run):
            return BEGINS, len(run)
        if any(run in own for own in self.name):
            return NAME, len(run)
        found = [rank for rank, own in self.fields if any(run in one for one in own)]
        covered = [size for spelling in self.spoken for size in _heard(spelling, run)]
        if covered and min(found, default=TEXT + 1) > PINYIN:
            return PINYIN, max((size for size in _heard(self.spoken[0], run)), default=0)
        return (min(found), 0) if found else None


def _spelled(runs: Sequence[str]) -> list[list[str]]:
    return [lazy_pinyin(part) for run in runs for part in _HAN_RUN.findall(run)]


def _heard(spelling: Sequence[Sequence[str]], run: str) -> list[int]:
    """Give how many characters are spoken by the run, for each place where they sound like it."""
    if not re.fullmatch("[a-z]{2,}", run):
        return []
    sizes = []
    for syllables in spelling:
        for begin in range(len(syllables)):
            if "".join(syllables[begin:]).startswith(run):
                lengths = [len("".join(syllables[begin:end])) for end in range(begin + 1, len(syllables) + 1)]
                sizes.append(next(count for count, length in enumerate(lengths, 1) if length >= len(run)))
        if run in "".join(syllable[0] for syllable in syllables):
            sizes.append(len(run))
    return sizes
