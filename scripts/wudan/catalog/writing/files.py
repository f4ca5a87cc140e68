"""Writes the files of an import: all of them, or none."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from wudan.catalog.reading.source import SourceError


def write_files(catalog: Path, texts: Mapping[PurePosixPath, str]) -> None:
    """Write texts to files below a catalog folder, each by a temporary file beside it that takes its place.

    When one cannot be written, those written before get their old content back. Raises SourceError where a file
    or its folder is a link, and OSError.
    """
    for path in texts:
        _refuse_links(catalog, path)
    staged: list[tuple[Path, Path]] = []
    kept: list[tuple[Path, bytes | None]] = []
    try:
        for path, text in texts.items():
            target = catalog / path
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.append((_stage(target, text.encode()), target))
        for temporary, target in staged:
            kept.append((target, target.read_bytes() if target.exists() else None))
            os.replace(temporary, target)  # noqa: PTH105
    except OSError:
        for target, content in reversed(kept):
            _restore(target, content)
        raise
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _stage(target: Path, content: bytes) -> Path:
    """Write the content to a new file beside the target, with the permissions that the target has or would have."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with open(descriptor, "wb") as file:  # noqa: PTH123
        file.write(content)
    temporary = Path(name)
    if target.exists():
        temporary.chmod(target.stat().st_mode & 0o777)
    else:
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
    return temporary


def _restore(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    else:
        target.write_bytes(content)


def _refuse_links(catalog: Path, path: PurePosixPath) -> None:
    place = catalog
    for part in path.parts:
        place = place / part
        if place.is_symlink():
            raise SourceError(
                f"{place} 是符号链接，没有写入。请用真实的文件或者文件夹代替。",
                f"{place} is a symbolic link; nothing was written. Put a real file or folder in its place.",
            )
