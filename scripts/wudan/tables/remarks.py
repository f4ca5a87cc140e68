"""What an import has to say about cells: the messages, and how remarks become findings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from wudan.findings.finding import Finding
from wudan.findings.judged import fingerprint
from wudan.level import Level
from wudan.tables.remark_messages import Drops, table_messages
from wudan.tables.sheet import Cell
from wudan.words import COLON, Language, Words, visible


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a cell: which message, its arguments, the path of the key and the item it belongs to.

    `level` is given where it departs from the message's own. `times` counts the cells that it stands for.
    """

    message: str
    cell: Cell
    arguments: Mapping[str, object] = field(default_factory=dict)
    path: str = ""
    item: str = ""
    level: Level | None = None
    times: int = 1

    @property
    def drops(self) -> Drops:
        """What the remark says is left out: the cell, its column, its row, or nothing.

        A row without name or type cannot come in, so what is wrong with these cells keeps the row out.
        """
        drops = table_messages()[self.message].drops
        return "row" if drops == "cell" and self.path in {"name", "type"} and self.cannot_do_without else drops

    @property
    def cannot_do_without(self) -> bool:
        """Whether the message by itself, before any lowering, is an error."""
        return table_messages()[self.message].level == "error"

    @property
    def is_error(self) -> bool:
        """Whether it is an error: then its row, or the whole table, does not come in."""
        return (self.level or table_messages()[self.message].level) == "error"


def gather(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Join remarks that say the same of the same column into the first of them, which then counts the others."""
    gathered: dict[object, Remark] = {}
    for remark in remarks:
        key: object = len(gathered)
        if table_messages()[remark.message].repeats:
            arguments = tuple(sorted((name, str(value)) for name, value in remark.arguments.items()))
            key = (remark.message, remark.path, remark.cell.sheet, remark.cell.column, arguments)
        earlier = gathered.get(key)
        gathered[key] = replace(earlier, times=earlier.times + remark.times) if earlier else remark
    return tuple(gathered.values())


def findings(remarks: Iterable[Remark], file: str, list_id: str, language: Language) -> Iterator[Finding]:
    """Write remarks as findings about the table `file`: its rows are the lines, its columns the columns."""
    for remark in remarks:
        message = table_messages()[remark.message]
        cell = remark.cell
        row, column = cell.place
        place = visible(cell.name) + COLON.write(language) if cell.row else ""
        times = _TIMES.write(language, {"times": remark.times}) if remark.times > 1 else ""
        values = (remark.message, cell.name, *(str(value) for value in remark.arguments.values()))
        yield Finding(
            code=message.code,
            level=remark.level or message.level,
            message=place + message.words.write(language, remark.arguments) + times,
            file=file,
            line=max(row, 1),
            column=max(column, 1),
            end_line=max(row, 1),
            list=list_id,
            item=remark.item,
            pointer=_pointer(remark.path),
            related=(),
            fingerprint=fingerprint(message.code, list_id, remark.item, values),
            fix=None,
            help=message.help.write(language, remark.arguments),
        )


def _pointer(path: str) -> str:
    """Write the path of a key as a JSON Pointer; what is no key of the record has none."""
    if not path or path.startswith("@"):
        return ""
    return "/" + path.replace("[]", "/0").replace(".", "/")


_TIMES = Words("（这样的单元格共 {times} 个，这是第一个。）", " (The first of {times} such cells.)")
