"""What a file of a catalog may be called: every system can hold the name, every shell and log can write it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from wudan.catalog.characters import kind_of_hidden

LONGEST_NAME = 120
"""Bytes in UTF-8, about forty Han characters; with the folders before it such a name fits every file system."""

_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
# Names that Windows keeps for devices, whatever extension follows ("Naming Files, Paths, and Namespaces").
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameFault:
    """What is wrong with a name, and with which character of it; empty where it is no single one.

    The kind is one of hidden characters, or `backslash`, `sign`, `start`, `end`, `long`, `device`.
    """

    kind: str
    character: str = ""


def name_fault(name: str) -> NameFault | None:
    """Give what is wrong with the name of a file or folder, the first thing; None where it may be called so.

    Allowed are letters and digits of ASCII, `.`, `-`, `_`, and what is neither ASCII nor hidden, such as Han
    characters; not all of it everywhere.
    """
    if not _PLAIN.fullmatch(name):
        for character in name:
            if kind := _kind_of(character):
                return NameFault(kind, character)
    if name.startswith(("-", ".")):
        return NameFault("start", name[0])
    if name.endswith("."):
        return NameFault("end", ".")
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME:
        return NameFault("long")
    return NameFault("device") if _DEVICE.fullmatch(name) else None


def _kind_of(character: str) -> str | None:
    if hidden := kind_of_hidden(character):
        return hidden
    if character in "\t\n\r":
        return "control"
    if character == "\\":
        return "backslash"
    if character.isascii():
        return None if _PLAIN.fullmatch(character) else "blank" if character == " " else "sign"
    return None if character.isprintable() else "invisible"


def twins_among(paths: Iterable[str]) -> Mapping[str, str]:
    """Give the paths that other systems take for one and the same, each with the one that may stay.

    They differ only by upper and lower case, or by how a character is put together (Unicode Standard Annex 15). The one
    in lower case stays, so that the file of a department does.
    """
    found: dict[str, str] = {}
    twins = {}
    for path in sorted(paths, key=lambda path: (path != _folded(path), path)):
        first = found.setdefault(_folded(path), path)
        if first != path:
            twins[path] = first
    return twins


def _folded(path: str) -> str:
    return normalize("NFC", normalize("NFC", path).casefold())
