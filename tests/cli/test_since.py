"""`wudan check --since`: only what a change causes, on real git repositories."""

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import wudan
from tests.support.repository import git

FILE = "approvals/wjw.yml"
OLD = (
    "- id: wjw-xk-001\n  name: 公共场所卫生许可\n  type: 行政许可\n  status: 在用\n"
    '  checked_on: "2010-01-05"\n  level: 县级\n'
    "- id: wjw-xk-002\n  name: 放射诊疗许可\n  type: 行政许可\n  status: 在用\n"
    '  checked_on: "2010-01-05"\n'
)
NEW_FINDING = "  materials:\n    - {name: 其他材料}\n"


def commit(folder: Path, text: str | None = None) -> None:
    if text is not None:
        (folder / "catalog" / FILE).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "清单")


def found(folder: Path, revision: str, *options: str) -> Any:
    done = wudan(
        "check",
        "--since",
        revision,
        "--select",
        "Q001,Q006,S001,S002,S003",
        "--format",
        "json",
        *options,
        folder=folder,
    )
    assert done.returncode in (0, 1), done.stderr
    return [(one["code"], one["item"]) for one in json.loads(done.stdout)["findings"]]


@pytest.fixture
def repository(small_city: Path) -> Path:
    """A repository whose two items were both checked too long ago, which is known and nobody's change."""
    git(small_city, "init", "--quiet", "--initial-branch=main")
    commit(small_city, OLD)
    return small_city


@pytest.mark.parametrize("options", [(), ("--whole-items",)])
def test_what_was_there_before_is_not_reported(repository: Path, options: tuple[str, ...]) -> None:
    assert found(repository, "HEAD", *options) == []


def test_a_new_finding_is_reported_and_the_old_one_beside_it_is_not(repository: Path) -> None:
    commit(repository, OLD.replace("  level: 县级\n", "  level: 县级\n" + NEW_FINDING))
    assert found(repository, "HEAD~1") == [("Q001", "wjw-xk-001")]


def test_with_whole_items_who_touches_an_item_answers_for_all_of_it(repository: Path) -> None:
    commit(repository, OLD.replace("  level: 县级\n", "  level: 县级\n" + NEW_FINDING))
    assert found(repository, "HEAD~1", "--whole-items") == [("Q006", "wjw-xk-001"), ("Q001", "wjw-xk-001")]


def test_an_old_finding_in_a_field_that_was_touched_is_reported(repository: Path) -> None:
    (repository / "catalog" / FILE).write_text(OLD.replace("2010-01-05", "2011-01-05", 1), encoding="utf-8")
    assert found(repository, "HEAD") == [("Q006", "wjw-xk-001")]


def test_work_that_is_not_committed_counts(repository: Path) -> None:
    (repository / "catalog" / FILE).write_text(OLD + NEW_FINDING, encoding="utf-8")
    assert found(repository, "HEAD") == [("Q001", "wjw-xk-002")]


@pytest.mark.parametrize("options", [(), ("--whole-items",)])
def test_renaming_a_file_causes_nothing(repository: Path, options: tuple[str, ...]) -> None:
    (repository / "catalog" / "approvals" / "wjw").mkdir()
    git(repository, "mv", f"catalog/{FILE}", "catalog/approvals/wjw/weisheng.yml")
    commit(repository)
    assert found(repository, "HEAD~1", *options) == []


def test_moving_items_within_a_file_causes_nothing(repository: Path) -> None:
    first, second = OLD.split("- id: wjw-xk-002")
    commit(repository, f"- id: wjw-xk-002{second}{first}")
    assert found(repository, "HEAD~1", "--whole-items") == []


def test_what_the_other_side_did_meanwhile_is_nobodys_change_here(repository: Path) -> None:
    git(repository, "switch", "--quiet", "-c", "clerk")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    commit(repository, OLD + NEW_FINDING)
    git(repository, "switch", "--quiet", "clerk")
    assert found(repository, "main") == []


def test_after_a_merge_only_the_branchs_own_change_is_reported(repository: Path) -> None:
    git(repository, "switch", "--quiet", "-c", "clerk")
    commit(repository, OLD.replace("  level: 县级\n", "  level: 县级\n" + NEW_FINDING))
    git(repository, "switch", "--quiet", "main")
    commit(repository, OLD + NEW_FINDING)
    git(repository, "switch", "--quiet", "clerk")
    git(repository, "merge", "--quiet", "-m", "合并", "main")
    assert found(repository, "main") == [("Q001", "wjw-xk-001")]


