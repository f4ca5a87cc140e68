"""What a repository says of two commits: where their histories parted, and which files one has otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wudan.catalog.reading.revision import git_output, run_git

PLAIN_FILE = "100644"
_GONE = "000000"


@dataclass(frozen=True, slots=True)
class TreeChange:
    """A file that a commit has otherwise than another: its path from the top of the repository, and its mode.

    Modes are those of git: `100644` a plain file, `100755` one that can be run, `120000` a link, `160000` a repository
    within. None where the commit does not have the file.
    """

    path: str
    mode: str | None


def merge_bases(repository: Path, one: str, other: str) -> tuple[str, ...]:
    """Give the commits where two histories parted, the best ones; none where they have nothing in common."""
    found = run_git(repository, "merge-base", "--all", one, other)
    return tuple(found.stdout.decode().split()) if found.returncode == 0 else ()


def is_ancestor(repository: Path, old: str, new: str) -> bool:
    """Say whether a commit is part of another one's history."""
    return run_git(repository, "merge-base", "--is-ancestor", old, new).returncode == 0


def brought(repository: Path, commit: str, *references: str) -> tuple[TreeChange, ...]:
    """Give the files that a commit has otherwise than every one of the references, by path.

    What is as one of them has it was there before, whoever put it there; without a reference every file is new. Raises
    SourceError where git cannot say.
    """
    if not references:
        listed = _fields(repository, "ls-tree", "-r", "-z", "--full-tree", commit)
        return tuple(TreeChange(path, head.split()[0]) for head, path in (line.split("\t", 1) for line in listed))
    changes = [_changes(repository, reference, commit) for reference in references]
    common = set.intersection(*(set(one) for one in changes))
    return tuple(changes[0][path] for path in sorted(common))


def _changes(repository: Path, old: str, new: str) -> Mapping[str, TreeChange]:
    fields = _fields(repository, "diff-tree", "-r", "-z", "--no-renames", "--raw", old, new)
    found = {}
    for head, path in zip(fields[::2], fields[1::2], strict=True):
        mode = head.split()[1]
        found[path] = TreeChange(path, None if mode == _GONE else mode)
    return found


def _fields(repository: Path, *arguments: str) -> Sequence[str]:
    """Give the fields of what git says, each of which a NUL ends. Raises SourceError where git cannot say it."""
    return git_output(repository, *arguments).decode("utf-8", "surrogateescape").split("\0")[:-1]
