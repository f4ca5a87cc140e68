"""What the job that reads a request hands to the job that may speak, held to its shape before anything is used."""

import hashlib
import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = "<!-- wudan review -->"  # with which `wudan review` begins a comment
_LIMITS = {"request.json": 1_000, "comment.md": 262_000, "review.html": 100_000_000}  # bytes
_MOST_CHARACTERS = 65_500  # GitHub takes 65,536
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_HASH = re.compile(r"[0-9a-f]{64}")
_MOST_REQUESTS = 999_999_999
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"^[ \t>]*/[a-z]", re.MULTILINE)  # GitLab does what such a line says ("quick actions")


class MisshapenError(Exception):
    """What was handed over is not what the other job writes. The message says so in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"交来的审核意见不合格式，没有使用：{zh} What was handed over was not used: {en}")


@dataclass(frozen=True)
class Handover:
    """A comment (Markdown, empty where nothing is to be said) for one request, and the commit that was reviewed."""

    number: int
    head: str
    comment: str


def read_handover(folder: Path) -> Handover:
    """Give what lies in a folder.

    Raises MisshapenError where a file, a size, a field or the hash is not as it should be.
    """
    contents = _contents(folder)
    fields = _fields(contents["request.json"])
    if hashlib.sha256(contents["comment.md"]).hexdigest() != fields["comment"]:
        raise MisshapenError("comment.md 的校验值不对。", "comment.md has another hash.")
    return Handover(fields["number"], fields["head"], _comment(contents["comment.md"]))


def _contents(folder: Path) -> Mapping[str, bytes]:
    """Give the two files that are used. Nothing is opened before all of the folder is seen to be plain and small."""
    found = {entry.name: entry.lstat() for entry in folder.iterdir()} if folder.is_dir() else {}
    if found.keys() != _LIMITS.keys():
        raise MisshapenError("文件夹里的文件不是约定的三个。", "the folder does not hold the three files agreed on.")
    for name, status in found.items():
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LIMITS[name]:
            raise MisshapenError(f"{name} 不是普通文件，或者太大。", f"{name} is no plain file, or too large.")
    return {name: (folder / name).read_bytes() for name in ("request.json", "comment.md")}


def _fields(content: bytes) -> Mapping[str, Any]:
    """Give number, head and hash of the comment."""
    try:
        fields = json.loads(content.decode("utf-8"), object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        fields = None
    if not (
        isinstance(fields, dict)
        and fields.keys() == {"number", "head", "comment"}
        and type(fields["number"]) is int
        and 0 < fields["number"] <= _MOST_REQUESTS
        and _is(_COMMIT, fields["head"])
        and _is(_HASH, fields["comment"])
    ):
        raise MisshapenError(
            "request.json 应有编号、提交和校验值三项。", "request.json should hold a number, a commit and a hash."
        )
    return fields


def _each_once(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _is(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _comment(content: bytes) -> str:
    """Give the text of the comment: of its length, marked as ours, without control characters and commands."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise MisshapenError("comment.md 不是 UTF-8。", "comment.md is not UTF-8.") from None
    if text and not text.startswith(f"{MARK}\n"):
        raise MisshapenError("comment.md 没有约定的开头。", "comment.md does not begin as agreed.")
    if len(text) > _MOST_CHARACTERS:
        raise MisshapenError("comment.md 太长。", "comment.md is too long.")
    if _CONTROL.search(text) or _COMMAND.search(text):
        raise MisshapenError(
            "comment.md 里有控制字符，或者平台会当命令执行的行。",
            "comment.md has control characters, or a line that a forge would obey.",
        )
    return text