def fetched(clone: Path, revision: str) -> Any:
    """Run the command that the message of a failed check gives."""
    done = wudan("check", "--since", revision, folder=clone)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    command = done.stderr.splitlines()[0].partition("请先运行：")[2]
    assert command.startswith("git fetch "), done.stderr
    subprocess.run(shlex.split(command), cwd=clone, check=True, capture_output=True)
    return command


@pytest.fixture
def shallow(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of one commit of the branch `clerk`, which knows no other branch and no history."""
    git(repository, "switch", "--quiet", "-c", "clerk")
    commit(repository, OLD + NEW_FINDING)
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path_factory.mktemp("shallow") / "clone"
    git(repository, "clone", "--quiet", "--depth", "1", "--branch", "clerk", f"file://{repository}", str(clone))
    return clone


def test_in_a_shallow_clone_the_message_gives_the_commands_that_mend_it(shallow: Path) -> None:
    assert fetched(shallow, "origin/main") == "git fetch origin main:refs/remotes/origin/main"
    assert fetched(shallow, "origin/main") == "git fetch --unshallow origin"
    assert found(shallow, "origin/main") == [("Q001", "wjw-xk-002")]


def test_a_branch_without_its_remote_is_fetched_under_its_own_name(shallow: Path) -> None:
    assert fetched(shallow, "main") == "git fetch origin main:main"


def test_a_commit_is_fetched_by_its_full_name(shallow: Path, repository: Path) -> None:
    name = git(repository, "rev-parse", "main").stdout.strip()
    assert fetched(shallow, name) == f"git fetch origin {name}"


def test_a_revision_counted_back_needs_the_history(shallow: Path) -> None:
    assert fetched(shallow, "HEAD~1") == "git fetch --unshallow origin"
    assert found(shallow, "HEAD~1") == [("Q001", "wjw-xk-002")]


def test_a_branch_that_nobody_has_is_named_with_the_command(repository: Path) -> None:
    git(repository, "remote", "add", "origin", "https://git.xinmi.example/wudan.git")
    done = wudan("check", "--since", "origin/gaige", folder=repository)
    assert done.returncode == 3
    assert "没有版本 origin/gaige。请先运行：git fetch origin gaige:refs/remotes/origin/gaige" in done.stderr
    english = wudan("check", "--since", "origin/gaige", "--lang", "en", folder=repository)
    assert "no revision origin/gaige. Run: git fetch origin gaige:refs/remotes/origin/gaige" in english.stderr


def test_a_revision_cannot_smuggle_in_an_option_or_a_command(repository: Path) -> None:
    done = wudan("check", "--since", "--output=x", folder=repository)
    assert done.returncode in (2, 3)
    injected = wudan("check", "--since=main$(touch hacked);x", folder=repository)
    assert injected.returncode == 3
    assert shlex.split(injected.stderr.splitlines()[0].partition("请先运行：")[2])[:2] == ["git", "fetch"]
    assert not (repository / "hacked").exists()


def test_outside_a_repository_there_is_nothing_to_compare_with(small_city: Path) -> None:
    done = wudan("check", "--since", "HEAD", folder=small_city)
    assert done.returncode == 3
    assert "不在 git 仓库中" in done.stderr


def test_a_revision_is_judged_without_being_checked_out(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--create", "request")
    commit(repository, OLD + NEW_FINDING)
    git(repository, "switch", "--quiet", "main")
    assert found(repository, "main") == []
    assert found(repository, "main", "--head", "request") == [("Q001", "wjw-xk-002")]


def test_a_judged_revision_is_held_against_where_it_parted(repository: Path) -> None:
    git(repository, "branch", "request")
    commit(repository, OLD + NEW_FINDING)
    assert found(repository, "main", "--head", "request") == []


@pytest.mark.parametrize("catalog", ["gone", "link", "headless"])
def test_a_revision_without_a_catalog_is_not_passed_as_an_empty_one(repository: Path, catalog: str) -> None:
    git(repository, "switch", "--quiet", "--create", "request")
    if catalog == "headless":
        git(repository, "rm", "--quiet", "catalog/catalog.yml")
    else:
        git(repository, "mv", "catalog", "lists")
    if catalog == "link":
        (repository / "catalog").symlink_to("lists")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    done = wudan("check", "--since", "main", "--head", "request", folder=repository)
    assert (done.returncode, done.stdout) == (3, "")
    assert "版本 request 里没有 catalog/catalog.yml" in done.stderr


def test_what_is_only_read_cannot_be_mended(repository: Path) -> None:
    done = wudan("check", "--head", "HEAD", "--fix", folder=repository)
    assert done.returncode == 2
    assert "--head" in done.stderr
