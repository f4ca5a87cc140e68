"""Where the files of a catalog come from: a folder on disk (later: a git revision)."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from wudan.failure import Failure


class SourceError(Failure):
    """Nothing could be opened: no catalog, no such file, no such revision."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a source: its path from the catalog folder, and its size in bytes before anything is read.

    `is_link` is true of a link, and of anything else that is no plain file, such as a pipe; none is ever opened.
    """

    path: PurePosixPath
    size: int
    is_link: bool = False


class Source(Protocol):
    """A place that holds the files of one catalog."""

    @property
    def name(self) -> str:
        """The catalog folder's name, with which the paths in findings begin."""

    def files(self) -> Iterator[SourceFile]:
        """Give every file of the catalog, by path."""

    def read(self, file: SourceFile) -> bytes:
        """Give the content of a file. Raises OSError."""


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A catalog folder on disk. Links are listed, and never followed."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.folder.resolve().name

    def files(self) -> Iterator[SourceFile]:
        """Give every file below the folder, by path; names that begin with a dot are not the catalog's."""
        yield from self._below(self.folder, PurePosixPath())

    def _below(self, folder: Path, path: PurePosixPath) -> Iterator[SourceFile]:
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir() and not entry.is_symlink():
                yield from self._below(entry, path / entry.name)
            else:
                status = entry.lstat()
                yield SourceFile(path / entry.name, status.st_size, not stat.S_ISREG(status.st_mode))

    def read(self, file: SourceFile) -> bytes:
        """Give the content of a file. Raises OSError."""
        return (self.folder / file.path).read_bytes()


def open_folder(folder: Path) -> FolderSource:
    """Give the source for a catalog folder. Raises SourceError when there is no catalog in it."""
    if not folder.is_dir():
        raise SourceError(
            f"找不到目录文件夹：{folder}。请在含有 catalog 文件夹的地方运行，或者用 --catalog 指明它的位置。",
            f"No such folder: {folder}. Run this where the catalog folder lies, or name it with --catalog.",
        )
    if not (folder / "catalog.yml").is_file():
        raise SourceError(
            f"文件夹 {folder} 中没有 catalog.yml，不是一份目录。新建目录请用 wudan init。",
            f"There is no catalog.yml in {folder}, so it is not a catalog. Make a new one with wudan init.",
        )
    return FolderSource(folder)
