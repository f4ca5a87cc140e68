"""What the styles of a workbook say about cells: number formats, and which fonts strike through."""

from dataclasses import dataclass, field

from wudan.tables.formats.number_format import format_code
from wudan.tables.formats.xml_events import Handler, read_xml

_OFF = frozenset({"0", "false"})


@dataclass(frozen=True, slots=True)
class Styles:
    """Number format and strike of each style of cells, by its number."""

    formats: tuple[str, ...] = ()
    struck: tuple[bool, ...] = ()

    def format_of(self, style: int) -> str:
        """Give the code of the number format of a style; empty for General."""
        return self.formats[style] if 0 <= style < len(self.formats) else ""

    def is_struck(self, style: int) -> bool:
        """Whether the font of a style strikes through."""
        return self.struck[style] if 0 <= style < len(self.struck) else False


def read_styles(content: bytes, part: str) -> Styles:
    """Give the styles of a workbook. Raises TableRefusedError where the part is broken."""
    handler = _StylesHandler()
    read_xml(content, handler, part)
    fonts = handler.fonts
    return Styles(
        tuple(format_code(number, handler.codes) for number, _ in handler.cells),
        tuple(font < len(fonts) and fonts[font] for _, font in handler.cells),
    )


def strikes(attributes: dict[str, str]) -> bool:
    """Whether an element `strike` switches the strike on."""
    return attributes.get("val", "1") not in _OFF


@dataclass(slots=True)
class _StylesHandler(Handler):
    codes: dict[int, str] = field(default_factory=dict)
    fonts: list[bool] = field(default_factory=list)
    cells: list[tuple[int, int]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        group = self.within[1] if len(self.within) > 1 else ""
        if name == "numFmt" and group == "numFmts":
            self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "font" and group == "fonts":
            self.fonts.append(False)
        elif name == "strike" and group == "fonts":
            self.fonts[-1] = strikes(attributes)
        elif name == "xf" and group == "cellXfs":
            self.cells.append((int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0))))
        self.within.append(name)

    def end(self, name: str) -> None:  # noqa: ARG002
        self.within.pop()
