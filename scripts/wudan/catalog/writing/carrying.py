"""Carries the comments of a piece of data over to what takes its place."""

from collections.abc import Iterator, Sequence
from typing import Any

from wudan.catalog.identity import identity
from wudan.catalog.writing.comments import Notes


def carried(notes: Notes, old: Any, new: Any) -> Notes:
    """Give the comments of `old` for `new`, each with what it was about.

    What is no longer there leaves its comments at the end of what held it: a comment is never lost, for somebody wrote
    it for people.
    """
    made = Notes([*notes.before], [*notes.beside], [*notes.after])
    for step, below in notes.below.items():
        place = _place(step, old, new)
        if place is None:
            made.after.extend(every_comment(below))
        else:
            made.below[place] = carried(below, _below(old, step), _below(new, place))
    return made


def every_comment(notes: Notes) -> Iterator[str]:
    """Give all comments of a piece of data, without the empty lines among them."""
    yield from filter(None, (*notes.before, *notes.beside))
    for below in notes.below.values():
        yield from every_comment(below)
    yield from filter(None, notes.after)


def _below(value: Any, step: Any) -> Any:
    return value[step] if isinstance(value, dict | list) else None


def _place(step: str | int, old: Any, new: Any) -> str | int | None:
    """Give the step to what takes the place of something: the same key, the element that is equal or bears its name."""
    if isinstance(step, str):
        return step if isinstance(new, dict) and step in new else None
    if not (isinstance(old, list) and isinstance(new, list)):
        return None
    return _index(old, step, new)


def _index(old: Sequence[Any], index: int, new: Sequence[Any]) -> int | None:
    element = old[index]
    equal = [place for place, other in enumerate(new) if other == element]
    if equal:
        nth = sum(other == element for other in old[:index])
        return equal[nth] if nth < len(equal) else None
    name = identity(element) if isinstance(element, dict) else ""
    named = [place for place, other in enumerate(new) if name and isinstance(other, dict) and identity(other) == name]
    if len(named) == 1:
        return named[0]
    if len(old) == len(new) and new[index] not in old:
        return index
    return None
