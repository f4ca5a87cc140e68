"""What a template shows, made only when the page is rendered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any


class Deferred(Mapping[str, Any]):
    """A mapping that is made anew by each reading.

    Thousands of pages are planned before the first is rendered: what each shows is made by the process that
    renders it, and not kept.
    """

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self.make = make

    def __getitem__(self, key: str) -> Any:
        """Give one value."""
        return self.make()[key]

    def __iter__(self) -> Iterator[str]:
        """Give the names of the values."""
        return iter(self.make())

    def __len__(self) -> int:
        """Give the number of values."""
        return len(self.make())
