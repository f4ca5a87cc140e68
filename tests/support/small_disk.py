"""A disk that is nearly full: a small file system in memory where one may be mounted, else a limit to each file."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.forking import Fate

PAGE = 4096
"""Bytes in which a file system in memory gives out its space."""

_SIZE = "64m"


@dataclass(frozen=True)
class Disk:
    """A folder on the disk; where nothing may be mounted it stands on the disk of the machine."""

    folder: Path
    is_small: bool

    def leave(self, pages: int) -> Fate:
        """Fill the disk up to so many pages, and give what befalls a command where it could not be filled."""
        if not self.is_small:
            return Fate(largest_file=pages * PAGE // 4)
        filling = self.folder / "filling"
        filling.unlink(missing_ok=True)
        with filling.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(PAGE)):
                    pass
            except OSError:
                file.truncate(max(0, file.tell() - pages * PAGE))
        return Fate()


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Give an empty disk, mounted at a folder as long as the block runs."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    is_mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield Disk(folder, is_mounted)
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
