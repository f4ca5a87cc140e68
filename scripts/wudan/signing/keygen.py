"""Runs ssh-keygen, the one program that signs and that says whether a signature holds."""

import os
import subprocess
from collections.abc import Sequence

from wudan.failure import Failure

# Days in allowed_signers without a zone are meant in China's own; written so that no table of zones is needed.
_ZONE = "CST-8"


class SigningError(Failure):
    """Nothing can be signed with that key."""


class KeygenError(Failure):
    """There is no ssh-keygen, or one that cannot sign."""

    exit_code = 3


def run_keygen(arguments: Sequence[str], content: bytes, *, speaks: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen with a text on its standard input.

    Where it `speaks`, what it has to tell people reaches them: it may ask for a touch of a key. A passphrase it asks
    for on the terminal itself. Raises KeygenError where there is no ssh-keygen.
    """
    try:
        return subprocess.run(  # noqa: S603
            ["ssh-keygen", *arguments],  # noqa: S607 (the one of this machine)
            input=content,
            stdout=subprocess.PIPE,
            stderr=None if speaks else subprocess.PIPE,
            check=False,
            env={**os.environ, "TZ": _ZONE},
        )
    except FileNotFoundError:
        raise KeygenError(
            "找不到 ssh-keygen 程序。在 Debian 上请安装：apt-get install openssh-client",
            "There is no ssh-keygen. On Debian: apt-get install openssh-client",
        ) from None
