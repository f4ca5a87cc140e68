"""How alike two texts are: what may have been meant, and what may have been renamed.

A likeness is 0 for texts that share nothing and 100 for equal ones (RapidFuzz). Whatever is found is shown for a person
to judge, as a question; only `RENAMED_PART` decides anything, and that only how a difference is told.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

Key = TypeVar("Key")
Scorer: TypeAlias = Callable[..., float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What counts as alike: the likeness from which on (0 to 100), and how it is measured.

    `whole` counts the edits between two texts. `part` does so for the stretch of the longer one that fits best. `mixed`
    takes the best of several measures, so that a text with words left out or moved is still like itself.
    """

    least: int
    measure: Literal["whole", "part", "mixed"] = "mixed"


ANY = Likeness(0)
"""For a path in a catalog: the nearest place is always worth showing, for there are few."""

CHOICE = Likeness(50)
"""For a word out of a short list, such as the types of an item: hardly anything else can be meant."""

CODE = Likeness(50, "whole")
"""For the code of a rule: two of its four signs are right, or one is missing or too many."""

WORD = Likeness(60)
"""For ids, keys and names of a closed but longer list: departments, laws, fields."""

PART_OF_NAME = Likeness(60, "part")
"""For a search term beside the names that should contain it."""

HEADING = Likeness(65, "whole")
"""For the heading of a column: headings are short, and two signs of six make another column."""

IDENTIFIER = Likeness(75)
"""For ids of items and fingerprints: they begin alike, so that less would find some for every slip."""

RENAMED_ENTRY = Likeness(75, "whole")
"""For an entry that is gone beside a new one: names of approvals share their ends (核准, 许可), and less is chance."""

RENAMED_PART = Likeness(60, "whole")
"""For a material or stage that is gone beside a new one of the same item, where few can be meant."""

ITEM_NAME = Likeness(80)
"""For an item beside the entries of the baseline: what is shown is taken for the same power."""

PROPER_NAME = Likeness(85)
"""For names of laws and of departments: many differ in two characters, and are others."""


def likeness(one: str, other: str, like: Likeness) -> float:
    """Give how alike two texts are, from 0 to 100; 0 where that is less than counts."""
    return float(_scorer(like)(one, other, score_cutoff=like.least))


def nearest(text: str, known: Iterable[str], like: Likeness) -> str:
    """Give the known text that is most like this one, the first of several; an empty text where none is like it."""
    choices = list(known)
    found = nearest_key(text, dict(enumerate(choices)), like)
    return "" if found is None else choices[found]


def nearest_key(text: str, known: Mapping[Key, str], like: Likeness) -> Key | None:
    """Give the key of the known text that is most like this one, the first of several; None where none is like it."""
    from rapidfuzz import process  # noqa: PLC0415 (most runs find nothing wrong and need no guess)

    found = process.extractOne(text, known, scorer=_scorer(like), score_cutoff=like.least)
    return found[2] if found else None


def _scorer(like: Likeness) -> Scorer:
    from rapidfuzz import fuzz  # noqa: PLC0415

    return {"whole": fuzz.ratio, "part": fuzz.partial_ratio, "mixed": fuzz.WRatio}[like.measure]
