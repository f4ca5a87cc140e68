"""The effective baseline: the frozen result of one round of reform, and every decision folded into it by date."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from wudan.baseline.decision import Decision, decisions_of
from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.reform import Baseline, BaselineEntry

Reason = Literal["unknown", "gone", "exists", "shape", "early", "present", "suspended", "running"]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """An entry as it stands on the day: where it is written, and the decisions that made it what it is."""

    entry: BaselineEntry
    placed: Placed[Baseline] | Decision
    path: DataPath
    decisions: tuple[Decision, ...] = ()
    is_suspended: bool = False

    @property
    def document(self) -> Document:
        """The file in which the entry is written as it stands."""
        return self.placed.adjustment.document if isinstance(self.placed, Decision) else self.placed.document

    def decided(self, *kinds: str) -> Decision | None:
        """Give the last decision of one of these kinds that concerns the entry."""
        return next((one for one in reversed(self.decisions) if one.change.kind in kinds), None)


@dataclass(frozen=True, slots=True, eq=False)
class Departed:
    """An entry that is no longer part of the baseline, and the decision by which it went."""

    standing: Standing
    decision: Decision


@dataclass(frozen=True, slots=True, eq=False)
class Inapplicable:
    """A decision that could not be applied, why, the entry that is in the way, and the decision before it."""

    decision: Decision
    reason: Reason
    entry: str = ""
    before: Decision | None = None


@dataclass(frozen=True, eq=False)
class EffectiveBaseline:
    """The baseline on one day.

    `standing` and `departed` hold the entries by id. `elsewhere` holds decisions that are addressed to other levels,
    `pending` those that wait for a law, `later` those that take effect after the day.
    """

    placed: Placed[Baseline]
    day: str
    standing: Mapping[str, Standing]
    departed: Mapping[str, Departed]
    inapplicable: tuple[Inapplicable, ...]
    elsewhere: tuple[Decision, ...]
    pending: tuple[Decision, ...]
    later: tuple[Decision, ...]

    @property
    def as_of(self) -> str:
        """The day of the frozen baseline."""
        return self.placed.record.as_of

    @property
    def refused(self) -> tuple[Decision, ...]:
        """The decisions that could not be applied."""
        return tuple(one.decision for one in self.inapplicable)

    def covers(self, item_type: str | None) -> bool:
        """Say whether items of that type are compared at all."""
        return item_type in self.placed.record.covers


def effective_baseline(catalog: Catalog) -> EffectiveBaseline | None:
    """Fold every decision into the latest baseline that is not later than the catalog's day.

    A decision counts when it takes effect after the baseline's day and not after the catalog's, is in force, and
    binds this level. None where there is no baseline. Use it through `catalog.derived`.
    """
    day = catalog.judged_on
    baselines = [placed for placed in catalog.of("baseline") if placed.record.as_of <= day]
    if not baselines:
        return None
    placed: Placed[Baseline] = max(baselines, key=lambda one: one.record.as_of)
    level = catalog.city.region.level if catalog.city else "县级"
    fold = _Fold(
        {entry.id: Standing(entry, placed, ("entries", index)) for index, entry in enumerate(placed.record.entries)}
    )
    elsewhere, pending, later = [], [], []
    for decision in decisions_of(catalog):
        if decision.effective_on > day:
            later.append(decision)
        elif decision.change.status == "pending_law":
            pending.append(decision)
        elif not decision.binds(level):
            elsewhere.append(decision)
        elif decision.effective_on <= placed.record.as_of:
            fold.inapplicable.append(Inapplicable(decision, "early"))
        else:
            fold.apply(decision, level)
    return EffectiveBaseline(
        placed, day, fold.standing, fold.departed, tuple(fold.inapplicable), *map(tuple, (elsewhere, pending, later))
    )


class _NotApplicableError(Exception):
    def __init__(self, reason: Reason, entry: str = "", before: Decision | None = None) -> None:
        super().__init__(reason)
        self.reason, self.entry, self.before = reason, entry, before


@dataclass
class _Fold:
    """The baseline while decisions are folded into it, one after the other. A decision applies whole or not at all."""

    standing: dict[str, Standing]
    departed: dict[str, Departed] = field(default_factory=dict)
    inapplicable: list[Inapplicable] = field(default_factory=list)

    def apply(self, decision: Decision, level: str) -> None:
        """Apply a decision that binds this level, or note why it cannot be."""
        kind = decision.change.kind
        if kind == "delegate_down" and decision.change.to_level == level:
            kind = "take_over"
        before = dict(self.standing), dict(self.departed)
        try:
            _check_shape(kind, decision)
            _STEPS[kind](self, decision)
        except _NotApplicableError as error:
            self.standing, self.departed = before
            self.inapplicable.append(Inapplicable(decision, error.reason, error.entry, error.before))

    def leave(self, decision: Decision) -> None:
        """Let the entries go; of those of which only a part goes, the part."""
        for entry_id in decision.change.from_:
            standing = self._get(entry_id, decision)
            if decision.change.part:
                parts = tuple(part for part in standing.entry.parts if part not in decision.change.parts)
                entry = msgspec.structs.replace(standing.entry, parts=parts)
                self.standing[entry_id] = self._touched(standing, decision, entry)
            else:
                del self.standing[entry_id]
                self.departed[entry_id] = Departed(standing, decision)

    def enter(self, decision: Decision) -> None:
        """Add the new entries, whose ids must be free."""
        for index, entry in enumerate(decision.change.to):
            if entry.id in self.standing:
                raise _NotApplicableError("exists", entry.id, self._last(entry.id))
            self._add(decision, index, entry, ())

    def leave_and_enter(self, decision: Decision) -> None:
        """Put new entries in the place of old ones."""
        self.leave(decision)
        self.enter(decision)

    def change_each(self, decision: Decision) -> None:
        """Put one new wording in the place of each entry."""
        for index, (entry_id, entry) in enumerate(zip(decision.change.from_, decision.change.to, strict=True)):
            old = self._get(entry_id, decision)
            if entry.id != entry_id and entry.id in self.standing:
                raise _NotApplicableError("exists", entry.id, self._last(entry.id))
            del self.standing[entry_id]
            if entry.id != entry_id:
                self.departed[entry_id] = Departed(old, decision)
            self._add(decision, index, entry, old.decisions)

    def restore(self, decision: Decision) -> None:
        """Bring back entries that had gone."""
        for index, entry in enumerate(decision.change.to):
            if entry.id in self.standing:
                raise _NotApplicableError("present", entry.id, self._last(entry.id))
            if entry.id not in self.departed:
                raise _NotApplicableError("unknown", entry.id)
            gone = self.departed.pop(entry.id)
            self._add(decision, index, entry, (*gone.standing.decisions, gone.decision))

    def suspend(self, decision: Decision) -> None:
        """Hold entries up."""
        self._flag(decision, suspended=True)

    def resume(self, decision: Decision) -> None:
        """Let entries that were held up go on."""
        self._flag(decision, suspended=False)

    def touch(self, decision: Decision) -> None:
        """Leave the entries as they are and remember the decision."""
        for entry_id in decision.change.from_:
            standing = self._get(entry_id, decision)
            self.standing[entry_id] = self._touched(standing, decision, standing.entry)

    def _flag(self, decision: Decision, *, suspended: bool) -> None:
        for entry_id in decision.change.from_:
            standing = self._get(entry_id, decision)
            if standing.is_suspended == suspended:
                raise _NotApplicableError("suspended" if suspended else "running", entry_id, self._last(entry_id))
            touched = self._touched(standing, decision, standing.entry)
            self.standing[entry_id] = replace(touched, is_suspended=suspended)

    def _get(self, entry_id: str, decision: Decision) -> Standing:
        if entry_id in self.standing:
            return self.standing[entry_id]
        gone = self.departed.get(entry_id)
        if gone is None:
            raise _NotApplicableError("unknown", entry_id)
        raise _NotApplicableError("gone", entry_id, gone.decision if gone.decision is not decision else None)

    def _add(self, decision: Decision, index: int, entry: BaselineEntry, history: Sequence[Decision]) -> None:
        path = (*decision.path, "to", index)
        self.standing[entry.id] = Standing(entry, decision, path, (*history, decision))

    def _last(self, entry_id: str) -> Decision | None:
        decisions = self.standing[entry_id].decisions
        return decisions[-1] if decisions else None

    @staticmethod
    def _touched(standing: Standing, decision: Decision, entry: BaselineEntry) -> Standing:
        return replace(standing, entry=entry, decisions=(*standing.decisions, decision))


_STEPS: Mapping[str, Callable[[_Fold, Decision], None]] = {
    "cancel": _Fold.leave,
    "delegate_down": _Fold.leave,
    "take_over": _Fold.enter,
    "merge": _Fold.leave_and_enter,
    "split": _Fold.leave_and_enter,
    "rename": _Fold.change_each,
    "transfer": _Fold.change_each,
    "convert": _Fold.leave_and_enter,
    "amend": _Fold.change_each,
    "suspend": _Fold.suspend,
    "resume": _Fold.resume,
    "add": _Fold.enter,
    "restore": _Fold.restore,
    "post": _Fold.touch,
}

_ANY = range(1_000_000)
_NONE, _SOME, _SEVERAL = range(1), range(1, 1_000_000), range(2, 1_000_000)

# How many entries each kind takes (`from`) and gives (`to`).
_SHAPES: Mapping[str, tuple[range, range]] = {
    "cancel": (_SOME, _NONE),
    "delegate_down": (_SOME, _NONE),
    "take_over": (_ANY, _SOME),
    "merge": (_SEVERAL, _SOME),
    "split": (_SOME, _SEVERAL),
    "rename": (_SOME, _SOME),
    "transfer": (_SOME, _SOME),
    "convert": (_SOME, _ANY),
    "amend": (_SOME, _SOME),
    "suspend": (_SOME, _NONE),
    "resume": (_SOME, _NONE),
    "add": (_NONE, _SOME),
    "restore": (_ANY, _SOME),
    "post": (_SOME, _NONE),
}


def _check_shape(kind: str, decision: Decision) -> None:
    change = decision.change
    taken, given = _SHAPES[kind]
    pairs = kind in ("rename", "transfer", "amend")
    fits = len(change.from_) in taken and len(change.to) in given
    if not fits or (pairs and len(change.from_) != len(change.to)):
        raise _NotApplicableError("shape")
    if doubled := _first_double(change.from_):
        raise _NotApplicableError("gone", doubled)


def _first_double(ids: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            return one
        seen.add(one)
    return None
