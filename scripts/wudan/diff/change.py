"""A change: one logical edit of the lists, what it is for the applicant, and all that it does to the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

from wudan.diff.edit import Edit
from wudan.diff.listing import Path, normal, path_text
from wudan.diff.record import DiffRecord, Key
from wudan.diff.transitions import TRANSITIONS, Effect, Transition


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """What a change does to one record: it adds, removes or edits it, or hands it to another department.

    `edit` has the record's key of before and of after, mostly the same; `owner` is the department that owns it then.
    Its edits bear their numbers among all edits of the record, for they can be made in that order alone.
    """

    operation: Literal["add", "remove", "edit"]
    key: Key
    key_after: Key
    owner: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    edits: tuple[tuple[int, Edit], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `old` and `new` are data as they stand in the lists; `path` leads to them within the record.

    `before` and `after` are the record on each side, where it is there. A merger or split names all records that it
    joins in `sources` and `targets`. `guess` is a record that is gone and may be the new one under another identity,
    which nobody declared; `namesake` one that another department still has. `does` is all that it does to the data, so
    that making every change of a difference to the one catalog gives the other.
    """

    kind: str
    effect: Effect
    before: DiffRecord | None
    after: DiffRecord | None
    path: Path = ()
    old: Any = None
    new: Any = None
    sources: tuple[DiffRecord, ...] = ()
    targets: tuple[DiffRecord, ...] = ()
    does: tuple[RecordEdit, ...] = ()
    guess: DiffRecord | None = None
    namesake: DiffRecord | None = None

    @property
    def transition(self) -> Transition:
        """The row of the table of changes."""
        return TRANSITIONS[self.kind]

    @property
    def record(self) -> DiffRecord:
        """The record as it is now, or was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change of nothing")
        return record

    @property
    def field(self) -> str:
        """The field as text: `materials[营业执照].copies`; empty where the record changed as a whole."""
        return path_text(self.path)

    @property
    def fingerprint(self) -> str:
        """What tells this change from all others, whatever the wording of messages and the place in the file."""
        ids = (*(one.identity for one in self.sources), "→", *(one.identity for one in self.targets))
        values = (repr(normal(self.old)), repr(normal(self.new)), *(ids if self.sources else ()))
        material = "\x1f".join((self.kind, self.record.kind.id, self.record.identity, self.field, *values))
        return f"{self.kind}-{sha256(material.encode()).hexdigest()[:16]}"
