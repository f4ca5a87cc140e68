"""The comment of a request, written through the API of a forge; the script runs as the flows run it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from dry_run.api import ForgeApi
from dry_run.gitlab import TOKEN
from tests.flows.test_handover import COMMENT, HEAD, lay_out
from tests.support.root import ROOT

GITHUB_TOKEN = "token with contents:read,pull-requests:write"  # noqa: S105


@pytest.fixture(params=["github", "gitlab"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def open_request(api: ForgeApi) -> ForgeApi:
    """A request that stands as it was reviewed."""
    api.head = HEAD
    return api


def comment(kind: str, folder: Path, url: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run the script with the environment that its forge gives, but for what is changed."""
    given = {
        "PATH": os.environ["PATH"], "NUMBER": "7", "HEAD": HEAD, "MAIN": "main",
        "GITHUB_API_URL": url, "GITHUB_REPOSITORY": "xinmi/wudan", "CI_API_V4_URL": url, "CI_PROJECT_ID": "1",
        "WUDAN_COMMENT_TOKEN": GITHUB_TOKEN if kind == "github" else TOKEN, **changed,
    }  # fmt: skip
    command = [sys.executable, str(ROOT / ".ci" / "comment.py"), kind, str(folder)]
    return subprocess.run(command, env=given, capture_output=True, text=True, encoding="utf-8", check=False)


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Give what was said in refusing; there is no traceback, and no token in it."""
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert TOKEN not in done.stderr
    assert GITHUB_TOKEN not in done.stderr
    return done.stderr


def test_the_first_comment_is_written_and_the_next_takes_its_place(
    kind: str, open_request: ForgeApi, tmp_path: Path
) -> None:
    other = open_request.add("别人的话", "somebody", 8)
    assert comment(kind, lay_out(tmp_path), open_request.url).returncode == 0
    assert open_request.texts == ["别人的话", COMMENT]
    assert comment(kind, lay_out(tmp_path, f"{COMMENT}再\n".encode()), open_request.url).returncode == 0
    assert open_request.texts == ["别人的话", f"{COMMENT}再\n"]
    assert open_request.comments[0]["id"] == other


def test_the_mark_in_somebody_elses_comment_does_not_make_it_ours(
    kind: str, open_request: ForgeApi, tmp_path: Path
) -> None:
    open_request.add(f"{COMMENT}骗人", "somebody", 8)
    assert comment(kind, lay_out(tmp_path), open_request.url).returncode == 0
    assert open_request.texts == [f"{COMMENT}骗人", COMMENT]


def test_a_comment_behind_a_hundred_others_is_found(kind: str, open_request: ForgeApi, tmp_path: Path) -> None:
    for number in range(150):
        open_request.add(str(number), "somebody", 8)
    open_request.add(COMMENT)
    assert comment(kind, lay_out(tmp_path, b""), open_request.url).returncode == 0
    assert len(open_request.texts) == 150
    assert COMMENT not in open_request.texts


@pytest.mark.parametrize("change", [{"head": "f" * 40}, {"is_open": False}, {"target": "other"}], ids=str)
def test_a_request_that_is_not_as_it_was_reviewed_gets_no_comment(
    kind: str, open_request: ForgeApi, tmp_path: Path, change: dict[str, object]
) -> None:
    for name, value in change.items():
        setattr(open_request, name, value)
    done = comment(kind, lay_out(tmp_path), open_request.url)
    assert done.returncode == 0
    assert "没有写" in done.stdout
    assert open_request.texts == []


@pytest.mark.parametrize("fields", [{"number": 8}, {"head": "f" * 40}], ids=str)
def test_what_was_handed_over_for_another_request_is_not_used(
    kind: str, open_request: ForgeApi, tmp_path: Path, fields: dict[str, object]
) -> None:
    assert "不是这次请求的" in said(comment(kind, lay_out(tmp_path, fields=fields), open_request.url))
    assert open_request.asked == []


def test_a_misshapen_handover_is_refused_before_the_forge_is_asked(
    kind: str, open_request: ForgeApi, tmp_path: Path
) -> None:
    assert "没有使用" in said(comment(kind, lay_out(tmp_path, b"x"), open_request.url))
    assert open_request.asked == []


def test_a_token_without_the_right_is_told_without_showing_it(
    kind: str, open_request: ForgeApi, tmp_path: Path
) -> None:
    done = comment(kind, lay_out(tmp_path), open_request.url, **{"WUDAN_COMMENT_TOKEN": "secret of somebody"})
    assert "HTTP 401" in said(done)
    assert "secret of somebody" not in done.stdout + done.stderr
    assert open_request.texts == []


@pytest.mark.parametrize("name", ["NUMBER", "HEAD", "MAIN", "WUDAN_COMMENT_TOKEN"])
def test_what_is_not_set_is_named(kind: str, tmp_path: Path, name: str) -> None:
    done = comment(kind, lay_out(tmp_path), "http://127.0.0.1:9", **{name: ""})
    assert done.returncode == 2
    assert name in done.stderr


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "file:///etc", ""])
def test_a_forge_that_cannot_be_asked_is_told(kind: str, tmp_path: Path, url: str) -> None:
    assert said(comment(kind, lay_out(tmp_path), url))


@pytest.fixture(params=["moved", "no JSON", "other JSON"])
def odd_forge(request: pytest.FixtureRequest, api: ForgeApi) -> Iterator[str]:
    """A server that sends every question to another, or answers with something else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_moved = request.param == "moved"
            self.send_response(302 if is_moved else 200)
            if is_moved:
                self.send_header("Location", api.url + self.path)
            self.end_headers()
            self.wfile.write(b"<html>" if request.param == "no JSON" else b"[]")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_odd_answer_is_told_and_no_token_is_carried_to_another_host(
    kind: str, odd_forge: str, open_request: ForgeApi, tmp_path: Path
) -> None:
    assert "平台" in said(comment(kind, lay_out(tmp_path), odd_forge))
    assert open_request.asked == []


@pytest.mark.parametrize("arguments", [[], ["github"], ["forge", "x"]])
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    command = [sys.executable, str(ROOT / ".ci" / "comment.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr[:3]) == (2, "用法：")
