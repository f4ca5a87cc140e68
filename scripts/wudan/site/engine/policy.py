"""The Content-Security-Policy of a page: nothing from another host, no inline script but those of the theme.

The policy of a stamped page is that of its shell, taken before any text of the catalog is in it: a script that
came in with a text would not be among those allowed. (W3C, Content Security Policy Level 3.)
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from html.parser import HTMLParser

_RUNNING_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_SCRIPT_SOURCES = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content="[^"]*?script-src [^;"]*)')


class _InlineElements(HTMLParser):
    """Collects the contents of scripts that run and of styles, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "style":
            self._open = self.styles
        elif tag == "script" and "src" not in attributes and (attributes.get("type") or "").lower() in _RUNNING_TYPES:
            self._open = self.scripts
        else:
            self._open = None
        if self._open is not None:
            self._open.append("")

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._open = None


def policy_of(html: str) -> str:
    """Give the policy that allows what stands inline in a page or shell, by its SHA-256, and else this host alone."""
    inline = _InlineElements()
    inline.feed(html)
    inline.close()
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *_hashes(inline.scripts))),
            " ".join(("style-src 'self'", *_hashes(inline.styles))),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def with_policy(html: str) -> str:
    """Put the page's policy first into its head, before anything that could load or run.

    Raises ValueError when the page has no head.
    """
    head = re.search(r"<head\b[^>]*>", html)
    if head is None:
        raise ValueError("A page without a head cannot have a policy.")
    meta = _META.format(escape(policy_of(html), quote=True).replace("&#x27;", "'"))
    return f"{html[: head.end()]}\n    {meta}{html[head.end() :]}"


def allow_script(html: bytes, script: bytes) -> bytes:
    """Give the page with one more inline script allowed: the one by which a development server reloads it."""
    source = _hash(script).encode("ascii")
    return _SCRIPT_SOURCES.sub(lambda found: found[1] + b" " + source, html, count=1)


def _hashes(contents: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(_hash(content.encode()) for content in contents)


def _hash(content: bytes) -> str:
    return f"'sha256-{b64encode(sha256(content).digest()).decode('ascii')}'"
