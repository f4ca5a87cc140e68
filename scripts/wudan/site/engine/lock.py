"""One build at a time for one target."""

import fcntl
import os
from pathlib import Path


class Lock:
    """A lock file, held by this process and the workers it forks until they end or are killed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the lock, without waiting. Gives False when another process has it. Raises OSError."""
        while True:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                return False
            if self._is_in_place(descriptor):
                self._descriptor = descriptor
                return True
            os.close(descriptor)  # its holder removed the file after we opened it

    def release(self) -> None:
        """Let go of the lock and remove its file."""
        if self._descriptor is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = None

    def _is_in_place(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False
