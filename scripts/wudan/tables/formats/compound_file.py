"""Takes a stream out of a compound file (MS-CFB), the container of the older Office formats."""

from struct import unpack_from

from wudan.tables.sheet import TableRefusedError

_END_OF_CHAIN = 0xFFFFFFFA  # this and what is above are no sectors
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_HEADER_FAT_SECTORS = 109


class CompoundFile:
    """The streams of a compound file by name. Raises TableRefusedError where the file is broken."""

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEADER_BYTES:
            raise TableRefusedError("broken_workbook")
        self._content = content
        self._sector_bytes = 1 << min(unpack_from("<H", content, 30)[0], 12)
        self._mini_bytes = 1 << min(unpack_from("<H", content, 32)[0], 12)
        directory, _, self._cutoff, mini_table = unpack_from("<IIII", content, 48)
        self._table = self._sector_table()
        self._entries = self._read_entries(self._chain(directory))
        self._mini_table = _numbers(self._chain(mini_table))
        root = next((entry for entry in self._entries.values() if entry[0] == 5), None)
        self._mini_stream = self._chain(root[1])[: root[2]] if root else b""

    def stream(self, name: str) -> bytes | None:
        """Give the bytes of a stream, or None where there is none of that name."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        _, start, size = entry
        return (self._mini_chain(start) if size < self._cutoff else self._chain(start))[:size]

    def _sector_table(self) -> list[int]:
        """Give the number of the following sector for each sector."""
        sectors = list(unpack_from(f"<{_HEADER_FAT_SECTORS}I", self._content, 76))
        following = unpack_from("<I", self._content, 68)[0]
        for _ in range(len(self._content) // self._sector_bytes):
            if following >= _END_OF_CHAIN:
                break
            numbers = _numbers(self._sector(following))
            sectors.extend(numbers[:-1])
            following = numbers[-1] if numbers else _END_OF_CHAIN
        return [number for sector in sectors if sector < _END_OF_CHAIN for number in _numbers(self._sector(sector))]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector_bytes
        return self._content[start : start + self._sector_bytes]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(self._table, start))

    def _mini_chain(self, start: int) -> bytes:
        size, stream = self._mini_bytes, self._mini_stream
        return b"".join(stream[number * size : (number + 1) * size] for number in _followed(self._mini_table, start))

    @staticmethod
    def _read_entries(directory: bytes) -> dict[str, tuple[int, int, int]]:
        """Give kind, first sector and size in bytes of each entry."""
        entries = {}
        for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            length = unpack_from("<H", directory, at + 64)[0]
            name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            kind = directory[at + 66]
            start, size = unpack_from("<II", directory, at + 116)
            if kind:
                entries[name] = (kind, start, size)
        return entries


def _numbers(sector: bytes) -> list[int]:
    return list(unpack_from(f"<{len(sector) // 4}I", sector))


def _followed(table: list[int], start: int) -> list[int]:
    """Follow a chain of sectors. Raises TableRefusedError where it leads nowhere or in a circle."""
    chain: list[int] = []
    while start < _END_OF_CHAIN:
        if start >= len(table) or len(chain) > len(table):
            raise TableRefusedError("broken_workbook")
        chain.append(start)
        start = table[start]
    return chain
