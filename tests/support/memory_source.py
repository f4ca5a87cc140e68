"""A catalog whose files lie in memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from wudan.catalog.reading.source import SourceFile


@dataclass(frozen=True)
class MemorySource:
    """A catalog whose files lie in memory."""

    contents: Mapping[str, bytes]
    name: str = "catalog"

    def files(self) -> Iterator[SourceFile]:
        for path in sorted(map(PurePosixPath, self.contents), key=lambda path: path.parts):
            yield SourceFile(path, len(self.contents[str(path)]))

    def read(self, file: SourceFile) -> bytes:
        return self.contents[str(file.path)]
