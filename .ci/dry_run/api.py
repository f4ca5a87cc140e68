"""Plays the part of a forge's API that the comment needs, on 127.0.0.1."""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dry_run.gitlab import TOKEN

_OWN: Mapping[str, Any] = {"login": "github-actions[bot]", "id": 7}
_REQUEST = re.compile(r"/repos/xinmi/wudan/pulls/(\d+)|/projects/1/merge_requests/(\d+)")
_LIST = re.compile(r"/repos/xinmi/wudan/issues/(\d+)/comments|/projects/1/merge_requests/(\d+)/notes")
_ONE = re.compile(r"/repos/xinmi/wudan/issues/comments/(\d+)|/projects/1/merge_requests/\d+/notes/(\d+)")


@dataclass
class ForgeApi:
    """One request with its comments: what a token with the right may ask about it, and what was asked."""

    number: int
    head: str
    is_open: bool = True
    target: str = "main"
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    url: str = ""

    def add(self, text: str, login: str = _OWN["login"], number: int = _OWN["id"]) -> int:
        """Add a comment of somebody, and give its number."""
        known = max((comment["id"] for comment in self.comments), default=100)
        who = {"login": login, "id": number}
        self.comments.append({"id": known + 1, "body": text, "user": who, "author": who, "system": False})
        return known + 1

    @property
    def texts(self) -> list[str]:
        """The comments as they stand."""
        return [comment["body"] for comment in self.comments]

    def answer(self, method: str, address: str, token: str, body: Any) -> tuple[int, Any]:
        """Give status and content of the answer to a question."""
        path, query = urlsplit(address).path, parse_qs(urlsplit(address).query)
        self.asked.append((method, path))
        if "pull-requests:write" not in token and token != TOKEN:
            return 401, {"message": "401 Unauthorized"}
        if (method, path) == ("GET", "/user"):
            return 200, dict(_OWN)
        if method == "GET" and self._is_this(_REQUEST.fullmatch(path)):
            state = "open" if path.startswith("/repos") else "opened"
            return 200, {
                "state": state if self.is_open else "closed",
                "sha": self.head, "head": {"sha": self.head},
                "target_branch": self.target, "base": {"ref": self.target},
            }  # fmt: skip
        if self._is_this(_LIST.fullmatch(path)):
            if method == "POST":
                return 201, {"id": self.add(body["body"])}
            page, size = int(query["page"][0]), int(query["per_page"][0])
            return 200, self.comments[(page - 1) * size : page * size]
        return self._change(method, _ONE.fullmatch(path), body)

    def _is_this(self, found: re.Match[str] | None) -> bool:
        return found is not None and int(found[1] or found[2]) == self.number

    def _change(self, method: str, found: re.Match[str] | None, body: Any) -> tuple[int, Any]:
        meant = [comment for comment in self.comments if found and comment["id"] == int(found[1] or found[2])]
        if not meant or method not in {"PATCH", "PUT", "DELETE"}:
            return 404, {"message": "404 Not Found"}
        if method == "DELETE":
            self.comments.remove(meant[0])
            return 204, None
        meant[0]["body"] = body["body"]
        return 200, meant[0]


@contextmanager
def served(api: ForgeApi) -> Iterator[ForgeApi]:
    """Let an API answer at its `url` for as long as this lasts."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization", "") or self.headers.get("PRIVATE-TOKEN", "")
            status, content = api.answer(self.command, self.path, token, body)
            self.send_response(status)
            self.end_headers()
            if content is not None:
                self.wfile.write(json.dumps(content).encode())

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815 (the names that the server calls)

        def log_message(self, *_: object) -> None:
            """Say nothing: what was asked is kept."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
