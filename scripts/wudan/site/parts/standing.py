"""What a reader must know first of what is not in use, or will not be for long: cancelled, suspended, ended."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from wudan.catalog.model.base import Ended, Entry
from wudan.catalog.model.service import Service
from wudan.site.parts.link import Link

Fate = Literal["取消", "暂停", "终止"]

# Each as it is on a line of a list: what has come, and what is to come.
_NOTES: Mapping[Fate, tuple[str, str]] = {
    "取消": ("已取消", "将取消"),
    "暂停": ("暂停办理", "将暂停"),
    "终止": ("已终止", "将终止"),
}


class Standing(msgspec.Struct, frozen=True):
    """What became of an entry or service; `lies_ahead` where its day is still to come.

    `applied_for` is true of what one applies for.
    """

    status: Fate
    on: str
    document: str
    successors: tuple[Link, ...]
    applied_for: bool = False
    lies_ahead: bool = False


class Turn(msgspec.Struct, frozen=True):
    """What became of something, or is to become of it: its fate, and whether the day is still to come."""

    fate: Fate
    lies_ahead: bool

    @property
    def note(self) -> str:
        """The word for it on a line of a list."""
        return _NOTES[self.fate][self.lies_ahead]


def turn_of(entry: Entry, day: str) -> Turn | None:
    """Give what became of an entry as of a day (YYYY-MM-DD); None for one in use of which no end is known."""
    lies_ahead = _lies_ahead(entry.ended, day)
    if entry.status == "在用":
        return Turn("取消", lies_ahead=True) if lies_ahead else None
    return Turn(entry.status, lies_ahead)


def turn_of_service(service: Service, day: str) -> Turn | None:
    """Give what became of a service as of a day (YYYY-MM-DD); None for one that is offered and has no known end."""
    if service.ended:
        return Turn("终止", _lies_ahead(service.ended, day))
    if service.until and service.until < day:
        return Turn("终止", lies_ahead=False)
    return None


def has_turned(turn: Turn | None) -> bool:
    """Say whether something came to an end already."""
    return turn is not None and not turn.lies_ahead


def _lies_ahead(ended: Ended | None, day: str) -> bool:
    return ended is not None and ended.on > day
