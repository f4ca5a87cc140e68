"""Publishing: a site is built in a staging folder beside its target and takes the target's place in one step.

Whatever happens before that step, the site published before stays whole; whatever happens after it, the new one
does. The step is an exchange of two folders. Where the file system has none, the target is a symbolic link to
one of two folders, and a new link is renamed over it.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from wudan.failure import trouble
from wudan.site.engine.exchange import exchange
from wudan.site.engine.lock import Lock
from wudan.site.engine.manifest import MANIFEST, strangers
from wudan.site.error import SiteError
from wudan.words import visible
from wudan.workers import fork_map

Exchange = Callable[[Path, Path], bool]

_NAMED = 5  # files that a message names before it only counts them


class Staging:
    """The folder in which the next site for a target is built, and the right to be the only one who builds it."""

    def __init__(self, target: Path, exchange: Exchange = exchange) -> None:
        self._exchange = exchange
        self.target = _final(target)
        self.folder = self._beside("new")
        self._probe = (self._beside("probe-a"), self._beside("probe-b"))
        self._versions = (self._beside("a"), self._beside("b"))
        self._link = self._beside("link")
        self._lock = Lock(self._beside("lock"))

    def open(self) -> None:
        """Take the lock, remove what builds that died have left, and make the empty staging folder.

        Raises SiteError when another build is under way, when the target is not a site, and when the place
        cannot be written to.
        """
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            if not self._lock.take():
                raise SiteError(
                    f"另一个构建正在写入 {self.target.name}，请等它结束后再试。",
                    f"Another build is writing to {self.target.name}; wait until it has ended.",
                )
        except OSError as error:
            raise unwritable(self.target, error) from error
        try:
            _check_target(self.target)
            self._clear()
            self.folder.mkdir()
        except OSError as error:
            self._lock.release()
            raise unwritable(self.target, error) from error
        except SiteError:
            self._lock.release()
            raise

    def publish(self) -> None:
        """Put the staged site in the target's place and remove the old one. Raises SiteError."""
        try:
            for _ in self.steps():
                pass
        except OSError as error:
            raise unwritable(self.target, error) from error
        finally:
            self._lock.release()

    def steps(self) -> Iterator[str]:
        """Publish step by step; after each the target is a whole site, the old one or the new.

        What was put into the target while the site was built is not lost either. Raises OSError and SiteError.
        """
        _check_target(self.target)
        if self.target.is_symlink():
            yield from self._relink()
        elif not self.target.exists():
            if self._can_exchange():
                self.folder.rename(self.target)
                yield "renamed"
            else:
                yield from self._relink()
        elif self._exchange(self.folder, self.target):
            yield "exchanged"
        else:
            raise SiteError(
                f"这里的文件系统不能一步替换文件夹 {self.target.name}。请把它删除或者改名，再重新生成；只需做这一次。",
                f"This file system cannot exchange folders. Remove or rename {self.target.name} once and build again.",
            )
        # The site is published. What cannot be removed now, the next build removes or reports.
        with suppress(OSError):
            self._clear()
        yield "cleared"

    def abandon(self) -> None:
        """Remove the staging folder and let go of the lock; the target stays as it is. Raises OSError."""
        try:
            self._clear()
        finally:
            self._lock.release()

    def _relink(self) -> Iterator[str]:
        current = self._current()
        version = next(version for version in self._versions if version != current)
        self.folder.rename(version)
        yield "moved"
        self._link.symlink_to(version.name)
        yield "linked"
        self._link.rename(self.target)
        yield "relinked"

    def _can_exchange(self) -> bool:
        for folder in self._probe:
            folder.mkdir()
        can = self._exchange(*self._probe)
        for folder in self._probe:
            folder.rmdir()
        return can

    def _current(self) -> Path | None:
        return self.target.parent / self.target.readlink() if self.target.is_symlink() else None

    def _clear(self) -> None:
        """Remove everything beside the target that belongs to a build and is not the published site."""
        self._link.unlink(missing_ok=True)
        for folder in (self.folder, *self._probe, *(path for path in self._versions if path != self._current())):
            if folder.exists():
                _remove(folder)

    def _beside(self, role: str) -> Path:
        return self.target.with_name(f".{self.target.name}.{role}")


def _remove(folder: Path) -> None:
    """Remove a folder with all it holds, the folders of pages on all processors. Raises OSError."""
    pages = [page for section in folder.iterdir() if section.is_dir() for page in section.iterdir() if page.is_dir()]
    fork_map(partial(shutil.rmtree, ignore_errors=True), pages)
    shutil.rmtree(folder)  # what could not be removed above says so here


def _final(target: Path) -> Path:
    """Give the path to write to: a link that this module did not make is followed to the folder it means."""
    path = Path(os.path.abspath(target))  # noqa: PTH100 (resolve would follow the link that publishes)
    if path.is_symlink() and path.readlink().name not in {f".{path.name}.a", f".{path.name}.b"}:
        return path.resolve()
    return path


def _check_target(target: Path) -> None:
    """Raise SiteError when the target must not be replaced: it is no folder, or a folder of other things."""
    if not target.exists():
        return
    if not target.is_dir():
        raise SiteError(f"{target.name} 不是文件夹。", f"{target.name} is not a folder.")
    if not any(target.iterdir()):
        return
    lost = strangers(target)
    if lost is None:
        raise SiteError(
            f"文件夹 {target.name} 里有别的内容（没有本工具写的 {MANIFEST}），不能替换成网站。"
            "请另选文件夹，或者先把它移走。",
            f"{target.name} holds other things (there is no {MANIFEST} of ours); choose another folder, or move it "
            "away.",
        )
    if lost:
        named, more = "、".join(map(visible, lost[:_NAMED])), "……" if len(lost) > _NAMED else ""
        raise SiteError(
            f"文件夹 {target.name} 里有 {len(lost)} 个文件不属于网站：{named}{more}。生成网站会丢掉它们，所以没有生成；"
            "请先把它们移到别处。",
            f"{target.name} holds {len(lost)} files that are not the site's: {', '.join(map(visible, lost[:_NAMED]))}"
            f"{more} They would be lost, so nothing was built; move them elsewhere first.",
        )


def unwritable(target: Path, error: OSError) -> SiteError:
    """Give the failure of a build that the system stopped."""
    zh, en = trouble(error)
    return SiteError(
        f"不能写入 {target.name} 所在的文件夹：{zh}。原来的网站没有改动。",
        f"Cannot write beside {target.name}: {en}. The published site is unchanged.",
    )
