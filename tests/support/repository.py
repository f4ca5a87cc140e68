"""Git as people use it in these tests: real repositories, a committer of the demo city, nothing of this machine."""

import os
import subprocess
import sys
from pathlib import Path

_IDENTITY = ("-c", "user.name=clerk", "-c", "user.email=clerk@xinmi.example", "-c", "init.defaultBranch=main")


def git(folder: Path, *arguments: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, with `wudan` on the path for its hooks."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["git", *_IDENTITY, *arguments], cwd=folder, check=check, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, **environment},
    )  # fmt: skip


def commit(folder: Path, message: str = "清单") -> None:
    """Commit all that is in a folder."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", message)
