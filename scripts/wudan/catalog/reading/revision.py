"""A catalog as it is in a git revision, read through git's objects; nothing is checked out."""

import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from wudan.catalog.reading.source import SourceError, SourceFile
from wudan.words import visible

_PLAIN_FILES = frozenset({b"100644", b"100755"})
_FULL_NAME = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT_NAME = re.compile(r"[0-9a-f]{7,63}")
_BRANCH = re.compile(r"[^\s~^:?*\[\\@{-][^\s~^:?*\[\\@{]*")  # git-check-ref-format(1), and no option


@dataclass(frozen=True)
class RevisionSource:
    """The catalog folder of a repository as it is in one commit.

    `prefix` is the folder's path from the top of the repository, with a slash at its end. A folder that the commit
    does not have is an empty catalog.
    """

    repository: Path
    commit: str
    prefix: str

    @property
    def name(self) -> str:
        """The catalog folder's own name."""
        return PurePosixPath(self.prefix).name or self.repository.name

    def files(self) -> Iterator[SourceFile]:
        """Give every file of the catalog, by path; names that begin with a dot are not the catalog's."""
        yield from (file for file, _ in self._listed.values())

    def read(self, file: SourceFile) -> bytes:
        """Give the content of a file. Raises SourceError when git cannot give it."""
        _, blob = self._listed[str(file.path)]
        return git_output(self.repository, "cat-file", "blob", blob)

    @cached_property
    def _listed(self) -> dict[str, tuple[SourceFile, str]]:
        """Each file with the name of its object, by path, in the order in which a folder gives them."""
        output = git_output(
            self.repository, "ls-tree", "-r", "-l", "-z", "--full-tree", self.commit, "--", self.prefix or "."
        )
        found = []
        for line in output.split(b"\0"):
            head, _, raw_path = line.partition(b"\t")
            path = PurePosixPath(raw_path.decode("utf-8", "surrogateescape").removeprefix(self.prefix))
            if not head or any(part.startswith(".") for part in path.parts):
                continue
            mode, _, blob, size = head.split()
            length = int(size) if size.isdigit() else 0
            found.append((SourceFile(path, length, mode not in _PLAIN_FILES), blob.decode()))
        found.sort(key=lambda one: one[0].path.parts)
        return {str(file.path): (file, blob) for file, blob in found}


def open_revision(folder: Path, revision: str) -> RevisionSource:
    """Give the catalog folder as it was in a revision.

    Raises SourceError when the folder lies in no repository or the repository has no such revision; the message gives
    the command that would fetch it.
    """
    repository, prefix = _place_of(folder)
    return RevisionSource(repository, _commit(repository, revision), prefix)


def open_common_ancestor(folder: Path, revision: str, head: str = "HEAD") -> RevisionSource:
    """Give the catalog folder as it was where the work that ends in `head` parted from a revision.

    What happened on the other side since then is nobody's change here. Raises SourceError as `open_revision` does, and
    when the clone is too shallow to know the common ancestor.
    """
    repository, prefix = _place_of(folder)
    commit = _commit(repository, revision)
    found = run_git(repository, "merge-base", commit, _commit(repository, head))
    if found.returncode == 0:
        return RevisionSource(repository, found.stdout.decode().strip(), prefix)
    if _is_shallow(repository):
        raise SourceError(
            f"克隆得太浅，找不到与 {visible(revision)} 的共同起点。"
            f"请先运行：git fetch --unshallow {_remote(repository)}",
            f"The clone is too shallow to know where the work parted from {visible(revision)}. "
            f"Run: git fetch --unshallow {_remote(repository)}",
        )
    return RevisionSource(repository, commit, prefix)


def open_addition(folder: Path, path: str) -> RevisionSource | None:
    """Give the catalog folder as it was at the commit that last added a file to it, None where none did.

    `path` is relative to the catalog folder. Raises SourceError when the folder lies in no repository.
    """
    repository, prefix = _place_of(folder)
    found = run_git(
        repository, "log", "-1", "--diff-filter=A", "--no-renames", "--format=%H", "--", f":(top,literal){prefix}{path}"
    )
    commit = found.stdout.decode().strip()
    return RevisionSource(repository, commit, prefix) if found.returncode == 0 and commit else None


