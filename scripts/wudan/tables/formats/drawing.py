"""Finds the pictures that lie over the cells of a sheet (ECMA-376, part 1, section 20.5)."""

from dataclasses import dataclass, field

from wudan.tables.formats.grid import Grid
from wudan.tables.formats.xml_events import Handler
from wudan.tables.sheet import Trait


@dataclass(slots=True)
class DrawingHandler(Handler):
    """Marks each empty cell on which the upper left corner of a picture lies."""

    grid: Grid
    corner: dict[str, int] = field(default_factory=dict)
    is_corner: bool = False
    has_picture: bool = False
    collected: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """Take the start of an element."""
        if name == "from":
            self.corner, self.is_corner, self.has_picture = {}, True, False
        elif name == "pic":
            self.has_picture = True
        self.collected = []

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self.is_corner and name in {"row", "col"}:
            self.corner[name] = int("".join(self.collected)) + 1
        elif name == "from":
            self.is_corner = False
        elif name.endswith("Anchor") and self.has_picture and len(self.corner) == 2:
            place = (self.corner["row"], self.corner["col"])
            is_within = place[0] <= self.grid.height and place[1] <= self.grid.width
            if is_within and not self.grid.texts.get(place) and place not in self.grid.traits:
                self.grid.put(place, "", (Trait("picture"),))

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self.is_corner:
            self.collected.append(text)
