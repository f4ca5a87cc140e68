"""Who may sign: the lines of `allowed_signers`, as ssh-keygen(1) describes them under ALLOWED SIGNERS.

Whether a signature holds is ssh-keygen's to say. This reading serves to tell why it does not, and whose key it is.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wudan.signing.wire import fingerprint

LONGEST = 1_000_000  # bytes of the file

_QUOTED_OR_PLAIN = r'(?:"[^"]*"|[^\s"])+'
_LINE = re.compile(
    rf"(?P<principals>{_QUOTED_OR_PLAIN})[ \t]+(?:(?P<options>{_QUOTED_OR_PLAIN})[ \t]+)??"
    r"(?P<type>(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+)[ \t]+(?P<key>[A-Za-z0-9+/]+=*)(?:[ \t].*)?"
)
_OPTION = re.compile(r'(?P<name>[A-Za-z-]+)(?:="(?P<value>[^"]*)")?(?:,|$)')


@dataclass(frozen=True, slots=True)
class Signer:
    """A line of the file: for whom it stands, for which namespaces, from when and until when, and the key.

    `namespaces` is empty where all are meant; `after` and `before` are moments as the file has them (20151225, with
    hours, minutes and seconds where it has them), empty where there is no such bound.
    """

    principals: str
    key: bytes = field(repr=False)
    namespaces: tuple[str, ...] = ()
    after: str = ""
    before: str = ""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the key."""
        return fingerprint(self.key)

    @property
    def name(self) -> str:
        """The name by which ssh-keygen is asked whether this signer signed: the first that is no exception."""
        return next((one for one in self.principals.split(",") if not one.startswith("!")), "")


@dataclass(frozen=True, slots=True)
class Signers:
    """A whole file: as it is, its signers, and the numbers of the lines that cannot be read."""

    content: bytes = b""
    signers: tuple[Signer, ...] = ()
    unreadable: tuple[int, ...] = ()

    def with_key(self, key: bytes) -> tuple[Signer, ...]:
        """Give the lines that name a key."""
        return tuple(one for one in self.signers if one.key == key)


def read_signers(content: bytes) -> Signers:
    """Read the file. A line that cannot be read allows nobody, and is counted."""
    signers: list[Signer] = []
    unreadable: list[int] = []
    for number, line in _lines(content):
        found = _signer(line)
        if found:
            signers.append(found)
        else:
            unreadable.append(number)
    return Signers(content, tuple(signers), tuple(unreadable))


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content[:LONGEST].decode("utf-8", "replace").split("\n"), 1):
        text = line.strip(" \t\r")
        if text and not text.startswith("#"):
            yield number, text


def _signer(line: str) -> Signer | None:
    found = _LINE.fullmatch(line) if line.isprintable() or "\t" in line else None
    if found is None:
        return None
    try:
        key = base64.b64decode(found["key"], validate=True)
    except binascii.Error:
        return None
    options = {one["name"].lower(): one["value"] or "" for one in _OPTION.finditer(found["options"] or "")}
    return Signer(
        found["principals"].strip('"'),
        key,
        tuple(filter(None, options.get("namespaces", "").split(","))),
        options.get("valid-after", ""),
        options.get("valid-before", ""),
    )
