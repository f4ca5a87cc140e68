"""The edits that turn one piece of data into another, each logical one once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from wudan.diff.listing import NAMES, Element, Path, is_ambiguous, is_keyed, is_ordered, is_whole, keyed, normal
from wudan.likeness import RENAMED_PART, likeness

Operation = Literal["set", "unset", "change", "add", "remove", "rename", "order"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit inside a record.

    `set`, `unset` and `change` are about the value at `path`; `add` and `remove` about an element of the list that
    `path` leads into; `rename` about the name of an element, whose old name is in the path; `order` about the order of
    the elements that were there before, by their keys. An added element of an ordered list has its `index` there.
    """

    path: Path
    operation: Operation
    old: Any = None
    new: Any = None
    index: int | None = None


def edits(old: Any, new: Any, path: Path = ()) -> Iterator[Edit]:
    """Give the edits that turn `old` into `new`, in an order in which they can be made. Equal data give none."""
    if old == new and repr(old) == repr(new):  # as text too: 1 and true are equal, and not the same
        return
    is_one = bool(path) and isinstance(path[-1], str) and is_whole(path[-1])
    if isinstance(old, dict) and isinstance(new, dict) and not is_one:
        yield from _of_mapping(old, new, path)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_list(old, new, path)
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield Edit(path, "change", old, new)


def _of_mapping(old: Mapping[str, Any], new: Mapping[str, Any], path: Path) -> Iterator[Edit]:
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            yield Edit((*path, key), "unset", old[key])
        elif key not in old:
            yield Edit((*path, key), "set", None, new[key])
        else:
            yield from edits(old[key], new[key], (*path, key))


def _of_list(old: list[Any], new: list[Any], path: Path) -> Iterator[Edit]:
    name = str(path[-1]) if path and not isinstance(path[-1], Element) else ""
    if is_ambiguous(name, old) or is_ambiguous(name, new):
        if normal(old, name) != normal(new, name):
            yield Edit(path, "change", old, new)
        return
    before, after = dict(keyed(name, old)), dict(keyed(name, new))
    gone = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    renamed = dict(_renamed(name, before, after, gone, come))
    for key in reversed([key for key in gone if key not in renamed]):
        yield Edit((*path, Element(key)), "remove", before[key])
    for key, other in renamed.items():
        yield Edit((*path, Element(key)), "rename", before[key][NAMES[name]], after[other][NAMES[name]])
    if is_keyed(name, (*old, *new)):
        for key, element in before.items():
            key_now = renamed.get(key, key)
            if key_now in after:
                yield from _of_element(name, element, after[key_now], (*path, Element(key_now)))
    if is_ordered(name):
        stayed = [renamed.get(key, key) for key in before if key in renamed or key in after]
        order = [key for key in after if key in stayed]
        if stayed != order:
            yield Edit(path, "order", stayed, order)
    added = set(come) - set(renamed.values())
    for index, key in enumerate(after):
        if key in added:
            yield Edit((*path, Element(key)), "add", None, after[key], index if is_ordered(name) else None)


def _of_element(name: str, old: Mapping[str, Any], new: Mapping[str, Any], path: Path) -> Iterator[Edit]:
    """Give the edits inside an element; its name, if that is another now, has been told already."""
    own = NAMES.get(name)
    if own and old.get(own) != new.get(own):
        old = {**old, own: new[own]}
    yield from edits(old, new, path)


def _renamed(
    name: str, before: Mapping[str, Any], after: Mapping[str, Any], gone: Sequence[str], come: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Give the elements that are the same under another name, those most alike first."""
    every = [*before.values(), *after.values()]
    if name not in NAMES or not is_keyed(name, every) or any(NAMES[name] not in element for element in every):
        return
    pairs = [(likeness(one, other, RENAMED_PART), one, other) for one in gone for other in come]
    used: set[str] = set()
    for alike, one, other in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if alike and not used & {f"-{one}", f"+{other}"}:
            used |= {f"-{one}", f"+{other}"}
            yield one, other
