"""Reads the sheets of an Excel workbook (xlsx; ECMA-376, part 1): texts as people see them, and nothing computed."""

import posixpath
from dataclasses import dataclass, field

from wudan.tables.formats.archive import Archive
from wudan.tables.formats.drawing import DrawingHandler
from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.formats.shared_texts import SharedText, read_shared_texts
from wudan.tables.formats.styles import Styles, read_styles
from wudan.tables.formats.worksheet import FilterHandler, Setting, WorksheetHandler
from wudan.tables.formats.xml_events import Handler, read_xml
from wudan.tables.sheet import Sheet

_TRUE = frozenset({"1", "true"})


def read_workbook(archive: Archive) -> tuple[Sheet, ...]:
    """Give the sheets of a workbook with their names. Charts and macros are passed over.

    Raises TableRefusedError where a part is missing or broken, or the sheets are larger than is allowed.
    """
    start = _Relations(archive, "")
    path = start.one("officeDocument") or "xl/workbook.xml"
    about = _WorkbookHandler()
    read_xml(archive.read(path), about, path)
    relations = _Relations(archive, path)
    styles_path = relations.one("styles") or _beside(archive, path, "styles.xml")
    texts_path = relations.one("sharedStrings") or _beside(archive, path, "sharedStrings.xml")
    styles = read_styles(archive.read(styles_path), styles_path) if styles_path else Styles()
    texts: list[SharedText] = read_shared_texts(archive.read(texts_path), texts_path) if texts_path else []
    setting = Setting(styles, texts, from_1904=about.from_1904, is_uncalculated=about.is_uncalculated)
    budget = Budget()
    sheets = []
    for name, state, relation in about.sheets:
        kind, target = relations.targets.get(relation, ("worksheet", f"({name})"))
        if kind == "worksheet":
            grid = Grid(name, budget, is_hidden=state in {"hidden", "veryHidden"})
            sheets.append(_read_sheet(archive, target, grid, setting))
    return tuple(sheets)


def _beside(archive: Archive, part: str, name: str) -> str:
    """Give the path of a part that stands where every program puts it, though no relation says so."""
    path = posixpath.join(posixpath.dirname(part), name)
    return path if archive.has(path) else ""


def _read_sheet(archive: Archive, path: str, grid: Grid, setting: Setting) -> Sheet:
    read_xml(archive.read(path), WorksheetHandler(grid, setting), path, has_prefixes=False)
    relations = _Relations(archive, path)
    for table in relations.all("table") if grid.hidden_rows else ():
        read_xml(archive.read(table), FilterHandler(grid), table)
    for drawing in relations.all("drawing"):
        read_xml(archive.read(drawing), DrawingHandler(grid), drawing)
    return grid.sheet()


@dataclass(slots=True)
class _WorkbookHandler(Handler):
    """What `workbook.xml` says: name, state and relation of each sheet, the epoch, and whether results are due."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    from_1904: bool = False
    is_uncalculated: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get("state", ""), attributes.get("id", "")))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in _TRUE
        elif name == "calcPr":
            self.is_uncalculated = attributes.get("fullCalcOnLoad") in _TRUE


class _Relations(Handler):
    """What a part is related to: kind and path by id. A part without relations has none."""

    def __init__(self, archive: Archive, part: str) -> None:
        self.targets: dict[str, tuple[str, str]] = {}
        self._folder, name = posixpath.split(part)
        path = posixpath.join(self._folder, "_rels", f"{name}.rels")
        if archive.has(path):
            read_xml(archive.read(path), self, path)

    def all(self, kind: str) -> list[str]:
        """Give the paths of the parts of a kind."""
        return [target for found, target in self.targets.values() if found == kind]

    def one(self, kind: str) -> str:
        """Give the path of the first part of a kind, or an empty text."""
        return next(iter(self.all(kind)), "")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", ""))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = (kind, target)
