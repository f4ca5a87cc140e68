"""Histories that crossed: where main and a branch parted at several commits, a merge tells which of them counts."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.repository import commit, git
from wudan.catalog.reading.history import parting_of, tree_of
from wudan.review.receiving.brought import branch_at, brought_to_branch
from wudan.review.receiving.push import Push
from wudan.review.receiving.server import Server, server_at

NONE = "0" * 40


class Crossed:
    """A repository whose main has merged a branch `x`, begun before `zjj` changed its list in main."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        git(folder, "init", "--quiet")
        self.first = self.write("catalog/catalog.yml", "1", zjj="old")
        self.changed = self.write("zjj", "new")
        git(folder, "checkout", "--quiet", "-b", "x", self.first)
        self.x = self.write("wjw", "1")
        git(folder, "checkout", "--quiet", "main")
        git(folder, "merge", "--quiet", "--no-edit", "x")
        self.main = self.tip()

    def write(self, path: str, text: str, **more: str) -> str:
        for name, content in {path: text, **more}.items():
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).write_text(content, encoding="utf-8")
        commit(self.folder)
        return self.tip()

    def tip(self) -> str:
        return git(self.folder, "rev-parse", "HEAD").stdout.strip()

    def merge_of(self, *options: str) -> str:
        """Merge `x` with the main of before by oneself."""
        git(self.folder, "checkout", "--quiet", "--detach", self.x)
        git(self.folder, "merge", "--quiet", "--no-edit", *options, self.changed)
        return self.tip()

    @property
    def server(self) -> Server:
        return server_at(self.folder / ".git", "catalog", "main")

    def brought(self, commit: str, before: str = NONE) -> set[str]:
        return set(brought_to_branch(Push(before, commit, "refs/heads/y"), branch_at(commit, self.server), self.server))


@pytest.fixture
def crossed(tmp_path: Path) -> Any:
    return Crossed(tmp_path)


def test_of_crossed_histories_the_side_that_changed_a_file_counts(crossed: Crossed) -> None:
    merged = crossed.merge_of()
    parting = parting_of(crossed.folder, crossed.main, merged)
    assert {crossed.changed, crossed.x} == set(
        git(crossed.folder, "merge-base", "--all", crossed.main, merged).stdout.split()
    )
    assert parting.tree == tree_of(crossed.folder, crossed.main)
    assert parting.unsettled == frozenset()


def test_an_honest_merge_of_crossed_histories_brings_nothing_of_others(crossed: Crossed) -> None:
    merged = crossed.merge_of()
    assert crossed.brought(merged) == set()
    git(crossed.folder, "checkout", "--quiet", "main")
    crossed.write("zjj", "newer")
    assert crossed.brought(merged) == set(), "main has moved since"


def test_a_merge_of_crossed_histories_that_keeps_an_old_file_brings_it(crossed: Crossed) -> None:
    merged = crossed.merge_of("--strategy=ours")
    assert crossed.brought(merged) == {"zjj"}
    git(crossed.folder, "checkout", "--quiet", "main")
    git(crossed.folder, "merge", "--quiet", "--no-edit", merged)
    assert (crossed.folder / "zjj").read_text(encoding="utf-8") == "old", "such a merge undoes what zjj did"


def test_where_both_sides_changed_a_file_only_what_main_has_is_nobodys(crossed: Crossed) -> None:
    git(crossed.folder, "checkout", "--quiet", "x")
    crossed.x = crossed.write("zjj", "other")
    git(crossed.folder, "checkout", "--quiet", "main")
    git(crossed.folder, "merge", "--quiet", "--no-edit", "--strategy=ours", "x")
    ours = crossed.merge_of("--strategy=ours")
    assert parting_of(crossed.folder, git(crossed.folder, "rev-parse", "main").stdout.strip(), ours).unsettled == {
        "zjj"
    }
    assert crossed.brought(ours) == {"zjj"}
    assert crossed.brought(crossed.merge_of("--strategy-option=theirs")) == set()


def test_what_git_merged_of_two_changes_of_anothers_file_is_nobodys(crossed: Crossed) -> None:
    """A reviewer's note on a branch, and another one in main, merged by the department whose branch it is."""
    lines = [f"{number}\n" for number in range(9)]
    git(crossed.folder, "checkout", "--quiet", "main")
    crossed.write("laws", "".join(lines))
    git(crossed.folder, "checkout", "--quiet", "-b", "y")
    noted = crossed.write("laws", "".join(["on the branch\n", *lines]))
    git(crossed.folder, "checkout", "--quiet", "main")
    crossed.write("laws", "".join([*lines, "in main\n"]))
    git(crossed.folder, "checkout", "--quiet", "y")
    git(crossed.folder, "merge", "--quiet", "--no-edit", "main")
    assert crossed.brought(crossed.tip(), noted) == set()
    crossed.write("laws", "".join(["on the branch, forged\n", *lines, "in main\n"]))
    assert crossed.brought(crossed.tip(), noted) == {"laws"}


def test_a_file_with_any_name_is_seen(crossed: Crossed) -> None:
    name = ":(top)*.yml \t\n“引号”"
    git(crossed.folder, "checkout", "--quiet", "-b", "y", "main")
    before = crossed.write(name, "1")
    assert crossed.brought(before) == {name}
    git(crossed.folder, "rm", "--quiet", "--", f":(literal){name}")
    git(crossed.folder, "commit", "--quiet", "-m", "x")
    assert crossed.brought(crossed.tip(), before) == {name}
