"""What a built site consists of: every file with its size and SHA-256, written as `manifest.json`."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from wudan.site.error import SiteError

MANIFEST = "manifest.json"
MANIFEST_SIGNATURE = f"{MANIFEST}.sig"
SITE_NAMESPACE = "wudan-site@v1"
"""What a signature of a manifest is for; it names the form of the manifest that is signed."""
_ABOUT_THE_SITE = frozenset({MANIFEST, MANIFEST_SIGNATURE})


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its path from the root with slashes, its SHA-256 in hexadecimal, its size in bytes."""

    path: str
    sha256: str
    size: int


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a site says of itself: its files, and the edition that it shows with the hash of what that one states.

    Both are empty for a preview, which shows no edition.
    """

    files: tuple[SiteFile, ...]
    edition: str = ""
    record: str = ""


def make_folder(folder: Path, path: str) -> None:
    """Make a folder of the site, and those above it, where they are not there yet. Raises OSError."""
    name = f"{folder}/{path}"
    try:
        os.mkdir(name)  # noqa: PTH102 (ten thousand pages: a Path a page is felt)
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(name).mkdir(parents=True, exist_ok=True)


def write_file(folder: Path, path: str, content: bytes) -> SiteFile:
    """Write one file of the site into a folder that is there, and give what the manifest says of it. Raises OSError."""
    with open(f"{folder}/{path}", "wb", buffering=0) as file:  # noqa: PTH123 (as above)
        file.write(content)
    return SiteFile(path, sha256(content).hexdigest(), len(content))


def take_stock(folder: Path, written: Iterable[SiteFile]) -> tuple[SiteFile, ...]:
    """Give every file below a folder, by path. Those just written are not read again, only their size is held up.

    Raises SiteError when a file that was written is missing or of another size, and OSError.
    """
    expected = {file.path: file for file in written}
    found: list[SiteFile] = []
    for path, size in _files(folder, ""):
        known = expected.pop(path, None)
        if known is None:
            known = SiteFile(path, sha256((folder / path).read_bytes()).hexdigest(), size)
        elif known.size != size:
            raise _incomplete(path)
        found.append(known)
    if expected:
        raise _incomplete(min(expected))
    return tuple(sorted(found, key=lambda file: file.path))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest.json`, one file a line; the manifest itself is not in it. Raises OSError."""
    lines = b",\n".join(msgspec.json.encode(file) for file in manifest.files)
    head = msgspec.json.encode({"edition": manifest.edition, "record": manifest.record}).removesuffix(b"}")
    (folder / MANIFEST).write_bytes(head + b',"files":[\n' + lines + b"\n]}\n")


def read_manifest(folder: Path) -> Manifest:
    """Give what the manifest of a site says. Raises OSError, and msgspec.DecodeError when it is no manifest."""
    return parse_manifest((folder / MANIFEST).read_bytes())


def parse_manifest(content: bytes) -> Manifest:
    """Give what a manifest says. Raises msgspec.DecodeError when it is none."""
    return msgspec.json.decode(content, type=Manifest)


def strangers(folder: Path) -> tuple[str, ...] | None:
    """Give the files below a folder that are not the site's own, by path; None where the folder holds no site.

    A site is known by a manifest of our own form. Empty folders are nobody's. Raises OSError.
    """
    try:
        own = {file.path for file in read_manifest(folder).files}
    except (FileNotFoundError, IsADirectoryError, msgspec.DecodeError):
        return None
    return tuple(sorted(path for path, _ in _files(folder, "") if path not in own))


def _files(folder: Path | str, prefix: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            elif f"{prefix}{entry.name}" not in _ABOUT_THE_SITE:
                yield prefix + entry.name, entry.stat(follow_symlinks=False).st_size


def _incomplete(path: str) -> SiteError:
    return SiteError(
        f"生成的网站不完整：文件 {path} 缺失或者没有写全。原来的网站没有改动，请检查磁盘空间后重新生成。",
        f"The site is incomplete: {path} is missing or cut off. The published site is unchanged; check the disk space.",
    )
