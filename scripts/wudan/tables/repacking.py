"""Measures an xlsx workbook and packs it anew, so that no file can make its reader claim all memory.

A workbook is a ZIP archive. Its reader lays every sheet out as a full rectangle, so one cell in the last row and
another in the last column would be enough to need gigabytes; and an archive may unpack to more than it says.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from wudan.tables.sheet import MAX_CELLS, TableRefusedError, column_number

MAX_UNPACKED_BYTES = 200_000_000
MAX_TEXT_BYTES = 200_000_000

_OTHER_FORMATS = frozenset({"xl/workbook.bin", "content.xml"})
_SHARED = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
_TOKEN = re.compile(
    rb"""<(?:\w+:)?(row|c|v)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>([0-9]{1,9}(?=<))?""",
)
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*(?:["']([A-Z]{0,3})([0-9]{0,7})["'])?""")


def repack(content: bytes) -> bytes:
    """Give the same workbook in an archive that holds exactly what was measured.

    Raises TableRefusedError where the content is no xlsx, or holds more than 200,000,000 bytes unpacked, more than
    1,000,000 cells (each sheet as a full rectangle), or repeats more than 200,000,000 bytes of shared text.
    """
    packed = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as archive, ZipFile(packed, "w") as target:
            members = _members(archive)
            for name, part in members.items():
                target.writestr(name, part)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise TableRefusedError("broken_workbook") from None
    _check(members)
    return packed.getvalue()


def _members(archive: ZipFile) -> dict[str, bytes]:
    """Unpack the parts that hold text. The archive gives no more of a part than the size it was summed up with."""
    names = {name.lower() for name in archive.namelist()}
    if not any(name.startswith("xl/") for name in names) or names & _OTHER_FORMATS:
        raise TableRefusedError("not_table")
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > MAX_UNPACKED_BYTES:
        raise TableRefusedError("unpacked", size=unpacked, limit=MAX_UNPACKED_BYTES)
    return {name: archive.read(name) for name in archive.namelist() if name.lower().endswith((".xml", ".rels"))}


def _check(members: dict[str, bytes]) -> None:
    shared = [
        length
        for name, part in members.items()
        if name.lower().endswith("sharedstrings.xml")
        for length in _shared_lengths(part)
    ]
    cells = repeated = 0
    for part in members.values():
        if part.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise TableRefusedError("broken_workbook")
        extent = _Extent(shared)
        extent.measure(part)
        cells += extent.rows * extent.columns
        repeated += extent.repeated
    if cells > MAX_CELLS:
        raise TableRefusedError("cells", limit=MAX_CELLS)
    if repeated > MAX_TEXT_BYTES:
        raise TableRefusedError("text", limit=MAX_TEXT_BYTES)


def _shared_lengths(part: bytes) -> list[int]:
    """Give the length in bytes of each shared text, its markup included."""
    starts = [found.start() for found in _SHARED.finditer(part)]
    return [end - start for start, end in zip(starts, [*starts[1:], len(part)], strict=True)]


@dataclass(slots=True)
class _Extent:
    """How far a sheet reaches, and how many bytes of shared text its cells repeat; cells without content count not."""

    shared: list[int]
    rows: int = 0
    columns: int = 0
    repeated: int = 0

    def measure(self, part: bytes) -> None:
        row = column = 0
        for tag, attributes, value in _TOKEN.findall(part):
            if tag == b"v":
                index = int(value) if value else len(self.shared)
                self.repeated += self.shared[index] if index < len(self.shared) else 0
                continue
            letters, digits = _place(attributes)
            if tag == b"row":
                row, column = int(digits) if digits else row + 1, 0
                continue
            row = int(digits) if digits else row
            column = column_number(letters) if letters else column + 1
            if not attributes.endswith(b"/"):
                self.rows, self.columns = max(self.rows, row), max(self.columns, column)


def _place(attributes: bytes) -> tuple[str, bytes]:
    found = _PLACE.search(attributes)
    if found is None:
        return "", b""
    if found[1] is None:
        raise TableRefusedError("broken_workbook")
    return found[1].decode(), found[2]
