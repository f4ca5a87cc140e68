"""The formats of a kind of report: one registry each, from which options, files, schemas and tests follow."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from wudan.words import Language

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Format(Generic[Told]):
    """One way of writing a report: its name on the command line, and the extension of its files, without the dot.

    `write` gives the report in a language: as text, or as bytes where it `is_binary` and cannot be shown on a screen.
    `coloured` gives the same text with the colours of a terminal, and `schema` the JSON Schema (2020-12) that a
    format for programs obeys; None where there is none.
    """

    name: str
    extension: str
    write: Callable[[Told, Language], str | bytes]
    coloured: Callable[[Told, Language], str] | None = None
    schema: Callable[[], dict[str, Any]] | None = None
    is_binary: bool = False


class Formats(Mapping[str, Format[Told]]):
    """All formats of a kind of report by name, the first of which is used where nobody asks for another."""

    def __init__(self, *formats: Format[Told]) -> None:
        self._by_name = {one.name: one for one in formats}
        if len(self._by_name) != len(formats):
            raise ValueError(f"two formats of one name among {', '.join(one.name for one in formats)}")

    def __getitem__(self, name: str) -> Format[Told]:
        """Give a format. Raises KeyError where there is none of that name."""
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names, in the order in which they are offered."""
        return iter(self._by_name)

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._by_name)

    @property
    def default(self) -> str:
        """The name of the format that is used where nobody asks for another."""
        return next(iter(self))

    def schema(self) -> dict[str, Any]:
        """Give the JSON Schema that the report obeys for programs. Raises LookupError where no format has one."""
        found = next((one.schema for one in self.values() if one.schema), None)
        if found is None:
            raise LookupError("no format of this report has a schema")
        return found()
