"""Runs `wudan` as a user does: in a process of its own."""

import subprocess
import sys
from pathlib import Path


def wudan(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and give its exit code and what it printed."""
    command = [sys.executable, "-m", "wudan", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
