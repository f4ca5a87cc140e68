"""Reads the texts of a binary workbook (MS-XLS, section 2.5.293 and after), which may run over several records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from struct import unpack_from

_WIDE, _EXTENDED, _RICH = 1, 4, 8


@dataclass(frozen=True, slots=True)
class BinaryText:
    """A text, and from which of its characters on which font holds.

    Characters are counted from 0, and those outside the basic plane twice, as UTF-16 has them.
    """

    utf16: bytes
    fonts: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The whole text."""
        return self.part(0, None)

    def part(self, start: int, end: int | None) -> str:
        """Give the text from one character to another."""
        return self.utf16[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


@dataclass(slots=True)
class _Pieces:
    """The bytes of a record and of the records that continue it; raises IndexError beyond their end."""

    pieces: Sequence[bytes]
    piece: int = 0
    at: int = 0
    parts: list[str] = field(default_factory=list)

    def take(self, count: int) -> bytes:
        """Give bytes that may lie in several pieces."""
        taken = b""
        while len(taken) < count:
            self._go_on()
            found = self.pieces[self.piece][self.at : self.at + count - len(taken)]
            taken += found
            self.at += len(found)
        return taken

    def characters(self, count: int, *, is_wide: bool) -> bytes:
        """Give characters as UTF-16; each further piece says anew whether its characters take two bytes."""
        characters = bytearray()
        while len(characters) < 2 * count:
            if self.at >= len(self.pieces[self.piece]):
                self._go_on()
                is_wide = bool(self.take(1)[0] & _WIDE)
            width = 2 if is_wide else 1
            room = (len(self.pieces[self.piece]) - self.at) // width
            taken = self.take(min(count - len(characters) // 2, room) * width)
            if not taken:
                raise IndexError(self.piece)
            characters += taken if is_wide else taken.decode("latin-1").encode("utf-16-le")
        return bytes(characters)

    def _go_on(self) -> None:
        while self.at >= len(self.pieces[self.piece]):
            self.piece, self.at = self.piece + 1, 0


def read_texts(pieces: Sequence[bytes]) -> list[BinaryText]:
    """Give the texts of the table of shared texts. Raises IndexError or struct.error where it is cut off."""
    source = _Pieces(pieces)
    count = unpack_from("<I", source.take(8), 4)[0]
    texts = []
    for _ in range(count):
        texts.append(_text(source, unpack_from("<H", source.take(2))[0]))
    return texts


def read_text(content: bytes, at: int, *, is_short: bool = False) -> str:
    """Give the text that stands in a record at an offset; a short one has one byte for its length."""
    length = content[at] if is_short else unpack_from("<H", content, at)[0]
    return _text(_Pieces([content], at=at + (1 if is_short else 2)), length).text


def _text(source: _Pieces, length: int) -> BinaryText:
    flags = source.take(1)[0]
    runs = unpack_from("<H", source.take(2))[0] if flags & _RICH else 0
    extra = unpack_from("<I", source.take(4))[0] if flags & _EXTENDED else 0
    characters = source.characters(length, is_wide=bool(flags & _WIDE))
    fonts = tuple(unpack_from("<HH", source.take(4)) for _ in range(runs))
    source.take(extra)
    return BinaryText(characters, fonts)
