"""Why a file could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not plain YAML. `offset` counts characters from the start of the file.

    `reason` names a message of rule S001 (or S007 for a forbidden character), `details` its arguments; `first`
    is the offset of an earlier place that belongs to the matter, such as the first of two equal keys.
    """

    reason: str
    offset: int
    details: Mapping[str, object] = field(default_factory=dict)
    first: int | None = None


class RefusedError(Exception):
    """Carries a refusal out of the reader, with as much of the text as could be had."""

    def __init__(self, refusal: Refusal, text: str = "") -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal
        self.text = text