@dataclass(frozen=True, slots=True)
class History:
    """What the present commit descends from, of one catalog folder. `is_shallow` says that some of it is not here."""

    repository: Path
    prefix: str
    is_shallow: bool

    def writing(self, path: str) -> Iterator[RevisionSource]:
        """Give the folder as it was at each commit that wrote a file of it (relative to it), the latest first."""
        place = f":(top,literal){self.prefix}{path}"
        for commit in dict.fromkeys(self._log("--diff-filter=AM", "--format=%H", "--", place).split()):
            yield RevisionSource(self.repository, commit.decode(), self.prefix)

    def added(self, folder: str) -> frozenset[str]:
        """Give every file that a commit ever added to a folder of the catalog, by its path from the catalog."""
        place = f":(top,literal){self.prefix}{folder}"
        names = self._log("--diff-filter=A", "--format=", "--name-only", "-z", "--", place).split(b"\0")
        paths = (name.strip(b"\n").decode("utf-8", "surrogateescape") for name in names)
        return frozenset(path.removeprefix(self.prefix) for path in paths if path)

    def _log(self, *arguments: str) -> bytes:
        found = run_git(self.repository, "log", "-m", "--no-renames", *arguments)
        return found.stdout if found.returncode == 0 else b""  # a repository without a commit has no history


def open_history(folder: Path) -> History:
    """Give the history of a catalog folder. Raises SourceError when it lies in no repository, or there is no git."""
    repository, prefix = _place_of(folder)
    return History(repository, prefix, _is_shallow(repository))


def _place_of(folder: Path) -> tuple[Path, str]:
    """Give the top of the repository that holds a folder, and the folder's path from there."""
    top = run_git(folder, "rev-parse", "--show-toplevel")
    if top.returncode != 0:
        raise SourceError(
            f"{folder} 不在 git 仓库中，没有可以比对的版本。",
            f"{folder} is in no git repository, so there is no revision to compare with.",
        )
    prefix = git_output(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\n")
    return Path(top.stdout.decode("utf-8", "surrogateescape").strip("\n")), prefix


def _commit(repository: Path, revision: str) -> str:
    """Give the full name of the commit that a revision names. Raises SourceError."""
    found = run_git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode().strip()
    command = _fetch_command(repository, revision)
    raise SourceError(
        f"仓库里没有版本 {visible(revision)}。请先运行：{command}",
        f"The repository has no revision {visible(revision)}. Run: {command}",
    )


def _fetch_command(repository: Path, revision: str) -> str:
    """Give the command after which git knows a revision: a branch, a commit by its full name, or one counted back."""
    remote = _remote(repository)
    name = visible(revision)
    if _FULL_NAME.fullmatch(name):
        return f"git fetch {remote} {name}"
    if not _BRANCH.fullmatch(name) or _SHORT_NAME.fullmatch(name):
        return f"git fetch --unshallow {remote}" if _is_shallow(repository) else f"git fetch {remote}"
    branch = name.removeprefix(f"{remote}/")
    target = branch if branch == name else f"refs/remotes/{remote}/{branch}"
    return f"git fetch {remote} {shlex.quote(f'{branch}:{target}')}"


def _is_shallow(repository: Path) -> bool:
    return git_output(repository, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _remote(repository: Path) -> str:
    remotes = run_git(repository, "remote").stdout.decode().split()
    return "origin" if "origin" in remotes or not remotes else remotes[0]


def git_output(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> bytes:
    """Give what git prints. Raises SourceError, in git's own words, when it fails."""
    done = run_git(folder, *arguments, environment=environment)
    if done.returncode != 0:
        said = visible(done.stderr.decode("utf-8", "replace").strip())
        raise SourceError(f"git 读取失败：{said}", f"git could not read: {said}")
    return done.stdout


def run_git(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, on the objects as they are: replacements (git-replace) are left aside.

    The environment is that of this process where none is given; in a hook it leads to the objects that were pushed.
    Raises SourceError when there is no git.
    """
    command = ["git", "--no-replace-objects", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603
    except FileNotFoundError:
        raise SourceError("找不到 git 程序，请先安装。", "There is no git; install it first.") from None
