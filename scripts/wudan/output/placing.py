"""Putting a file in its place in one step: whoever reads it sees the old content or the new, never a part."""

import os
import stat
import tempfile
from pathlib import Path


def place(target: Path, content: bytes) -> None:
    """Put content in the place of a file, whose permissions stay. Raises OSError; the old file is whole then."""
    staged = stage(target, content)
    try:
        staged.replace(target)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def stage(target: Path, content: bytes) -> Path:
    """Write content to a new file beside the target, with the permissions that the target has or would have.

    Gives the path of that file, which is on the disk for good. Raises OSError; nothing is left behind then.
    """
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    staged = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.chmod(_permissions(target))
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    return staged


def _permissions(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
