"""Runs `wudan` in processes of their own that need not load it: each is forked from one that has loaded it already.

Such a process has its own folder, environment, streams and exit code, and begins where `python -m wudan` begins once
its modules are loaded. What it does not show is that loading: that each command brings what it needs is held by tests
that start Python (`started` in `command.py`).
"""

import atexit
import gc
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import NoReturn

from tests.support.rule_examples import CITY

_LENGTH = 4  # bytes in which a message says how long it is
_STREAMS = (0, 1, 2)


@dataclass(frozen=True)
class Fate:
    """What befalls a command: SIGKILL after so many seconds; no file larger than so many bytes."""

    killed_after: float | None = None
    largest_file: int | None = None


def forked(arguments: Sequence[str], folder: Path, fate: Fate | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and give its exit code and what it printed."""
    with TemporaryFile() as stdout, TemporaryFile() as stderr:
        status = _source(os.getpid()).ask(arguments, folder, fate or Fate(), (0, stdout.fileno(), stderr.fileno()))
        printed = []
        for stream in (stdout, stderr):
            stream.seek(0)
            printed.append(stream.read().decode("utf-8"))
    return subprocess.CompletedProcess(["wudan", *arguments], os.waitstatus_to_exitcode(status), *printed)


class _Source:
    """The process that all are forked from; it ends with the process that asks it."""

    def __init__(self) -> None:
        self._connection, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", __name__, str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
        atexit.register(self._end)

    def ask(self, arguments: Sequence[str], folder: Path, fate: Fate, streams: Sequence[int]) -> int:
        """Let a command run and give its wait status."""
        asked = (list(arguments), str(folder), dict(os.environ), fate.largest_file)
        request = pickle.dumps((fate.killed_after, asked))
        socket.send_fds(self._connection, [len(request).to_bytes(_LENGTH)], list(streams))
        self._connection.sendall(request)
        answer = self._connection.recv(_LENGTH)
        assert answer, "the process that commands are forked from has ended"
        return int.from_bytes(answer)

    def _end(self) -> None:
        self._connection.close()
        self._process.wait()


@cache
def _source(pid: int) -> _Source:  # of each process that asks its own
    return _Source()


def _serve(connection: socket.socket) -> None:
    while True:
        head, streams, _, _ = socket.recv_fds(connection, _LENGTH, len(_STREAMS))
        if not head:
            return
        request = connection.recv(int.from_bytes(head), socket.MSG_WAITALL)
        seconds, asked = pickle.loads(request)  # noqa: S301 (from the tests alone)
        child = os.fork()
        if child == 0:
            connection.close()
            arguments, folder, environment, limit = asked
            _become(arguments, folder, environment, limit, streams)
        for stream in streams:
            os.close(stream)
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        connection.sendall(os.waitpid(child, 0)[1].to_bytes(_LENGTH))


def _become(
    arguments: list[str], folder: str, environment: dict[str, str], limit: int | None, streams: list[int]
) -> NoReturn:
    code: object = 1
    try:
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        for number, stream in zip(_STREAMS, streams, strict=True):
            os.dup2(stream, number)
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        code = _run(arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _run(arguments: list[str]) -> object:
    """Run the program and give its exit code."""
    from wudan.__main__ import main  # noqa: PLC0415 (by this time it is loaded)

    sys.argv = ["wudan", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code or 0
    return 0


def _load() -> None:
    """Load what commands use, most of which they load when they need it, by running some on a small city."""
    from wudan.cli.application import load  # noqa: PLC0415 (the process that asks needs none of this)
    from wudan.cli.commands import COMMANDS  # noqa: PLC0415

    for name in COMMANDS:
        load(name)
    told, sys.stdout = sys.stdout, open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (for good)
    for arguments in (["check", str(CITY)], ["diff", str(CITY), str(CITY)]):
        assert _run(arguments) == 0
    sys.stdout = told


if __name__ == "__main__":
    _, handle = sys.argv
    _load()
    gc.freeze()
    _serve(socket.socket(fileno=int(handle)))
