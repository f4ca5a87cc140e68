"""Who may push what, through the hook of a real server: whatever is refused leaves the server as it was."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import started
from tests.support.gate import clone, edit, install, make_server, push, said, send
from tests.support.repository import commit, git

REFUSED = "推送没有被接受"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server that every test here leaves as it was, for all that is pushed to it is refused."""
    return make_server(tmp_path_factory.mktemp("server"))


@pytest.fixture
def clerk(server: Path, tmp_path: Path) -> Any:
    before = git(server, "for-each-ref").stdout
    yield clone(server, tmp_path / "clerk")
    assert git(server, "for-each-ref").stdout == before


@pytest.fixture
def own_server(tmp_path: Path) -> Any:
    """A server of which a test may change what it likes."""
    return make_server(tmp_path)


def refused(done: Any, words: str) -> None:
    assert done.returncode != 0
    assert words in said(done)
    assert "Traceback" not in done.stderr


# What takes the catalog away


def remove(clerk: Path) -> None:
    shutil.rmtree(clerk / "catalog")


def move(clerk: Path) -> None:
    (clerk / "catalog").rename(clerk / "mulu")


def replace_by_link(clerk: Path) -> None:
    move(clerk)
    (clerk / "catalog").symlink_to("mulu")


def behead(clerk: Path) -> None:
    (clerk / "catalog" / "catalog.yml").unlink()


def link_head(clerk: Path) -> None:
    (clerk / "catalog" / "catalog.yml").rename(clerk / "head.yml")
    (clerk / "catalog" / "catalog.yml").symlink_to("../head.yml")


@pytest.mark.parametrize(("by", "branch"), [("wjw", "main"), ("reviewer", "wjw/1")])
@pytest.mark.parametrize("take", [remove, move, replace_by_link, behead, link_head])
def test_a_push_that_takes_the_catalog_away_is_refused(
    clerk: Path, take: Callable[[Path], None], branch: str, by: str
) -> None:
    take(clerk)
    refused(push(clerk, branch, by), f"{branch} 里没有 catalog/catalog.yml（被删去、移走，或者换成了链接），无法判断")


def test_a_branch_without_history_in_common_is_refused(clerk: Path) -> None:
    git(clerk, "checkout", "--quiet", "--orphan", "other")
    refused(push(clerk, "other", "wjw"), "other 与 main 没有共同的历史")


# What is not a department's


OF_NO_DEPARTMENT = (
    "mkdocs.yml", "NOTES.md", "hooks/pre-receive", ".github/workflows/review.yml", "site_src/theme/main.html",
    "catalog/README.md", "catalog/CODEOWNERS", "catalog/approvals/README.md", "catalog/approvals/.wjw.yml",
    "catalog/approvals/.wjw/a.yml", "catalog/approvals/wjw/.a.yml", "catalog/.gitattributes", "catalog/waivers/wjw.yml",
    "catalog/releases/wjw.yml", "catalog/baseline/wjw.yml", "catalog/services/wjw.yml", "catalog/laws.yml",
    "catalog/approvals/wjw/README.md", "catalog/approvals/wjw/a/b.yml", "approvals/wjw.yml",
)  # fmt: skip


def test_a_department_may_not_bring_a_file_that_is_no_list_of_its_own(clerk: Path) -> None:
    for path in OF_NO_DEPARTMENT:
        (clerk / path).parent.mkdir(parents=True, exist_ok=True)
        (clerk / path).write_text("[]\n", encoding="utf-8")
    done = push(clerk, "wjw/1", "wjw")
    refused(done, REFUSED)
    assert [path for path in OF_NO_DEPARTMENT if f"wjw 改动了 {path}，它属于审核人" not in said(done)] == []


def test_a_file_outside_that_is_only_deleted_or_made_executable_counts_as_changed(clerk: Path) -> None:
    (clerk / "README.md").chmod(0o755)
    refused(push(clerk, "wjw/1", "wjw"), "wjw 改动了 README.md，它属于审核人")
    git(clerk, "rm", "--quiet", "README.md")
    refused(push(clerk, "wjw/1", "wjw"), "wjw 改动了 README.md，它属于审核人")


