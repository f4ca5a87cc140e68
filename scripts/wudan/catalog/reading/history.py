"""What a repository says of two commits: the files that each has, and where their histories parted."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from wudan.catalog.reading.revision import git_output, run_git

PLAIN_FILE = "100644"
RUNNABLE_FILE = "100755"
LINK = "120000"
REPOSITORY_WITHIN = "160000"


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file as a commit has it: its mode, one of the above, and the name of the object that holds its content."""

    mode: str
    content: str


Tree: TypeAlias = Mapping[str, TreeEntry]
"""The files of a commit by their path from the top of the repository; bytes that are no UTF-8 are surrogates."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two histories parted: the files as they were there, and a commit that stands for the place.

    Histories that crossed parted at several commits. What these have alike is what they have; where only one of them
    has changed a file since their own common ancestor, its change counts, as in a merge. Of the other files, which are
    `unsettled`, nobody can say how they were. `commit` is empty where the histories have nothing in common.
    """

    commit: str
    tree: Tree
    unsettled: frozenset[str] = frozenset()

    def had(self, path: str, entry: TreeEntry | None) -> bool:
        """Say whether a file was so; None means that there was none."""
        return path not in self.unsettled and self.tree.get(path) == entry


def tree_of(repository: Path, commit: str) -> Tree:
    """Give the files of a commit. Raises SourceError where git cannot."""
    listed = git_output(repository, "ls-tree", "-r", "-z", "--full-tree", commit)
    found = {}
    for line in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        head, path = line.split("\t", 1)
        mode, _, content = head.split()
        found[path] = TreeEntry(mode, content)
    return found


def is_ancestor(repository: Path, old: str, new: str) -> bool:
    """Say whether a commit is part of another one's history, or that one itself."""
    return run_git(repository, "merge-base", "--is-ancestor", old, new).returncode == 0


def parting_of(repository: Path, one: str, other: str) -> Parting:
    """Give where two histories parted. Raises SourceError where git cannot read a commit."""
    commits = _merge_bases(repository, one, other)
    if not commits:
        return Parting("", {})
    trees = [tree_of(repository, commit) for commit in commits]
    if len(trees) == 1:
        return Parting(commits[0], trees[0])
    before = _merge_bases(repository, "--octopus", *commits)
    return _settled(commits[0], trees, tree_of(repository, before[0]) if len(before) == 1 else None)


def _merge_bases(repository: Path, *arguments: str) -> Sequence[str]:
    found = run_git(repository, "merge-base", "--all", *arguments)
    return found.stdout.decode().split() if found.returncode == 0 else ()


def _settled(commit: str, trees: Sequence[Tree], before: Tree | None) -> Parting:
    settled: dict[str, TreeEntry] = {}
    unsettled = set()
    for path in set().union(*trees):
        states = {tree.get(path) for tree in trees}
        if len(states) > 1 and before is not None:
            states.discard(before.get(path))
        state = states.pop()
        if states:
            unsettled.add(path)
        elif state is not None:
            settled[path] = state
    return Parting(commit, settled, frozenset(unsettled))


def was_in_history(repository: Path, since: str, until: str, path: str, entry: TreeEntry) -> bool:
    """Say whether a commit of a history made a file so, among those that came after `since` (empty: all)."""
    revisions = f"{since}..{until}" if since else until
    form = ("--format=", "--raw", "--no-abbrev", "--no-renames", "--full-history", "-m")
    output = git_output(repository, "log", *form, revisions, "--", f":(top,literal){path}")
    return any(line.split()[3] == entry.content.encode() for line in output.splitlines() if line.startswith(b":"))


def is_plain_merge(
    repository: Path, before: TreeEntry | None, one: TreeEntry | None, other: TreeEntry | None, merged: TreeEntry | None
) -> bool:
    """Say whether a file is what git itself makes of two changes of it, without a conflict and without a hand."""
    if before is None or one is None or other is None or merged is None:
        return False
    entries = (one, before, other)
    if {entry.mode for entry in (*entries, merged)} != {PLAIN_FILE}:
        return False
    with tempfile.TemporaryDirectory(prefix="wudan-") as folder:
        paths = [Path(folder, name) for name in ("one", "before", "other")]
        for path, entry in zip(paths, entries, strict=True):
            path.write_bytes(_content(repository, entry))
        made = run_git(repository, "merge-file", "--stdout", "--quiet", *map(str, paths))
    return made.returncode == 0 and made.stdout == _content(repository, merged)


def _content(repository: Path, entry: TreeEntry) -> bytes:
    return git_output(repository, "cat-file", "blob", entry.content)
