"""Puts the change of an import on a git branch of its own, as one commit."""

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wudan.failure import Failure

_TIMEOUT_SECONDS = 120


class BranchError(Failure):
    """The branch could not be made; nothing has changed."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch to be made in the repository that holds `folder`, for a change to `files` below it."""

    folder: Path
    name: str
    files: Sequence[Path]

    def check(self) -> None:
        """Raise BranchError where the branch cannot be made, or where the files hold changes not yet committed."""
        if self._git("rev-parse", "--is-inside-work-tree").returncode:
            raise BranchError(
                f"{self.folder} 不在 git 仓库里，不能建分支。",
                f"{self.folder} is in no git repository, so no branch can be made.",
            )
        if self._git("check-ref-format", "--branch", self.name).returncode:
            raise BranchError(
                f"“{self.name}”不能作分支名。只用字母、数字、连字符和斜线。",
                f"'{self.name}' is no name for a branch. Use letters, digits, hyphens and slashes.",
            )
        if not self._git("show-ref", "--verify", "--quiet", f"refs/heads/{self.name}").returncode:
            raise BranchError(
                f"分支“{self.name}”已经存在，请换一个名称。",
                f"There is a branch '{self.name}' already. Choose another name.",
            )
        if dirty := self._must("status", "--porcelain", "--", *self._paths()):
            raise BranchError(
                f"这些文件有尚未提交的改动，没有导入：\n{dirty}\n请先提交或者撤销。",
                f"Nothing was imported, for these files hold uncommitted changes:\n{dirty}\nCommit or undo them.",
            )

    def commit(self, message: str, write: Callable[[], None]) -> None:
        """Switch to the new branch, let `write` write the files, and commit them and nothing else.

        When anything fails, the files, the index and the branch are as before. Raises BranchError and what `write`
        raises.
        """
        before = self._must("rev-parse", "--abbrev-ref", "HEAD")
        start = self._must("rev-parse", "HEAD") if before == "HEAD" else before
        kept = [(path, path.read_bytes() if path.exists() else None) for path in self.files]
        self._must("switch", "--quiet", "--create", self.name)
        try:
            write()
            self._must("add", "--force", "--", *self._paths())
            self._must("commit", "--quiet", "--message", message, "--", *self._paths())
        except BaseException:
            for path, content in kept:
                if content is None:
                    path.unlink(missing_ok=True)
                else:
                    path.write_bytes(content)
            self._git("reset", "--quiet", "--", *self._paths())
            self._git("switch", "--quiet", *(["--detach"] if before == "HEAD" else []), start)
            self._git("branch", "--quiet", "--delete", "--force", self.name)
            raise

    def _paths(self) -> list[str]:
        return [str(path.resolve()) for path in self.files]

    def _must(self, *arguments: str) -> str:
        """Give the output of a git command. Raises BranchError with git's own words when it fails."""
        done = self._git(*arguments)
        if done.returncode:
            said = (done.stderr or done.stdout).strip()
            raise BranchError(f"git {arguments[0]} 没有成功：{said}", f"git {arguments[0]} failed: {said}")
        return done.stdout.strip()

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603
                ["git", "--literal-pathspecs", "-c", "core.quotePath=false", *arguments],  # noqa: S607
                cwd=self.folder,
                env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=_TIMEOUT_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BranchError(f"不能运行 git：{error}", f"git cannot be run: {error}") from None
