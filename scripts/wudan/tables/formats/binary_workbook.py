"""Reads the sheets of an Excel workbook of the binary kind of Excel 97 to 2003 (xls; MS-XLS)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from wudan.tables.formats.binary_texts import BinaryText, read_text, read_texts
from wudan.tables.formats.grid import Budget, Grid
from wudan.tables.formats.number_format import format_code, write_number, write_text
from wudan.tables.formats.shared_texts import SharedText, unstruck
from wudan.tables.formats.styles import Styles
from wudan.tables.sheet import Place, Sheet, TableRefusedError, Trait

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_BIFF8 = 0x0600
_GLOBALS, _WORKSHEET = 0x0005, 0x0010
_STRUCK_FONT = 0x0008
_HIDDEN_ROW = 0x20
_LAST_ROW = 65_536
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

# How workbooks of Excel 2 to 4 begin, which stand in no compound file.
OLDER = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")

Record = tuple[int, bytes]


def read_binary_workbook(stream: bytes) -> tuple[Sheet, ...]:
    """Give the sheets of a workbook by its stream `Workbook`.

    Raises TableRefusedError where it is broken, locked or larger than is allowed.
    """
    try:
        book = _Book()
        book.read(stream)
        budget = Budget()
        return tuple(
            _SheetReader(book, Grid(name, budget, is_hidden=is_hidden)).read(stream, start)
            for name, start, is_hidden in book.sheets
            if _kind_at(stream, start) == _WORKSHEET
        )
    except (StructError, IndexError, ValueError, OverflowError):
        raise TableRefusedError("broken_workbook") from None


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """Give the records of one part of the stream, with their numbers, up to its end."""
    while at + 4 <= len(stream):
        number, length = unpack_from("<HH", stream, at)
        yield number, stream[at + 4 : at + 4 + length]
        if number == _EOF:
            return
        at += 4 + length
    raise IndexError(at)


def _kind_at(stream: bytes, at: int) -> int:
    number, _, version, kind = unpack_from("<HHHH", stream, at)
    if number & 0xFF == _BOF & 0xFF and version < _BIFF8:
        raise TableRefusedError("older_workbook")
    if number != _BOF:
        raise ValueError(number)
    return int(kind)


@dataclass(slots=True)
class _Book:
    """What holds for all sheets: names, styles, shared texts, the epoch of dates."""

    sheets: list[tuple[str, int, bool]] = field(default_factory=list)
    texts: list[BinaryText] = field(default_factory=list)
    fonts: list[bool] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    cells: list[tuple[int, int]] = field(default_factory=list)
    from_1904: bool = False
    styles: Styles = field(default_factory=Styles)

    def read(self, stream: bytes) -> None:
        if _kind_at(stream, 0) != _GLOBALS:
            raise ValueError(_GLOBALS)
        pieces: list[bytes] = []
        is_continued = False
        for number, content in _records(stream, 0):
            is_continued = number == 0x00FC or (is_continued and number == _CONTINUE)
            if is_continued:
                pieces.append(content)
            elif number == 0x002F:
                raise TableRefusedError("locked")
            elif number == 0x0085:
                start, state = unpack_from("<IB", content)
                self.sheets.append((read_text(content, 6, is_short=True), start, state & 3 != 0))
            elif number == 0x0031:
                self.fonts.append(bool(unpack_from("<H", content, 2)[0] & _STRUCK_FONT))
            elif number == 0x041E:
                self.codes[unpack_from("<H", content)[0]] = read_text(content, 2)
            elif number == 0x00E0:
                font, code = unpack_from("<HH", content)
                self.cells.append((code, font))
            elif number == 0x0022:
                self.from_1904 = unpack_from("<H", content)[0] == 1
        self.texts = read_texts(pieces) if pieces else []
        self.styles = Styles(
            tuple(format_code(code, self.codes) for code, _ in self.cells),
            tuple(self.is_struck_font(font) for _, font in self.cells),
        )

    def is_struck_font(self, number: int) -> bool:
        """Whether a font strikes through; by an old custom there is no font with the number 4."""
        index = number - 1 if number > 4 else number
        return self.fonts[index] if index < len(self.fonts) else False

    def shared(self, index: int) -> SharedText:
        """Give a shared text in runs."""
        text = self.texts[index]
        starts = [(0, None), *((start, self.is_struck_font(font)) for start, font in text.fonts)]
        ends = [*(start for start, _ in starts[1:]), None]
        return tuple((text.part(start, end), struck) for (start, struck), end in zip(starts, ends, strict=True))


class _SheetReader:
    """Puts the cells of one sheet into a grid."""

    def __init__(self, book: _Book, grid: Grid) -> None:
        self._book = book
        self._grid = grid
        self._awaited: tuple[Place, int] | None = None
        self._is_filtered = False
        self._depth = 0

    def read(self, stream: bytes, start: int) -> Sheet:
        readers: Mapping[int, Callable[[bytes], None]] = {
            0x00FD: self._shared_text,
            0x0204: self._own_text,
            0x0203: self._number,
            0x027E: self._short_number,
            0x00BD: self._short_numbers,
            0x0205: self._truth_or_error,
            0x0006: self._formula,
            0x0207: self._result,
            0x0208: self._row,
            0x007D: self._columns,
            0x00E5: self._merged,
        }
        for number, content in _records(stream, start):
            if number == 0x009B:
                self._is_filtered = True
            elif reader := readers.get(number):
                reader(content)
        if self._is_filtered:
            self._grid.filters.append((2, _LAST_ROW))
        return self._grid.sheet()

    def _runs(self, content: bytes, runs: SharedText, *, traits: tuple[Trait, ...] = ()) -> None:
        place, style = _place(content)
        text, struck = unstruck(runs, cell_is_struck=self._book.styles.is_struck(style))
        if text:
            self._grid.put_text(place, write_text(text, self._book.styles.format_of(style)), (*struck, *traits))

    def _shared_text(self, content: bytes) -> None:
        self._runs(content, self._book.shared(unpack_from("<I", content, 6)[0]))

    def _own_text(self, content: bytes) -> None:
        self._runs(content, ((read_text(content, 6), None),))

    def _put_number(self, place: Place, style: int, value: float, *traits: Trait) -> None:
        code = self._book.styles.format_of(style)
        text, lost = write_number(repr(value), code, from_1904=self._book.from_1904)
        struck = (Trait("struck", text),) if self._book.styles.is_struck(style) else ()
        self._grid.put(place, text, (*struck, *traits, *((lost,) if lost else ())))

    def _number(self, content: bytes) -> None:
        self._put_number(*_place(content), unpack_from("<d", content, 6)[0])

    def _short_number(self, content: bytes) -> None:
        self._put_number(*_place(content), _unpacked(unpack_from("<I", content, 6)[0]))

    def _short_numbers(self, content: bytes) -> None:
        (row, column), _ = _place(content)
        for index in range((len(content) - 6) // 6):
            style, packed = unpack_from("<HI", content, 4 + 6 * index)
            self._put_number((row, column + index), style, _unpacked(packed))

    def _truth_or_error(self, content: bytes) -> None:
        self._put_truth_or_error(_place(content)[0], content[6], is_error=bool(content[7]))

    def _put_truth_or_error(self, place: Place, value: int, *, is_error: bool) -> None:
        if is_error:
            self._grid.put(place, "", (Trait("cell_error", _ERRORS.get(value, "#")),))
        else:
            self._grid.put(place, "是" if value else "否")

    def _formula(self, content: bytes) -> None:
        place, style = _place(content)
        if content[12:14] != b"\xff\xff":
            self._put_number(place, style, unpack_from("<d", content, 6)[0], Trait("formula"))
        elif content[6] == 0:
            self._awaited = (place, style)
        elif content[6] in {1, 2}:
            self._put_truth_or_error(place, content[8], is_error=content[6] == 2)

    def _result(self, content: bytes) -> None:
        """Take the text that a formula gave; it follows the formula as a record of its own."""
        if self._awaited is not None:
            (row, column), style = self._awaited
            at = bytes((*(row - 1).to_bytes(2, "little"), *(column - 1).to_bytes(2, "little")))
            self._runs(at + style.to_bytes(2, "little"), ((read_text(content, 0), None),), traits=(Trait("formula"),))
            self._awaited = None

    def _row(self, content: bytes) -> None:
        if unpack_from("<I", content, 12)[0] & _HIDDEN_ROW:
            self._grid.hidden_rows.add(unpack_from("<H", content)[0] + 1)

    def _columns(self, content: bytes) -> None:
        first, last, width, _, flags = unpack_from("<HHHHH", content)
        if flags & 1 or not width:
            self._grid.hidden_columns.append((first + 1, last + 1))

    def _merged(self, content: bytes) -> None:
        for index in range(unpack_from("<H", content)[0]):
            top, bottom, left, right = unpack_from("<HHHH", content, 2 + 8 * index)
            self._grid.merged.append(((top + 1, left + 1), (bottom + 1, right + 1)))


def _place(content: bytes) -> tuple[Place, int]:
    """Give the place of a cell and the number of its style."""
    row, column, style = unpack_from("<HHH", content)
    return (row + 1, column + 1), style


def _unpacked(packed: int) -> float:
    """Give a number that is packed into four bytes (MS-XLS, section 2.5.217)."""
    if packed & 2:
        whole = packed >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        value = unpack_from("<d", b"\0\0\0\0" + (packed & ~3).to_bytes(4, "little"))[0]
    return value / 100 if packed & 1 else value
