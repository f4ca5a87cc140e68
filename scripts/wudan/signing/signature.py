"""Signing a statement with an SSH key, and examining a signature: by whom, of what, and why it does not hold."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from wudan.signing.keygen import SigningError, run_keygen
from wudan.signing.signers import Signer, Signers
from wudan.signing.wire import Signature, UnreadableError, read_signature

Verdict = Literal[
    "good", "unreadable", "other_namespace", "altered", "foreign", "not_for_this", "not_yet", "expired", "refused"
]


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found of a signature; `signer` is the line that names its key, where there is one."""

    verdict: Verdict
    fingerprint: str = ""
    namespace: str = ""
    signer: Signer | None = None

    @property
    def holds(self) -> bool:
        """Whether somebody who may sign this signed just this."""
        return self.verdict == "good"


def sign(key: Path, statement: bytes, namespace: str) -> bytes:
    """Give the detached signature of a statement by ssh-keygen.

    `key` is a private key, or a public one whose private half an agent holds. Raises SigningError where ssh-keygen does
    not sign with it, and KeygenError where there is none.
    """
    if not key.is_file():
        raise SigningError(f"没有密钥文件 {key}。请核对 --sign 的路径。", f"There is no key {key}; look at --sign.")
    done = run_keygen(["-q", "-Y", "sign", "-f", str(key.absolute()), "-n", namespace], statement, speaks=True)
    if done.returncode != 0 or not done.stdout:
        raise SigningError(
            f"ssh-keygen 没有用 {key} 签名（原因见上）。请核对口令；给的是 .pub 公钥的，先用 ssh-add 把私钥加进代理。",
            f"ssh-keygen did not sign with {key}, see above. Look at the passphrase; for a public key, add its private "
            "half to the agent by ssh-add.",
        )
    return done.stdout


def examine(signature: bytes, statement: bytes, namespace: str, signers: Signers, day: str) -> Examined:
    """Say whether a signature holds on a day (YYYY-MM-DD, at noon in China), by the judgement of ssh-keygen.

    A signature of SSH carries no time of its own: whether a key was valid is asked for the day that the statement
    itself gives. Raises KeygenError where there is no ssh-keygen.
    """
    try:
        read = read_signature(signature)
    except UnreadableError:
        return Examined("unreadable")
    if read.namespace != namespace:
        return Examined("other_namespace", read.fingerprint, read.namespace)
    lines = signers.with_key(read.key)
    with _laid_out(signature, signers.content) as folder:
        asked = ["-s", str(folder / "signature"), "-n", namespace]
        if run_keygen(["-Y", "check-novalidate", *asked], statement).returncode != 0:
            return Examined("altered", read.fingerprint, namespace)
        moment = f"verify-time={day.replace('-', '')}120000"
        asked += ["-f", str(folder / "allowed_signers"), "-O", moment]
        for line in lines:
            if line.name and run_keygen(["-Y", "verify", "-I", line.name, *asked], statement).returncode == 0:
                return Examined("good", read.fingerprint, namespace, line)
    return _refused(read, lines, day)


@contextmanager
def _laid_out(signature: bytes, signers: bytes) -> Iterator[Path]:
    """Lay what ssh-keygen wants as files into a folder of our own, so that it opens what was read here."""
    with TemporaryDirectory(prefix="wudan-") as name:
        folder = Path(name)
        (folder / "signature").write_bytes(signature)
        (folder / "allowed_signers").write_bytes(signers)
        yield folder


def _refused(read: Signature, lines: tuple[Signer, ...], day: str) -> Examined:
    """Say why nobody who may sign stands for the key."""
    if not lines:
        return Examined("foreign", read.fingerprint, read.namespace)
    fitting = [line for line in lines if _is_for(line, read.namespace)]
    if not fitting:
        return Examined("not_for_this", read.fingerprint, read.namespace, lines[0])
    line = fitting[0]
    noon = f"{day.replace('-', '')}120000"
    verdict: Verdict = "refused"
    if line.after and noon < _moment(line.after):
        verdict = "not_yet"
    elif line.before and noon >= _moment(line.before):
        verdict = "expired"
    return Examined(verdict, read.fingerprint, read.namespace, line)


def _is_for(line: Signer, namespace: str) -> bool:
    return not line.namespaces or any(fnmatchcase(namespace, pattern) for pattern in line.namespaces)


def _moment(text: str) -> str:
    return re.sub("[^0-9]", "", text).ljust(14, "0")
