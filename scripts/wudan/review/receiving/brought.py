"""What a push brings: the files for which it has to answer, whatever its history looks like.

A branch says of each file either nothing, where it is as main has it or had it where the two parted, or that it is to
become so and so. A push brings the files of which its branch says something other than before. So nobody answers for
what others did: neither for what main did since (the branch was begun before, or main was merged into it), nor for what
stood on the branch already, be it moved to another place by a rebase. And nobody gets around it: a merge that says it
took main in and keeps the old files says something of each, and a forced push that drops others' work takes it back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from wudan.catalog.reading.history import Parting, Tree, is_plain_merge, parting_of, tree_of, was_in_history
from wudan.review.receiving.push import Push
from wudan.review.receiving.server import Server


@dataclass(frozen=True, eq=False)
class Branch:
    """A commit held against main: its files, those of main's tip, and those from where the two parted."""

    tree: Tree
    main: Tree
    parting: Parting

    @cached_property
    def claims(self) -> frozenset[str]:
        """The files that are to become otherwise in main."""
        paths = self.tree.keys() | self.main.keys()
        return frozenset(path for path in paths if self._claims(path))

    def _claims(self, path: str) -> bool:
        entry = self.tree.get(path)
        return entry != self.main.get(path) and not self.parting.had(path, entry)


def branch_at(commit: str, server: Server) -> Branch:
    """Hold a commit against main. Raises SourceError where git cannot read it."""
    parting = parting_of(server.repository, server.main_commit, commit)
    return Branch(tree_of(server.repository, commit), server.main_tree, parting)


def brought_to_main(before: Tree, after: Tree) -> frozenset[str]:
    """Give the files that a push to main itself brings: all that are otherwise than before."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def brought_to_branch(push: Push, after: Branch | None, server: Server) -> frozenset[str]:
    """Give the files for which a push to any other branch has to answer; `after` is None where it takes it away.

    Raises SourceError where git cannot read a commit.
    """
    if push.creates:
        return after.claims if after else frozenset()
    before = branch_at(push.before, server)
    return frozenset((*_added(before, after, server.repository), *_taken_back(before, after, server)))


def _added(before: Branch, after: Branch | None, repository: Path) -> Iterator[str]:
    """Give the files that are to become so only now."""
    for path in after.claims if after else ():
        if path not in before.claims or not after or not _says_the_same(path, before, after, repository):
            yield path


def _says_the_same(path: str, before: Branch, after: Branch, repository: Path) -> bool:
    """Say whether the branch changes a file as it did, if need be together with what main did to it since."""
    was, now = before.tree.get(path), after.tree.get(path)
    if path in before.parting.unsettled or path in after.parting.unsettled:
        return False
    old, new = before.parting.tree.get(path), after.parting.tree.get(path)
    return (was == now and old == new) or is_plain_merge(repository, old, was, new, now)


def _taken_back(before: Branch, after: Branch | None, server: Server) -> Iterator[str]:
    """Give the files that were to become so and no longer are, unless main has had them so."""
    for path in before.claims - (after.claims if after else frozenset()):
        was = before.tree.get(path)
        if after and after.tree.get(path) == was:
            continue
        since = before.parting.commit
        if was is None or not was_in_history(server.repository, since, server.main_commit, path, was):
            yield path
