"""Writes the files of an import: all of them, or none."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from wudan.catalog.reading.source import SourceError
from wudan.failure import trouble
from wudan.output.placing import stage


def write_files(catalog: Path, texts: Mapping[PurePosixPath, str]) -> None:
    """Write texts to files below a catalog folder, each by a temporary file beside it that takes its place.

    When one cannot be written, those written before get their old content back: it lies ready before the first is
    replaced, so that a full disk is met while nothing has changed. Raises SourceError where a file or its folder is a
    link, and OSError.
    """
    for path in texts:
        _refuse_links(catalog, path)
    with ExitStack() as temporary:
        ready: list[tuple[Path, Path, Path | None]] = []
        for path, text in texts.items():
            target = catalog / path
            target.parent.mkdir(parents=True, exist_ok=True)
            new = _staged(target, text.encode(), temporary)
            ready.append((target, new, _staged(target, target.read_bytes(), temporary) if target.exists() else None))
        _exchange(ready)


def unwritten(error: OSError) -> SourceError:
    """Give the failure of a command whose files could not be written, with what is wrong and what to do."""
    zh, en = trouble(error)
    return SourceError(
        f"不能写入目录，没有改动任何文件：{zh}。", f"The catalog cannot be written; no file was changed: {en}."
    )


def _staged(target: Path, content: bytes, temporary: ExitStack) -> Path:
    """Stage content beside its target; the file goes with the stack, unless it has taken a place by then."""
    path = stage(target, content)
    temporary.callback(path.unlink, missing_ok=True)
    return path


def _exchange(ready: list[tuple[Path, Path, Path | None]]) -> None:
    """Let each new file take its target's place; when one cannot, the old ones come back by renames alone."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for target, new, old in ready:
            os.replace(new, target)  # noqa: PTH105
            done.append((target, old))
    except OSError:
        for target, old in reversed(done):
            if old is None:
                target.unlink(missing_ok=True)
            else:
                os.replace(old, target)  # noqa: PTH105
        raise


def _refuse_links(catalog: Path, path: PurePosixPath) -> None:
    place = catalog
    for part in path.parts:
        place = place / part
        if place.is_symlink():
            raise SourceError(
                f"{place} 是符号链接，没有写入。请用真实的文件或者文件夹代替。",
                f"{place} is a symbolic link; nothing was written. Put a real file or folder in its place.",
            )
