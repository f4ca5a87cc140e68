"""A difference written out for readers: the keys of the JSON contract, messages in the user's language."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from wudan.diff.change import Change
from wudan.diff.listing import Element
from wudan.diff.naming import named
from wudan.diff.position import Position, position_in
from wudan.diff.reckoning import Reckoning
from wudan.diff.record import DiffRecord
from wudan.diff.shape import is_amount, is_limit, is_number
from wudan.diff.transitions import Effect
from wudan.diff.wording import field_name, told_apart, value_text
from wudan.level import Level
from wudan.words import Language, Words, bracketed, names_text, quoted, visible

_COUNT = Words("原{before}项→现{after}项", "{before} became {after}")
_NAMESAKE = Words(
    "（{owner}有同名事项 {id}；是划转的，应当保留原编号，移到本部门的文件里）",
    " ({owner} has an item of that name, {id}; one that was transferred keeps its id and goes into this file)",
)
_GUESS = Words(
    "（会不会就是删去的“{name}”？同一事项要保留原编号 {id}，由它变来的写 replaces）",
    " (is it '{name}', which was removed? The same item keeps its id {id}; what grew out of it says so in replaces)",
)
# Chinese sets a number apart from the characters around it.
_SET_APART = Words(" {text} ", "{text}")
_BEHIND = Words(" {text}", "{text}")
_JOIN = Words("{sources}→{targets}", "{sources} → {targets}")


class WrittenChange(msgspec.Struct, frozen=True):
    """One change, with the keys of the JSON contract and the message that people read."""

    kind: str
    list: str
    item: str
    name: str
    field: str
    old: Any
    new: Any
    effect: Effect
    level: Level
    before: Position | None
    after: Position | None
    fingerprint: str
    basis: str
    message: str
    department: str


class DiffSummary(msgspec.Struct, frozen=True):
    """Counts of changes by effect and by kind, and what they come to; None where only some effects are told."""

    changes: int
    burden: int
    unclear: int
    relief: int
    neutral: int
    by_kind: dict[str, int]
    reckoning: Reckoning | None = None


class DiffReport(msgspec.Struct, frozen=True):
    """What `wudan diff --format json` prints."""

    changes: tuple[WrittenChange, ...]
    summary: DiffSummary
    departments: dict[str, str]


def report_of(
    changes: Iterable[Change], names: Mapping[str, str], language: Language, reckoning: Reckoning | None = None
) -> DiffReport:
    """Write changes out, in their order. `names` are those of departments, places and entries by id (`names_of`)."""
    written = tuple(write(change, names, language) for change in changes)
    owners = {change.department for change in written if change.department}
    return DiffReport(
        written, summary_of(written, reckoning), {owner: names.get(owner, owner) for owner in sorted(owners)}
    )


def summary_of(changes: Sequence[WrittenChange], reckoning: Reckoning | None = None) -> DiffSummary:
    """Count changes."""
    effects = Counter(change.effect for change in changes)
    kinds = dict(sorted(Counter(change.kind for change in changes).items()))
    return DiffSummary(
        changes=len(changes),
        burden=effects["burden"],
        unclear=effects["unclear"],
        relief=effects["relief"],
        neutral=effects["neutral"],
        by_kind=kinds,
        reckoning=reckoning,
    )


def write(change: Change, names: Mapping[str, str], language: Language) -> WrittenChange:
    """Write one change out."""
    record = change.record
    return WrittenChange(
        kind=change.kind,
        list=record.kind.id,
        item=record.identity,
        name=record.name,
        field=change.field,
        old=change.old,
        new=change.new,
        effect=change.effect,
        level=change.transition.level,
        before=position_in(change.before, change),
        after=position_in(change.after, change),
        fingerprint=change.fingerprint,
        basis=_basis(record),
        message=message_of(change, names, language),
        department=record.owner or "",
    )


def message_of(change: Change, names: Mapping[str, str], language: Language) -> str:
    """Say what changed, without the name of the item. `names` stand for the ids that they belong to."""
    record = change.record
    old, new = (named(value, names) for value in (change.old, change.new))
    if change.kind == "id_changed":
        old, new = change.old, change.new
    if isinstance(old, str) and isinstance(new, str):
        old, new = told_apart(old, new)
    arguments = {
        "name": quoted(visible(record.name), language),
        "field": field_name(record.kind.id, change.path, record.data, names, language),
        "old": _value(change, old, names, language),
        "new": _value(change, new, names, language),
        "was": _quoted(change, old, names, language),
        "now": _quoted(change, new, names, language),
        "document": _document(change, language),
        "sources": _regrouping(change, language),
        "count": _COUNT.write(language, {"before": len(change.sources), "after": len(change.targets)}),
    }
    message = change.transition.words.write(language, arguments).strip()
    if change.namesake is not None:
        owner = names.get(change.namesake.owner or "", change.namesake.owner or "")
        return message + _NAMESAKE.write(language, {"owner": owner, "id": change.namesake.identity})
    if change.guess is None:
        return message
    return message + _GUESS.write(language, {"name": change.guess.name, "id": change.guess.identity})


def _quoted(change: Change, value: Any, names: Mapping[str, str], language: Language) -> str:
    """Word what was, or is, in quotes; a number and a limit need none."""
    text = _value(change, value, names, language)
    if is_number(value):
        return _SET_APART.write(language, {"text": text})
    if is_limit(value) or is_amount(value):
        return _BEHIND.write(language, {"text": text})
    return quoted(text, language)


def _value(change: Change, value: Any, names: Mapping[str, str], language: Language) -> str:
    """Word what was, or is: of an element that came or went its own name."""
    if value is None and change.path and isinstance(change.path[-1], Element):
        key = change.path[-1].key
        return visible(names.get(key, key))
    return value_text(value, language)


def _document(change: Change, language: Language) -> str:
    document = change.after.mapping("ended").get("document") if change.after else None
    if not isinstance(document, str) or not document:
        return ""
    return bracketed(visible(document), language)


def _regrouping(change: Change, language: Language) -> str:
    names = [names_text((visible(one.name) for one in side), language) for side in (change.sources, change.targets)]
    return _JOIN.write(language, dict(zip(("sources", "targets"), names, strict=True)))


def _basis(record: DiffRecord) -> str:
    """Give the citation that sets the item, or the first one."""
    found = record.data.get("basis")
    citations = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    first = next((one for one in citations if one.get("sets")), citations[0] if citations else None)
    return value_text(first, "zh") if first else ""
