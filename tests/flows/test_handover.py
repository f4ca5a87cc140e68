"""What the reading job hands to the speaking one is held to its shape before it is used."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover import MARK, Handover, MisshapenError, read_handover

HEAD = "0123456789abcdef" * 2 + "01234567"
COMMENT = f"{MARK}\n检查通过\n"


def hashed(comment: bytes) -> str:
    return hashlib.sha256(comment).hexdigest()


def lay_out(folder: Path, text: bytes = COMMENT.encode(), fields: Mapping[str, object] | None = None) -> Path:
    """Write a handover of the right shape but for the fields that are given."""
    folder.mkdir(exist_ok=True)
    written = {"number": 7, "head": HEAD, "comment": hashed(text), **(fields or {})}
    (folder / "comment.md").write_bytes(text)
    (folder / "review.html").write_text("<p>", encoding="utf-8")
    (folder / "request.json").write_text(json.dumps(written), encoding="utf-8")
    return folder


@pytest.mark.parametrize("comment", [COMMENT, "", MARK + "\n" + "长" * 65_000])
def test_a_handover_of_the_right_shape_is_taken(tmp_path: Path, comment: str) -> None:
    assert read_handover(lay_out(tmp_path, comment.encode())) == Handover(7, HEAD, comment)


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 0}, {"number": -7}, {"number": 10**9}, {"number": "7"}, {"number": 7.0}, {"number": True},
        {"number": None}, {"number": [7]}, {"head": HEAD[:-1]}, {"head": HEAD.upper()}, {"head": HEAD + "\n"},
        {"head": "main"}, {"head": 7}, {"head": None}, {"comment": "0" * 64}, {"comment": ""}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_a_field_that_is_not_as_agreed_is_refused(tmp_path: Path, fields: dict[str, object]) -> None:
    with pytest.raises(MisshapenError):
        read_handover(lay_out(tmp_path, fields=fields))


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "7", "null", "{}", '{"number": 7}', "{", "\ufeff{}", "[" * 999,
        f'{{"number": 8, "number": 7, "head": "{HEAD}", "comment": "{hashed(COMMENT.encode())}"}}',
        f'{{"number": 7, "head": "{HEAD}", "comment": "{hashed(COMMENT.encode())}"}}' + " " * 1_000,
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_record_of_three_fields_is_refused(tmp_path: Path, text: str) -> None:
    (lay_out(tmp_path) / "request.json").write_text(text, encoding="utf-8")
    with pytest.raises(MisshapenError):
        read_handover(tmp_path)


@pytest.mark.parametrize(
    "comment",
    [
        b"x", MARK.encode(), b" " + COMMENT.encode(), COMMENT.encode() + b"\xff", COMMENT.encode() + b"\x1b[0m",
        COMMENT.encode() + b"a\rb", f"{COMMENT}\u202e".encode(), f"{COMMENT}/approve\n".encode(),
        f"{COMMENT}  /merge\n".encode(), f"{COMMENT}> /close\n".encode(), f"{MARK}\n{'长' * 65_500}".encode(),
        f"{MARK}\n{' ' * 262_000}".encode(),
    ],
    ids=range(12),
)  # fmt: skip
def test_a_comment_that_the_tool_would_not_write_is_refused(tmp_path: Path, comment: bytes) -> None:
    with pytest.raises(MisshapenError):
        read_handover(lay_out(tmp_path, comment))


def more(folder: Path) -> None:
    (folder / "more.txt").write_text("", encoding="utf-8")


def fewer(folder: Path) -> None:
    (folder / "review.html").unlink()


def link(folder: Path) -> None:
    (folder / "review.html").unlink()
    (folder / "review.html").symlink_to("comment.md")


def pipe(folder: Path) -> None:
    (folder / "comment.md").unlink()
    os.mkfifo(folder / "comment.md")


def directory(folder: Path) -> None:
    (folder / "review.html").unlink()
    (folder / "review.html").mkdir()


@pytest.mark.parametrize("change", [more, fewer, link, pipe, directory])
def test_a_folder_that_holds_other_things_is_refused_before_any_is_opened(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    change(lay_out(tmp_path))
    with pytest.raises(MisshapenError):
        read_handover(tmp_path)


def test_no_folder_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisshapenError):
        read_handover(tmp_path / "none")


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_whatever_is_handed_over_is_taken_as_agreed_or_refused(
    tmp_path_factory: pytest.TempPathFactory, record: bytes, comment: bytes
) -> None:
    folder = lay_out(tmp_path_factory.mktemp("handover"), comment)
    (folder / "request.json").write_bytes(record)
    with pytest.raises(MisshapenError):
        read_handover(folder)
