"""How OpenSSH writes signatures and keys: their parts, taken apart without a judgement on them. (PROTOCOL.sshsig.)"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

LONGEST = 65_536  # bytes of a signature file; the largest key makes some three thousand
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"


class UnreadableError(Exception):
    """This is no signature as ssh-keygen writes one."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature says of itself: the public key that is said to have made it, and for what."""

    key: bytes
    namespace: str

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the key."""
        return fingerprint(self.key)


def fingerprint(key: bytes) -> str:
    """Give the fingerprint of a public key as ssh-keygen shows it: `SHA256:` and 43 characters."""
    return f"SHA256:{base64.b64encode(sha256(key).digest()).decode().rstrip('=')}"


def read_signature(content: bytes) -> Signature:
    """Take a signature file apart. Raises UnreadableError."""
    if len(content) > LONGEST:
        raise UnreadableError
    try:
        lines = content.decode("ascii").strip().splitlines()
        if len(lines) < 3 or (lines[0], lines[-1]) != (_BEGIN, _END):
            raise UnreadableError
        blob = base64.b64decode("".join(lines[1:-1]), validate=True)
    except (UnicodeDecodeError, binascii.Error):
        raise UnreadableError from None
    if not blob.startswith(_MAGIC):
        raise UnreadableError
    parts = _texts(blob[len(_MAGIC) + 4 :])
    try:
        key, namespace = next(parts), next(parts)
        return Signature(key, namespace.decode())
    except (StopIteration, UnicodeDecodeError):
        raise UnreadableError from None


def _texts(blob: bytes) -> Iterator[bytes]:
    """Give the texts of a blob, each behind its length (RFC 4251, section 5), as far as they are whole."""
    while len(blob) >= 4:
        length = int.from_bytes(blob[:4], "big")
        if len(blob) < 4 + length:
            return
        yield blob[4 : 4 + length]
        blob = blob[4 + length :]
