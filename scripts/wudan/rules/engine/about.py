"""What a problem is about: the values that make it this one and no other. Its fingerprint derives from them."""

from dataclasses import dataclass


class About:
    """What makes a problem this one, apart from rule, list and item.

    `values` never hold places or wording, so that a problem is known again when a file is rearranged.
    """

    __slots__ = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The values as texts, in an order that is fixed for good."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Texts(About):
    """Values that nobody but the fingerprint asks for."""

    texts: tuple[str, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The texts as they are."""
        return self.texts


NOTHING = Texts(())
"""What a problem is about that only its place tells from others."""


@dataclass(frozen=True, slots=True)
class Departing(About):
    """An aspect of an entry that is otherwise than the baseline has it; `what` says which part of it, or how."""

    aspect: str
    was: str
    now: str
    what: str | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """Aspect, what, was, now."""
        return self.aspect, *(() if self.what is None else (self.what,)), self.was, self.now


@dataclass(frozen=True, slots=True)
class Added(About):
    """Something that an entry has and the baseline does not: a precondition, a stage, a fee."""

    aspect: str
    name: str

    @property
    def values(self) -> tuple[str, ...]:
        """Aspect and name."""
        return self.aspect, self.name


@dataclass(frozen=True, slots=True)
class Fate(About):
    """What a decision, or nobody's decision, did with the entry that an item stands for; `by` names the decision."""

    fate: str
    by: str

    @property
    def values(self) -> tuple[str, ...]:
        """The fate, and what it rests on."""
        return self.fate, self.by


@dataclass(frozen=True, slots=True)
class OfEntry(About):
    """What became of an entry of the baseline that no item of the lists stands for."""

    fate: str
    entry: str

    @property
    def values(self) -> tuple[str, ...]:
        """The fate, and the id of the entry."""
        return self.fate, self.entry


@dataclass(frozen=True, slots=True)
class Burden(About):
    """What stands in a field of a record after a change that weighs more."""

    field: str
    result: str

    @property
    def values(self) -> tuple[str, ...]:
        """The field, then what stands there."""
        return self.field, self.result
