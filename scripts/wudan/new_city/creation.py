"""Makes the folder of a new city: all of it, or nothing."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from wudan.failure import Failure

_EXECUTABLE = frozenset({PurePosixPath(".ci/run")})


class NotEmptyError(Failure):
    """The folder for the new city is there already and holds something."""

    exit_code = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} 已经存在，而且不是空文件夹，没有改动。请换一个位置。",
            f"{folder} exists and is no empty folder; nothing was changed. Choose another place.",
        )


def is_free(folder: Path) -> bool:
    """Say whether a city can be made in a folder: there is none yet, or it holds nothing but the data of git."""
    if not folder.exists() and not folder.is_symlink():
        return True
    return folder.is_dir() and not folder.is_symlink() and {path.name for path in folder.iterdir()} <= {".git"}


def create(folder: Path, files: Iterable[tuple[PurePosixPath, bytes]]) -> None:
    """Write all files, by their path, into a new or empty folder. Raises NotEmptyError and OSError."""
    if not is_free(folder):
        raise NotEmptyError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as name:
        staging = Path(name)
        for path, content in files:
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            if path in _EXECUTABLE:
                target.chmod(0o755)
        folder.mkdir(exist_ok=True)
        for made in sorted(staging.iterdir()):
            shutil.move(made, folder / made.name)
