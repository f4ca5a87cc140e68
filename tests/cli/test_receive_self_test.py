"""What an administrator is told of the hook, from the repository that it stands in."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import wudan
from tests.support.gate import install, make_server
from tests.support.repository import git


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A server as it should be."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    monkeypatch.delenv("WUDAN_AS", raising=False)
    server = make_server(tmp_path)
    git(server, "config", "receive.fsckObjects", "true")
    return server


def faults(server: Path, *more: str) -> list[str]:
    """Run the self-test and give its faults; the repository stays as it is."""
    before = git(server, "for-each-ref").stdout, git(server, "count-objects", "-v").stdout
    done = wudan("receive", "--self-test", *more, folder=server)
    assert (git(server, "for-each-ref").stdout, git(server, "count-objects", "-v").stdout) == before
    assert "Traceback" not in done.stderr
    assert ("还有问题" in done.stdout) == (done.returncode == 1)
    found = [line.removeprefix("✗ ") for line in done.stdout.splitlines() if line.startswith("✗ ")]
    assert done.returncode == (1 if found else 0), done.stdout + done.stderr
    return found


def test_a_good_server_is_told_to_be_one(server: Path) -> None:
    done = wudan("receive", "--self-test", "--as", "wjw", folder=server)
    assert done.returncode == 0, done.stdout + done.stderr
    told = [line for line in done.stdout.splitlines() if line.startswith("✓ ")]
    assert [line.split("：")[0] for line in told if "sshd" not in line] == [
        "✓ 仓库", "✓ 钩子已经安装", "✓ 主分支", "✓ 目录", "✓ 可以推送的人", "✓ 接收时检查对象",
        "✓ 试推送", "✓ 试推送", "✓ 试推送", "✓ 试推送",
    ]  # fmt: skip
    assert done.stdout.endswith("钩子有效。\n")
    english = wudan("receive", "--self-test", "--lang", "en", folder=server).stdout
    assert english.endswith("The hook works.\n")
    assert not re.search("[\u4e00-\u9fff]", english)


def no_hook(server: Path) -> None:
    (server / "hooks" / "pre-receive").unlink()


def idle_hook(server: Path) -> None:
    (server / "hooks" / "pre-receive").chmod(0o644)


def hook_elsewhere(server: Path) -> None:
    git(server, "config", "core.hooksPath", "/nowhere")


def hook_for_reviewers(server: Path) -> None:
    install(server, "--as reviewer")


def hook_that_passes(server: Path) -> None:
    (server / "hooks" / "pre-receive").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")


def hook_of_another_folder(server: Path) -> None:
    install(server, "--folder katalog")


def hook_without_wudan(server: Path) -> None:
    (server / "hooks" / "pre-receive").write_text("#!/bin/sh\nexec wudann receive\n", encoding="utf-8")


def unchecked_objects(server: Path) -> None:
    git(server, "config", "receive.fsckObjects", "false")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (no_hook, ["git 使用的位置没有钩子"]),
        (idle_hook, ["钩子不能执行，git 会不声不响地跳过它"]),
        (hook_elsewhere, ["git 使用的位置没有钩子：/nowhere/pre-receive"]),
        (hook_for_reviewers, ["试推送：没有写明是谁的，竟然接收了", "试推送：部门改动别人文件的，竟然接收了"]),
        (hook_that_passes, ["试推送：没有写明是谁的，竟然接收了", "试推送：从主分支删去目录的，竟然接收了",
                            "试推送：部门改动别人文件的，竟然接收了"]),
        (hook_of_another_folder, ["试推送：正常的推送被拒绝了"]),
        (hook_without_wudan, ["试推送：正常的推送被拒绝了，钩子会拒绝所有人。它说：remote: "]),
        (unchecked_objects, ["接收时不检查对象"]),
    ],
)  # fmt: skip
def test_what_leaves_a_server_open_or_shut_is_found(
    server: Path, spoil: Callable[[Path], None], told: list[str]
) -> None:
    spoil(server)
    found = faults(server)
    assert len(found) == len(told)
    for fault, words in zip(found, told, strict=True):
        assert fault.startswith(words)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--folder", "katalog"), "main 里没有 katalog/catalog.yml，所有推送都会被拒绝"),
        (("--main", "mian"), "没有主分支 mian，所有推送都会被拒绝。已有的分支：main"),
        (("--as", "wxj"), "wxj 不是主分支部门登记里的编号"),
    ],
)
def test_settings_that_mean_nothing_here_are_told(server: Path, options: tuple[str, ...], told: str) -> None:
    (found,) = faults(server, *options)
    assert found.startswith(told)


def test_outside_a_repository_it_says_so(tmp_path: Path) -> None:
    done = wudan("receive", "--self-test", folder=tmp_path)
    assert done.returncode == 1
    assert "不是可以读取的 git 仓库" in done.stdout


def test_advice_does_not_fail(server: Path) -> None:
    git(server, "config", "receive.denyNonFastForwards", "true")
    git(server, "config", "receive.denyDeletes", "true")
    done = wudan("receive", "--self-test", folder=server)
    assert done.returncode == 0
    for words in ("! 没有用 --as 写明谁在推送", "! 设了 receive.denyNonFastForwards", "! 设了 receive.denyDeletes"):
        assert words in done.stdout


def test_a_repository_with_a_work_tree_is_tried_too(server: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(server), "work")
    install(tmp_path / "work" / ".git")
    git(tmp_path / "work", "config", "receive.fsckObjects", "true")
    assert faults(tmp_path / "work") == []
