"""Opens the archive that a workbook is, and gives no more of it than is allowed."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from wudan.tables.sheet import TableRefusedError

MAX_UNPACKED_BYTES = 200_000_000


class Archive:
    """The parts of a ZIP archive by name, in small letters and with `/` between folders.

    Raises TableRefusedError where the archive is broken, or its parts come to more than 200,000,000 bytes by its own
    account; of a part it never gives more bytes than that account says.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = ZipFile(BytesIO(content))
        except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError):
            raise TableRefusedError("broken_workbook") from None
        members = self._archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > MAX_UNPACKED_BYTES:
            raise TableRefusedError("unpacked", size=unpacked, limit=MAX_UNPACKED_BYTES)
        self._members = {member.filename.replace("\\", "/").lower().lstrip("/"): member for member in members}

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._members

    def has_folder(self, name: str) -> bool:
        """Whether any part stands in that folder."""
        return any(member.startswith(f"{name}/") for member in self._members)

    def read(self, name: str) -> bytes:
        """Give the bytes of a part. Raises TableRefusedError where it is missing, locked or broken."""
        member = self._members.get(name.lower())
        if member is None:
            raise TableRefusedError("broken_part", part=name)
        try:
            return self._archive.read(member)
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error):
            raise TableRefusedError("broken_part", part=name) from None
