"""Trial pushes through the hook of a repository, to a clone of it that is thrown away."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wudan.catalog.model.body import REVIEWER
from wudan.catalog.reading.revision import git_output, run_git
from wudan.review.receiving.push import BRANCHES
from wudan.review.receiving.server import Server
from wudan.words import visible

_FILE = ".wudan-self-test"
_BRANCH = f"{BRANCHES}wudan-self-test"
_SAID = 300  # characters of what a hook says that are shown
_COMMITTER = {
    "GIT_AUTHOR_NAME": "wudan", "GIT_AUTHOR_EMAIL": "wudan@localhost",
    "GIT_COMMITTER_NAME": "wudan", "GIT_COMMITTER_EMAIL": "wudan@localhost",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """A push that was tried: what it tried, whether the hook did what it should, and what it said."""

    what: str
    is_as_it_should: bool
    said: str


def run_trials(server: Server, hook: Path) -> Iterator[Trial]:
    """Push as nobody, as a department that trespasses, as one who takes the catalog away, and honestly.

    Raises SourceError where git cannot make the clone.
    """
    with tempfile.TemporaryDirectory(prefix="wudan-") as name:
        yard = _Yard(Path(name), server, hook)
        main = server.main_commit
        yield yard.push("nobody", "", main, f"{_BRANCH}-1")
        yield yard.push("removal", REVIEWER, yard.without_files(), f"{BRANCHES}{server.main}")
        for department in list(server.register.departments)[:1]:
            yield yard.push("trespass", department, yard.with_foreign_file(), f"{_BRANCH}-2")
        yield yard.push("honest", REVIEWER, main, f"{_BRANCH}-3")


class _Yard:
    """Two clones that share the objects of a repository: one pushes, the other receives through the hook."""

    def __init__(self, folder: Path, server: Server, hook: Path) -> None:
        self.folder, self.main = folder, server.main_commit
        self.ours = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "WUDAN_"))}
        self.ours |= {**_COMMITTER, "GIT_INDEX_FILE": str(folder / "index")}
        for clone in ("from.git", "to.git"):
            clone_it = ("clone", "--quiet", "--bare", "--shared", str(server.repository), clone)
            git_output(folder, *clone_it, environment=self.ours)
        git_output(folder / "to.git", "config", "core.hooksPath", str(hook.parent), environment=self.ours)

    def push(self, what: str, name: str, commit: str, reference: str) -> Trial:
        """Push a commit under a name, and say whether it was received that should be, or refused that should be."""
        environment = {**self.ours, **({"WUDAN_AS": name} if name else {})}
        done = run_git(
            self.folder / "from.git", "push", "--quiet", str(self.folder / "to.git"), f"{commit}:{reference}",
            environment=environment,
        )  # fmt: skip
        said = visible(" ".join(done.stderr.decode("utf-8", "replace").split()))
        return Trial(what, (done.returncode == 0) == (what == "honest"), said[:_SAID])

    def without_files(self) -> str:
        """Give a commit upon main that has no file."""
        return self._commit(self._git("hash-object", "-w", "-t", "tree", os.devnull))

    def with_foreign_file(self) -> str:
        """Give a commit upon main that has a file more, which is no department's."""
        blob = self._git("hash-object", "-w", os.devnull)
        self._git("read-tree", self.main)
        self._git("update-index", "--add", "--cacheinfo", f"100644,{blob},{_FILE}")
        return self._commit(self._git("write-tree"))

    def _commit(self, tree: str) -> str:
        return self._git("commit-tree", "-m", "wudan receive --self-test", "-p", self.main, tree)

    def _git(self, *arguments: str) -> str:
        return git_output(self.folder / "from.git", *arguments, environment=self.ours).decode().strip()
