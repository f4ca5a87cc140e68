"""Runs `wudan` as a user does, in a process of its own, or one of its commands in this process."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer
from typer.testing import CliRunner

from tests.support.forking import forked
from wudan.failure import Failure


def wudan(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and give its exit code and what it printed; its process is forked from a loaded one."""
    return forked([*map(str, arguments)], folder)


def started(*arguments: str | Path, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command as `wudan` does, by a Python that has loaded nothing yet and orders its sets in its own way.

    `given` is what it may read from its standard input.
    """
    command = [sys.executable, "-m", "wudan", *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )


@dataclass(frozen=True)
class Outcome:
    """What a command run within this process did."""

    exit_code: int
    stdout: str
    stderr: str
    failure: Failure | None = None

    @property
    def output(self) -> str:
        return self.stdout + self.stderr


def invoke(command: Callable[..., None], arguments: Sequence[str]) -> Outcome:
    """Run one command function in this process, with the exit codes that the program gives."""
    app = typer.Typer()
    app.command()(command)
    result = CliRunner().invoke(app, list(arguments))
    error = result.exception
    if isinstance(error, Failure):
        return Outcome(error.exit_code, result.stdout, f"{result.stderr}{error.zh}\n", error)
    if error is not None and not isinstance(error, SystemExit):
        raise error
    return Outcome(result.exit_code, result.stdout, result.stderr)
