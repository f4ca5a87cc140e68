"""The repository that receives pushes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.history import PLAIN_FILE, RUNNABLE_FILE, Tree, tree_of
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.revision import RevisionSource, git_output, run_git
from wudan.catalog.reading.source import SourceFile
from wudan.failure import Failure
from wudan.review.receiving.push import BRANCHES
from wudan.words import visible

_REGISTER = "departments.yml"


class SettingError(Failure):
    """An option with which the hook was installed cannot mean anything."""

    exit_code = 2


@dataclass(frozen=True)
class Server:
    """A repository that receives pushes: where it is, where in it the catalog lies, and its main branch.

    `prefix` is the catalog folder's path from the top of the repository, with a slash at its end; empty where the
    catalog is the repository itself.
    """

    repository: Path
    prefix: str
    main: str

    def source(self, commit: str) -> RevisionSource:
        """Give the catalog of a commit."""
        return RevisionSource(self.repository, commit, self.prefix)

    def holds_catalog(self, tree: Tree) -> bool:
        """Say whether there is a catalog among the files of a commit; a link to one is none."""
        head = tree.get(f"{self.prefix}catalog.yml")
        return head is not None and head.mode in (PLAIN_FILE, RUNNABLE_FILE)

    @property
    def folder(self) -> str:
        """The catalog folder, as people write it."""
        return self.prefix.rstrip("/") or "."

    @cached_property
    def main_commit(self) -> str:
        """The commit at the tip of the main branch, empty where there is no such branch. A tag of the name is none."""
        return commit_of(self.repository, f"{BRANCHES}{self.main}")

    @cached_property
    def main_tree(self) -> Tree:
        """The files at the tip of the main branch."""
        return tree_of(self.repository, self.main_commit) if self.main_commit else {}

    @cached_property
    def branches(self) -> tuple[str, ...]:
        """The names of all branches."""
        listed = git_output(self.repository, "for-each-ref", "--format=%(refname:lstrip=2)", BRANCHES)
        return tuple(listed.decode("utf-8", "surrogateescape").splitlines())

    @cached_property
    def register(self) -> Catalog:
        """Of the catalog in the main branch the register of departments alone; empty where it cannot be read."""
        return load_catalog(_Register(self.source(self.main_commit))) if self.main_commit else Catalog("", (), {})


@dataclass(frozen=True, slots=True)
class _Register:
    """Of a catalog the register of departments alone."""

    source: RevisionSource

    @property
    def name(self) -> str:
        return self.source.name

    def files(self) -> Iterator[SourceFile]:
        return (file for file in self.source.files() if str(file.path) == _REGISTER)

    def read(self, file: SourceFile) -> bytes:
        return self.source.read(file)


def commit_of(repository: Path, name: str) -> str:
    """Give the full name of the commit that a name stands for, empty where there is none."""
    found = run_git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.stdout.decode().strip() if found.returncode == 0 else ""


def server_at(repository: Path, folder: str, main: str) -> Server:
    """Give the repository with its settings, however they are written: `./catalog/` is `catalog`.

    Raises SettingError for a folder outside the repository, or where a setting is empty.
    """
    path = PurePosixPath(folder)
    if not folder.strip() or path.is_absolute() or ".." in path.parts:
        shown = visible(folder)
        raise SettingError(
            f"--folder 要写目录在仓库中的位置，如 catalog 或者 city/catalog，不能是“{shown}”。请改钩子里的设置。",
            f"--folder names the catalog's place in the repository, as catalog or city/catalog; it cannot be "
            f"'{shown}'. Mend the setting in the hook.",
        )
    branch = main.removeprefix(BRANCHES)
    if not branch.strip():
        raise SettingError(
            "--main 要写主分支的名称，如 main。请改钩子里的设置。",
            "--main names the main branch, as main. Mend the setting in the hook.",
        )
    return Server(repository, "" if path == PurePosixPath(".") else f"{path}/", branch)
