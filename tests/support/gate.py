"""A git server whose hook guards a city's repository, and people who push to it."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.city import city, lay_out
from tests.support.repository import commit, git
from tests.support.root import ROOT

HOOK = ROOT / "hooks" / "pre-receive"


def make_server(
    folder: Path, *, place: str = ".", form: str = "sha1", more: Mapping[str, Any] | None = None, settings: str = ""
) -> Path:
    """Make a bare repository with a first commit and the hook, and give it.

    `place` is the folder that holds the catalog's, `form` the format of the objects, `settings` stand in the hook
    instead of its own.
    """
    server, first = folder / "server.git", folder / "first"
    git(folder, "init", "--quiet", "--bare", f"--object-format={form}", str(server))
    git(folder, "init", "--quiet", f"--object-format={form}", str(first))
    (first / "README.md").write_text("说明\n", encoding="utf-8")
    lay_out({**city(), **(more or {})}, first / place)
    commit(first)
    git(first, "push", "--quiet", str(server), "HEAD:main")
    install(server, settings)
    return server


def install(server: Path, settings: str = "") -> None:
    """Put the hook into a server, with its own settings or others."""
    text = HOOK.read_text(encoding="utf-8")
    own = "--main main --folder catalog"
    assert own in text
    hook = server / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(text.replace(own, settings) if settings else text, encoding="utf-8")
    shutil.copymode(HOOK, hook)


def clone(server: Path, folder: Path) -> Path:
    """Give a clone of what the server has."""
    git(folder.parent, "clone", "--quiet", str(server), str(folder))
    return folder


def push(clerk: Path, branch: str = "main", by: str = "reviewer", *more: str) -> subprocess.CompletedProcess[str]:
    """Commit all that is in a clone, and push it."""
    git(clerk, "add", "--all")
    git(clerk, "commit", "--quiet", "--allow-empty", "-m", "修改")
    return send(clerk, f"HEAD:refs/heads/{branch}", by, *more)


def send(clerk: Path, what: str, by: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Push what is committed already, under a name; an empty one sets none."""
    names = {"WUDAN_AS": by} if by else {}
    return git(clerk, "push", *more, "origin", *what.split(), check=False, **names)


def edit(clerk: Path, department: str, old: str = '"visits": 2', new: str = '"visits": 1', place: str = ".") -> None:
    """Change one place of a department's list of approvals."""
    path = clerk / place / "catalog" / "approvals" / f"{department}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Give what the server said, without what git sets before and behind each line."""
    return "\n".join(line.removeprefix("remote: ").rstrip() for line in done.stderr.splitlines())
