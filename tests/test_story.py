"""One change from the clerk's clone to the published site: refused, mended, reviewed, accepted, released."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.city import city, days, lay_out
from tests.support.command import started
from tests.support.repository import commit, git
from tests.support.root import ROOT

NAME = "青河区"
SHORTER, HEAVIER, RENAMED = "wjw-xk-001", "wjw-xk-002", "wjw-xk-003"
GROUND = (
    "--reason", "与消防检查合并办理", "--document", "青政办〔2016〕3号",
    "--approver", "青河区编办", "--until", "2016-12-31",
)  # fmt: skip


def approved(document: str, day: str) -> tuple[str, ...]:
    return "--document", document, "--approved-by", f"{NAME}人民政府", "--on", day


def run(folder: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = started(*arguments, folder=folder)
    assert done.returncode == code, done.stdout + done.stderr
    return done


def push(folder: Path, branch: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return git(folder, "push", "--quiet", "origin", f"HEAD:{branch}", check=False, **environment)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with the hook, and in it a new city whose first edition is published."""
    folder = tmp_path_factory.mktemp("story")
    run(folder, "init", "first", "--name", NAME, "--code", "410183")
    first, bare = folder / "first", folder / "server.git"
    lay_out(city(), first)
    git(folder, "init", "--quiet", "--bare", str(bare))
    git(first, "init", "--quiet")
    commit(first)
    run(first, "release", "r2015-12", *approved("青政文〔2015〕120号", "2015-12-28"))
    commit(first, "第一版")
    git(first, "remote", "add", "origin", str(bare))
    assert push(first, "main").returncode == 0
    shutil.copy(ROOT / "hooks" / "pre-receive", bare / "hooks" / "pre-receive")
    return bare


def cloned(server: Path, name: str, branch: str = "main") -> Path:
    git(server.parent, "clone", "--quiet", "--branch", branch, str(server), name)
    return server.parent / name


@pytest.fixture(scope="module")
def pushed(server: Path) -> tuple[Path, str, str]:
    """The clerk's clone, what refused three edits and a slip, and what was said when the mended ones went through."""
    clerk = cloned(server, "clerk")
    lists = city()
    shorter, heavier, renamed = lists["approvals/wjw.yml"][:3]
    shorter["time_limit"]["promised"] = days(6)
    heavier["materials"].append({"name": "消防检查意见", "kind": "原件", "copies": 1, "required": "必要"})
    renamed["former_names"], renamed["name"] = [renamed["name"]], f"{renamed['name']}核发"
    heavier["type"] = "行政许可证"
    lay_out(lists, clerk)
    commit(clerk, "三处修改")
    refused = push(clerk, "wjw/2016-01", WUDAN_AS="wjw")
    assert refused.returncode != 0
    heavier["type"] = "行政许可"
    lay_out(lists, clerk)
    commit(clerk, "改正")
    received = push(clerk, "wjw/2016-01", WUDAN_AS="wjw")
    assert received.returncode == 0, received.stderr
    return clerk, refused.stderr, received.stderr


@pytest.fixture(scope="module")
def reviewer(server: Path, pushed: tuple[Path, str, str]) -> Path:
    """The reviewer's clone, on the clerk's branch."""
    return cloned(server, "reviewer", "wjw/2016-01")


@pytest.fixture(scope="module")
def comment(reviewer: Path) -> str:
    return run(reviewer, "review", "--base", "origin/main", "--as", "wjw", code=1).stdout


@pytest.fixture(scope="module")
def published(reviewer: Path, comment: str) -> Path:
    """The reviewer's clone after the burden was accepted, merged, released, and the site built."""
    command = re.search(r"`wudan (waive p007-[0-9a-f]{16} --since origin/main) ", comment)
    assert command
    run(reviewer, *command[1].split(), *GROUND)
    run(reviewer, "check", "--since", "origin/main")
    commit(reviewer, "同意加重一处")
    git(reviewer, "switch", "--quiet", "main")
    git(reviewer, "merge", "--quiet", "--no-ff", "-m", "合并", "wjw/2016-01")
    assert push(reviewer, "main", WUDAN_AS="reviewer").returncode == 0
    run(reviewer, "check")
    run(reviewer, "build", code=1)  # merged is not yet approved
    run(reviewer, "release", "r2016-01", *approved("青政文〔2016〕5号", "2016-01-20"))
    commit(reviewer, "第二版")
    run(reviewer, "build")
    return reviewer


def test_the_slip_is_refused_with_file_line_and_reason(pushed: tuple[Path, str, str]) -> None:
    clerk, refused, _ = pushed
    slip = git(clerk, "grep", "--line-number", "行政许可证", "HEAD~1").stdout
    place = re.fullmatch(r"HEAD~1:catalog/approvals/wjw.yml:(\d+):.*\n", slip)
    assert place is not None
    assert f"S002 错误 catalog/approvals/wjw.yml:{place[1]}:" in refused
    assert "怎样改" in refused
    assert "推送没有被接受" in refused


def test_the_mended_push_is_received_and_says_what_waits_for_the_reviewer(pushed: tuple[Path, str, str]) -> None:
    _, _, received = pushed
    assert "wjw/2016-01：已接收。上面 1 个错误要由审核人决定，同意以前不能合并到 main。" in received


def test_the_department_cannot_push_it_to_main_before_it_is_accepted(pushed: tuple[Path, str, str]) -> None:
    clerk, _, _ = pushed
    done = push(clerk, "main", WUDAN_AS="wjw")
    assert done.returncode != 0
    assert "P007 错误 catalog/approvals/wjw.yml" in done.stderr


def test_the_comment_says_one_burden_one_relief_one_rename(comment: str) -> None:
    assert "有 1 处待审核人决定，同意以前不能合并" in comment
    assert "加重 1 处，需要人工判断 0 处，减轻 1 处，不影响申请人 1 处" in comment
    assert "申请材料增加“消防检查意见”" in comment
    assert "承诺办结时限由 8 个工作日缩短到 6 个工作日" in comment
    assert "更名：" in comment


def test_the_site_shows_the_change_and_the_feed_has_it(published: Path) -> None:
    page = (published / "site" / "changes" / "r2016-01" / "index.html").read_text(encoding="utf-8")
    assert "消防检查意见" in page
    assert "青政文〔2016〕5号" in page
    feed = (published / "site" / "changes" / "feed.xml").read_text(encoding="utf-8")
    assert "r2016-01" in feed
    own = (published / "site" / "departments" / "wjw" / "feed.xml").read_text(encoding="utf-8")
    assert "消防检查意见" in own
    item = (published / "site" / "approvals" / HEAVIER / "index.html").read_text(encoding="utf-8")
    assert "消防检查意见" in item


def test_the_item_renamed_keeps_its_address_and_names_what_it_was(published: Path) -> None:
    item = (published / "site" / "approvals" / RENAMED / "index.html").read_text(encoding="utf-8")
    assert "核发" in item
    assert "曾用名" in item
