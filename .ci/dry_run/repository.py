"""A repository as a forge keeps it, with one request to its main branch."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "clerk"), ("EMAIL", "clerk@example.cn"))
}
_REQUEST_REFS = ("refs/pull/{number}/head", "refs/merge-requests/{number}/head")


def git(folder: Path, *arguments: str) -> str:
    """Give what git prints in a folder; nobody's settings are read. Raises CalledProcessError."""
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **_WHO}
    command = ["git", "-c", "init.defaultBranch=main", "-c", "gc.auto=0", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)  # noqa: S603
    return done.stdout.decode("utf-8", "surrogateescape").strip()


@dataclass(frozen=True)
class Request:
    """A request: its number, branch and title as somebody chose them, and the commit that it asks to merge."""

    number: int
    branch: str
    title: str
    head: str
    base: str


@dataclass(frozen=True)
class Repository:
    """A bare repository, as the forge has it, and the folder from which it is pushed to."""

    bare: Path
    work: Path

    @property
    def url(self) -> str:
        """Where a job fetches from."""
        return self.bare.as_uri()

    @property
    def main(self) -> str:
        """The newest commit of the main branch."""
        return git(self.bare, "rev-parse", "refs/heads/main")

    def begin(self, branch: str) -> None:
        """Begin a branch from main in the working folder, where its files are then changed."""
        git(self.work, "switch", "--quiet", "--create", branch, "main")

    def ask(self, number: int, title: str) -> Request:
        """Commit all that was changed in the working folder, and make it a request. Ignored files come along."""
        git(self.work, "add", "--all", "--force")
        git(self.work, "commit", "--quiet", "--message", title)
        branch, head = git(self.work, "branch", "--show-current"), git(self.work, "rev-parse", "HEAD")
        refs = [f"+HEAD:{ref.format(number=number)}" for ref in _REQUEST_REFS]
        git(self.work, "push", "--quiet", self.url, f"+HEAD:refs/heads/{branch}", *refs)
        git(self.work, "switch", "--quiet", "main")
        return Request(number, branch, title, head, self.main)

    def changed(self, request: Request) -> list[str]:
        """Give the paths that a request changes."""
        names = git(self.bare, "diff", "--name-only", "-z", f"{request.base}...{request.head}")
        return [name for name in names.split("\0") if name]


def published(work: Path, bare: Path) -> Repository:
    """Commit the files of a folder as the main branch of a new repository of a forge."""
    git(work, "init", "--quiet")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "主分支")
    git(work, "clone", "--quiet", "--bare", str(work), str(bare))
    git(bare, "config", "uploadpack.allowAnySHA1InWant", "true")  # as the forges do
    return Repository(bare, work)