def test_any_bytes_may_be_the_name_of_a_file_that_is_refused(clerk: Path) -> None:
    (clerk / os.fsdecode(b"\xff\xfe.txt")).write_text("x\n")
    (clerk / "catalog" / os.fsdecode(b"\xff.yml")).write_text("[]\n")
    (clerk / "a\nremote: b").write_text("x\n")
    done = push(clerk, "wjw/1", "wjw")
    for name in ("??.txt", "catalog/?.yml", "a\\nremote: b"):
        refused(done, f"wjw 改动了 {name}，它属于审核人")
    assert "程序内部错误" not in done.stderr


def test_what_is_refused_is_judged_in_quarantine_and_never_comes_in(clerk: Path, server: Path) -> None:
    (clerk / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    refused(push(clerk, "wjw/1", "wjw"), "wjw 改动了 mkdocs.yml")
    pushed = git(clerk, "rev-parse", "HEAD").stdout.strip()
    assert git(server, "cat-file", "-e", pushed, check=False).returncode != 0


def test_a_level_that_is_pushed_along_does_not_switch_the_rights_off(clerk: Path) -> None:
    head = clerk / "catalog" / "catalog.yml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace('"profile"', '"levels": {"P005": "off"}, "profile"'), encoding="utf-8")
    refused(push(clerk, "wjw/1", "wjw"), "P005 错误 catalog/catalog.yml")


def test_a_department_cannot_make_itself_another_by_what_it_pushes(clerk: Path) -> None:
    register = clerk / "catalog" / "departments.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace('"wjw"', '"wjw2"'), encoding="utf-8")
    refused(push(clerk, "wjw/1", "wjw2"), "main 的部门登记里没有“wjw2”，是不是“wjw”？")


# What no file of the catalog may be


def executable(path: Path) -> None:
    path.chmod(0o755)


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to("zjj.yml")


@pytest.mark.parametrize("by", ["wjw", "reviewer"])
@pytest.mark.parametrize(("make", "name"), [(executable, "可以执行的文件"), (link, "符号链接")])
def test_a_list_is_a_plain_file_whoever_pushes_it(
    clerk: Path, make: Callable[[Path], None], name: str, by: str
) -> None:
    make(clerk / "catalog" / "approvals" / "wjw.yml")
    refused(push(clerk, "wjw/1", by), f"catalog/approvals/wjw.yml 是{name}")


@pytest.mark.parametrize("by", ["wjw", "reviewer"])
def test_a_repository_within_is_refused(clerk: Path, by: str) -> None:
    tip = git(clerk, "rev-parse", "HEAD").stdout.strip()
    git(clerk, "update-index", "--add", "--cacheinfo", f"160000,{tip},catalog/approvals/wjw/sub.yml")
    git(clerk, "commit", "--quiet", "-m", "子模块")
    refused(send(clerk, "HEAD:refs/heads/wjw/1", by), "catalog/approvals/wjw/sub.yml 是子模块")


# Who pushes


@pytest.mark.parametrize("name", ["", "wxj", "wjw ", "Reviewer", "wjw\nreviewer"])
def test_nobody_and_strangers_push_nothing(clerk: Path, name: str) -> None:
    done = git(clerk, "push", "origin", "HEAD:refs/heads/x", check=False, WUDAN_AS=name)
    refused(done, "服务器没有说明是谁在推送" if not name else "main 的部门登记里没有")


def test_a_hook_that_was_installed_before_says_what_to_do(clerk: Path) -> None:
    done = send(clerk, "HEAD:refs/heads/x", "")
    refused(done, "以前安装的钩子把没有 WUDAN_AS 的当作审核人，现在不再这样")
    assert "审核人的密钥写 reviewer" in said(done)
    assert "wudan receive --self-test" in said(done)


# References


@pytest.mark.parametrize("name", ["refs/notes/commits", "refs/replace/{tip}", "refs/meta/config", "refs/for/main"])
def test_references_other_than_branches_and_tags_are_refused(clerk: Path, name: str) -> None:
    name = name.format(tip=git(clerk, "rev-parse", "HEAD").stdout.strip())
    refused(send(clerk, f"HEAD:{name}", "reviewer"), "只接收分支和标签，不接收 refs/")


def test_a_replacement_on_the_server_does_not_change_what_is_judged(own_server: Path, tmp_path: Path) -> None:
    clerk = clone(own_server, tmp_path / "clerk")
    good = git(clerk, "rev-parse", "HEAD").stdout.strip()
    (clerk / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    commit(clerk)
    evil = git(clerk, "rev-parse", "HEAD").stdout.strip()
    git(clerk, "push", "--quiet", "--no-verify", "--receive-pack=git -c core.hooksPath=/nowhere receive-pack",
        "origin", f"{evil}:refs/keep/evil")  # fmt: skip
    git(own_server, "replace", evil, good)
    refused(send(clerk, "HEAD:refs/heads/wjw/1", "wjw"), "wjw 改动了 mkdocs.yml")


@pytest.mark.parametrize("by", ["wjw", "reviewer"])
def test_tags_are_the_reviewers_and_mark_what_is_in_main(own_server: Path, tmp_path: Path, by: str) -> None:
    clerk = clone(own_server, tmp_path / "clerk")
    git(clerk, "tag", "r2015-12")
    marked = send(clerk, "refs/tags/r2015-12", by)
    if by == "wjw":
        refused(marked, "标签 r2015-12 只能由审核人新建、移动、删除")
        return
    assert marked.returncode == 0, marked.stderr
    refused(send(clerk, ":refs/tags/r2015-12", "wjw"), "标签 r2015-12 只能由审核人")
    edit(clerk, "wjw")
    commit(clerk)
    git(clerk, "tag", "--force", "r2015-12")
    refused(send(clerk, "+refs/tags/r2015-12", "reviewer"), "标签 r2015-12 指向的内容不在 main 里")
    together = send(clerk, "HEAD:refs/heads/main +refs/tags/r2015-12", "reviewer")
    assert together.returncode == 0, together.stderr
    assert send(clerk, ":refs/tags/r2015-12", "reviewer").returncode == 0


def test_a_tag_called_like_main_is_not_taken_for_it(own_server: Path, tmp_path: Path) -> None:
    clerk = clone(own_server, tmp_path / "clerk")
    (clerk / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    commit(clerk)
    git(own_server, "fetch", "--quiet", str(clerk), "HEAD:refs/tags/main")
    refused(send(clerk, "HEAD:refs/heads/wjw/1", "wjw"), "wjw 改动了 mkdocs.yml")


def test_the_main_branch_is_not_rewound_by_a_department(own_server: Path, tmp_path: Path) -> None:
    clerk = clone(own_server, tmp_path / "clerk")
    edit(clerk, "zjj")
    assert push(clerk, "main", "zjj").returncode == 0
    git(clerk, "reset", "--quiet", "--hard", "HEAD~1")
    edit(clerk, "wjw")
    refused(push(clerk, "main", "wjw", "--force"), "部门的推送不能丢掉 main 上已有的提交")
    assert push(clerk, "main", "reviewer", "--force").returncode == 0


def test_a_branch_is_deleted_by_those_who_lose_what_is_on_it(own_server: Path, tmp_path: Path) -> None:
    clerk = clone(own_server, tmp_path / "clerk")
    edit(clerk, "wjw")
    assert push(clerk, "wjw/1", "wjw").returncode == 0
    done = send(clerk, ":wjw/1", "zjj")
    refused(done, "删除分支 wjw/1 会丢掉上面这些文件里别人的修改")
    assert "zjj 改动了 catalog/approvals/wjw.yml" in said(done)
    assert send(clerk, ":wjw/1", "wjw").returncode == 0
    assert send(clerk, "HEAD:refs/heads/wjw/2", "wjw").returncode == 0
    assert send(clerk, "HEAD:refs/heads/main", "reviewer").returncode == 0
    assert send(clerk, ":wjw/2", "zjj").returncode == 0  # main has it all


# Settings


@pytest.mark.parametrize("settings", ["--folder ./catalog", "--folder catalog/", "--main refs/heads/main"])
def test_a_setting_may_be_written_in_any_way(clerk: Path, server: Path, settings: str) -> None:
    install(server, settings)
    remove(clerk)
    refused(push(clerk, "wjw/1", "reviewer"), "wjw/1 里没有 catalog/catalog.yml")
    install(server)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("--folder katalog", "服务器上的 main 里没有 katalog/catalog.yml，无法判断"),
        ("--folder .", "服务器上的 main 里没有 ./catalog.yml，无法判断"),
        ("--folder ''", "--folder 要写目录在仓库中的位置"),
        ("--folder ../catalog", "--folder 要写目录在仓库中的位置"),
        ("--main mian", "服务器上没有主分支 mian，无法判断。已有的分支：main"),
        ("--main ''", "--main 要写主分支的名称"),
    ],
)
def test_a_mistaken_setting_refuses_every_push_and_says_what_to_set(
    clerk: Path, server: Path, settings: str, words: str
) -> None:
    install(server, settings)
    edit(clerk, "wjw")
    done = [push(clerk, "wjw/1", by) for by in ("wjw", "reviewer")]
    install(server)
    refused(done[0], words)
    refused(done[1], words)


def test_the_first_push_lays_main_and_is_a_reviewers(tmp_path: Path, server: Path) -> None:
    clerk = clone(server, tmp_path / "clerk")
    new = tmp_path / "new.git"
    git(tmp_path, "init", "--quiet", "--bare", str(new))
    install(new)
    git(clerk, "remote", "set-url", "origin", str(new))
    refused(send(clerk, "HEAD:refs/heads/main", "wjw"), "服务器上没有主分支 main，无法判断。已有的分支：—")
    refused(send(clerk, "HEAD:refs/heads/other", "reviewer"), "服务器上没有主分支 main，无法判断。已有的分支：—")
    done = send(clerk, "HEAD:refs/heads/main", "reviewer")
    assert done.returncode == 0, done.stderr
    assert "main：检查通过。" in said(done)


def test_a_reviewer_lays_the_catalog_into_a_repository_that_has_none(tmp_path: Path, server: Path) -> None:
    clerk = clone(server, tmp_path / "clerk")
    bare = tmp_path / "old.git"
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    git(clerk, "remote", "set-url", "origin", str(bare))
    git(clerk, "mv", "catalog", "later")
    assert push(clerk, "main").returncode == 0
    install(bare)
    git(clerk, "mv", "later", "catalog")
    refused(push(clerk, "other"), "服务器上的 main 里没有 catalog/catalog.yml，无法判断")
    assert push(clerk, "main").returncode == 0


@pytest.mark.parametrize("given", ["", "junk\n", f"{'0' * 40} {'1' * 39} refs/heads/x\n", f"{'0' * 40} {'1' * 40}\n"])
def test_what_git_does_not_write_to_this_hook_is_refused(server: Path, given: str) -> None:
    """As a hook of another name, such as update, it is given nothing."""
    done = started("receive", "--as", "reviewer", folder=server, given=given)
    assert done.returncode == 2
    assert "标准输入中没有 git 写给 pre-receive 钩子的内容" in done.stderr


# Honest work


@pytest.mark.parametrize(("place", "form"), [(".", "sha256"), ("city", "sha1"), ("a/b", "sha256")])
def test_other_formats_and_folders_are_guarded_alike(tmp_path: Path, place: str, form: str) -> None:
    folder = "catalog" if place == "." else f"{place}/catalog"
    server = make_server(tmp_path, place=place, form=form, settings=f"--folder {folder}")
    clerk = clone(server, tmp_path / "clerk")
    edit(clerk, "wjw", place=place)
    done = push(clerk, "wjw/1", "wjw")
    assert done.returncode == 0, done.stderr
    (clerk / "README.md").write_text("改过\n", encoding="utf-8")
    up = "../" * (0 if place == "." else place.count("/") + 1)
    refused(push(clerk, "wjw/1", "wjw"), f"wjw 改动了 {up}README.md，它属于审核人")
    git(clerk, "rm", "--quiet", "-r", folder)
    refused(push(clerk, "wjw/1", "wjw"), f"wjw/1 里没有 {folder}/catalog.yml")


def test_honest_work_is_received_while_main_moves(own_server: Path, tmp_path: Path) -> None:
    clerk, other = clone(own_server, tmp_path / "clerk"), clone(own_server, tmp_path / "other")
    edit(other, "zjj")
    (other / "README.md").write_text("改过\n", encoding="utf-8")
    assert push(other, "main").returncode == 0
    edit(clerk, "wjw")
    assert push(clerk, "wjw/1", "wjw").returncode == 0, "begun before main moved"
    git(clerk, "pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main")
    assert push(clerk, "wjw/1", "wjw").returncode == 0, "after merging the new main"
    edit(other, "slj")
    assert push(other, "main").returncode == 0
    git(clerk, "fetch", "--quiet")
    git(clerk, "rebase", "--quiet", "origin/main")
    assert push(clerk, "wjw/1", "wjw", "--force").returncode == 0, "after a rebase"
    git(clerk, "checkout", "--quiet", "HEAD~1")
    git(clerk, "merge", "--quiet", "--no-edit", "--strategy=ours", "origin/main")
    assert push(clerk, "main", "wjw").returncode == 0
