"""The forced command of a key, run by a real shell as sshd runs it: with what the client asked for in a variable."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.gate import clone, edit, make_server, push, said
from tests.support.repository import git
from tests.support.root import ROOT

SERVE = ROOT / "hooks" / "serve-as"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_server(tmp_path_factory.mktemp("server"))


def asked(server: Path, command: str, *, name: str = "wjw", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the line of authorized_keys as sshd does: through the account's shell, with nothing on standard input."""
    line = f"{shlex.quote(str(SERVE))} {name} {shlex.quote(str(server))}"
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=server.parent, input="", capture_output=True, text=True, check=False,
        env={**os.environ, **environment, "SSH_ORIGINAL_COMMAND": command},
    )  # fmt: skip


@pytest.mark.parametrize("path", ["{path}", "server.git", "/server.git", "server", "/server"])
def test_the_repository_of_the_key_is_read_under_any_of_its_names(server: Path, path: str) -> None:
    done = asked(server, f"git-upload-pack '{path.format(path=server)}'")
    assert "refs/heads/main" in done.stdout


HOSTILE = (
    "", "sh", "bash -c 'touch x'", "git-upload-pack", "git-upload-pack ", "git-shell", "git-upload-pack 'other.git'",
    "git-upload-pack '../server.git'", "git-upload-pack 'server.git'; touch x", "git-upload-pack 'server.git' &&x",
    "git-upload-pack 'server.git'\ntouch x", "\ngit-upload-pack 'server.git'", "git-upload-pack '$(touch x)'",
    "git-upload-pack `touch x`", "git-upload-pack server.git", "git-upload-pack --help", "git-upload-pack '*'",
    "git-upload-pack 'server.*'", "git-receive-pack --reject-thin-pack-for-testing 'server.git'", "*", "git-*-pack '*'",
    "git upload-pack 'server.git'", "git-upload-pack  'server.git'", "/usr/bin/git-upload-pack 'server.git'",
    "GIT_DIR=x git-upload-pack 'server.git'", "scp -t .", "internal-sftp", "git-upload-pack 'server.git'x", "-c x",
)  # fmt: skip


@pytest.mark.parametrize("command", HOSTILE)
def test_nothing_else_that_a_client_asks_for_is_run(server: Path, command: str) -> None:
    before = sorted(server.parent.iterdir())
    done = asked(server, command)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "这把密钥只能用于" in done.stderr
    assert sorted(server.parent.iterdir()) == before


def test_no_setting_of_the_client_reaches_git_or_the_hook(server: Path) -> None:
    done = asked(
        server, "git-upload-pack 'server.git'", GIT_PROTOCOL="version=2\nx", GIT_TRACE="1", GIT_DIR="/nowhere",
        WUDAN_AS="reviewer",
    )  # fmt: skip
    assert "refs/heads/main" in done.stdout, "of an unknown protocol the first is spoken"
    assert "trace" not in done.stderr
    assert "refs/heads/main" not in asked(server, "git-upload-pack 'server.git'", GIT_PROTOCOL="version=2").stdout


@pytest.mark.parametrize("line", ["wjw", "", "wjw relative.git", "wjw {path} more"])
def test_a_line_that_was_written_wrongly_serves_nobody(server: Path, line: str) -> None:
    command = f"{shlex.quote(str(SERVE))} {line.format(path=server)}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False,
        env={**os.environ, "SSH_ORIGINAL_COMMAND": "git-upload-pack 'server.git'"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "serve-as：" in done.stderr


@pytest.fixture
def ssh(tmp_path: Path) -> Any:
    """Something in the place of ssh: it runs the line of a key, as sshd on the server would, and `wudan` from here."""
    tool = tmp_path / "bin" / "wudan"
    tool.parent.mkdir()
    tool.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT / "scripts"))} exec {shlex.quote(sys.executable)} -m wudan "$@"\n'
    )
    tool.chmod(0o755)

    def through(server: Path, name: str) -> str:
        line = f"{shlex.quote(str(SERVE))} {name} {shlex.quote(str(server))}"
        environment = f'PATH={shlex.quote(f"{tool.parent}:{os.defpath}")} HOME=/ SSH_ORIGINAL_COMMAND="$asked"'
        script = tmp_path / f"ssh-{len(name)}"
        script.write_text(
            f"#!/bin/sh\nfor word; do asked=$word; done\nexec env -i {environment} /bin/sh -c {shlex.quote(line)}\n"
        )
        script.chmod(0o755)
        return str(script)

    return through


def test_pushes_over_it_are_judged_as_those_of_the_department_of_the_key(
    server: Path, tmp_path: Path, ssh: Any
) -> None:
    clerk = clone(server, tmp_path / "clerk")
    git(clerk, "remote", "set-url", "origin", "ssh://git@city.example/server.git")
    git(clerk, "config", "core.sshCommand", ssh(server, "wjw"))
    edit(clerk, "wjw")
    received = push(clerk, "wjw/1", "reviewer")  # what the client calls itself counts for nothing
    assert received.returncode == 0, received.stderr
    (clerk / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    refused = push(clerk, "wjw/1", "reviewer")
    assert refused.returncode != 0
    assert "wjw 改动了 mkdocs.yml，它属于审核人" in said(refused)
    git(clerk, "config", "core.sshCommand", ssh(server, "reviewer"))
    assert git(clerk, "push", "origin", "HEAD:refs/heads/wjw/1", check=False).returncode == 0
    git(clerk, "config", "core.sshCommand", ssh(server, "''"))
    assert "服务器没有说明是谁在推送" in said(git(clerk, "push", "origin", "HEAD:refs/heads/x", check=False))


@pytest.mark.skipif(shutil.which("dash") is None, reason="there is no dash")
def test_it_is_a_script_for_any_shell() -> None:
    assert SERVE.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    for shell in ("dash", "bash"):
        assert subprocess.run([shell, "-n", SERVE], check=False).returncode == 0
