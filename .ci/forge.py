"""What is asked of a forge about one request: is it as it was reviewed, and which comment did we write before."""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_PAGE = 100
_MOST_PAGES = 50
_MOST_BYTES = 20_000_000  # of one answer
_SECONDS = 30


class ForgeError(Exception):
    """The forge did not do what it was asked for. The message says so in both languages."""


@dataclass(frozen=True)
class Request:
    """A request as the forge has it now: whether it is open for the main branch, and its newest commit."""

    is_open: bool
    head: str


@dataclass(frozen=True)
class Forge:
    """A forge with the rights of one token: where it keeps what, and how its answers are read."""

    api: "_Api"
    request_at: str
    comments_at: str
    comment_at: str
    rewrites_by: str
    read_request: Callable[[Any], Request]
    is_own: Callable[[Any], bool]

    def request(self, number: int) -> Request:
        """Give a request as it is now. Raises ForgeError."""
        return self.read_request(self.api.ask("GET", self.request_at.format(number=number)))

    def own_comments(self, number: int) -> Iterator[tuple[int, str]]:
        """Give number and text of each comment that the owner of the token wrote. Raises ForgeError."""
        for comment in self.api.pages(self.comments_at.format(number=number)):
            if self.is_own(comment):
                yield int(comment["id"]), comment["body"]

    def write(self, number: int, text: str) -> None:
        """Write a new comment. Raises ForgeError."""
        self.api.ask("POST", self.comments_at.format(number=number), {"body": text})

    def rewrite(self, number: int, comment: int, text: str) -> None:
        """Put a text in the place of a comment. Raises ForgeError."""
        self.api.ask(self.rewrites_by, self.comment_at.format(number=number, comment=comment), {"body": text})

    def remove(self, number: int, comment: int) -> None:
        """Take a comment away. Raises ForgeError."""
        self.api.ask("DELETE", self.comment_at.format(number=number, comment=comment))


def github(environment: Mapping[str, str]) -> Forge:
    """Give GitHub, with the token that a job gets (`pull-requests: write`). Raises KeyError and ForgeError."""
    main, repository = environment["MAIN"], f"/repos/{environment['GITHUB_REPOSITORY']}"
    headers = {
        "Authorization": f"Bearer {environment['WUDAN_COMMENT_TOKEN']}",
        "Accept": "application/vnd.github+json",
    }
    return Forge(
        _Api(environment["GITHUB_API_URL"], headers),
        f"{repository}/pulls/{{number}}",
        f"{repository}/issues/{{number}}/comments",
        f"{repository}/issues/comments/{{comment}}",
        "PATCH",
        lambda found: Request(found["state"] == "open" and found["base"]["ref"] == main, found["head"]["sha"]),
        lambda comment: comment["user"]["login"] == "github-actions[bot]",
    )


def gitlab(environment: Mapping[str, str]) -> Forge:
    """Give GitLab, with a project access token (role Reporter, scope api). Raises KeyError and ForgeError."""
    main, requests = environment["MAIN"], f"/projects/{environment['CI_PROJECT_ID']}/merge_requests/{{number}}"
    api = _Api(environment["CI_API_V4_URL"], {"PRIVATE-TOKEN": environment["WUDAN_COMMENT_TOKEN"]})
    own = api.ask("GET", "/user")["id"]
    return Forge(
        api,
        requests,
        f"{requests}/notes",
        f"{requests}/notes/{{comment}}",
        "PUT",
        lambda found: Request(found["state"] == "opened" and found["target_branch"] == main, found["sha"]),
        lambda note: note["author"]["id"] == own and not note["system"],
    )


FORGES: Mapping[str, Callable[[Mapping[str, str]], Forge]] = {"github": github, "gitlab": gitlab}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: it would carry the token to another host."""

    def redirect_request(self, *_: object) -> None:
        return None


class _Api:
    """The addresses below one, with the headers that every question bears."""

    def __init__(self, base: str, headers: Mapping[str, str]) -> None:
        if urllib.parse.urlsplit(base).scheme not in {"http", "https"}:
            raise ForgeError("平台的接口地址应以 https:// 开头。The address of the forge's API begins with https://.")
        self._base, self._headers = base, headers
        self._opener = urllib.request.build_opener(_NoRedirect)

    def ask(self, method: str, path: str, body: Mapping[str, str] | None = None) -> Any:
        """Give the answer to one question as plain data, None where there is none. Raises ForgeError."""
        question = urllib.request.Request(  # noqa: S310 (the scheme is looked at above)
            self._base + path,
            method=method,
            headers={**self._headers, "Content-Type": "application/json"},
            data=None if body is None else json.dumps(body).encode(),
        )
        try:
            with self._opener.open(question, timeout=_SECONDS) as answer:
                content = answer.read(_MOST_BYTES)
            return json.loads(content) if content else None
        except urllib.error.HTTPError as error:
            raise ForgeError(
                f"平台没有答应（{method}，HTTP {error.code}）：请看令牌的权限和期限。"
                f"The forge refused ({method}, HTTP {error.code}); see rights and end of the token."
            ) from None
        except (OSError, ValueError):
            raise ForgeError("平台没有回答，或者答非所问。The forge gave no answer, or none of sense.") from None

    def pages(self, path: str) -> Iterator[Any]:
        """Give every entry of a list that comes in pages. Raises ForgeError."""
        for page in range(1, _MOST_PAGES + 1):
            entries = self.ask("GET", f"{path}?per_page={_PAGE}&page={page}")
            yield from entries
            if len(entries) < _PAGE:
                return
