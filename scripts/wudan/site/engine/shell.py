"""A page without its content: rendered once, cut at its placeholders, filled for each page.

The engine that renders a shell sees placeholders in place of title, description, address and body. The cut is
made once; a page is the pieces joined with its own texts between them, so no text of a page is ever searched, and one
that looks like a placeholder stays text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal
from urllib.parse import quote

from markupsafe import escape

from wudan.site.error import SiteError

Slot = Literal["title", "description", "address", "body"]
SLOTS: tuple[Slot, ...] = ("title", "description", "address", "body")


class ShellError(SiteError):
    """The theme did something to a placeholder that cannot be repeated for each page."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"主题不能用来批量生成网页（{reason}），没有生成网站。请检查 site_src/theme 中的模板。",
            f"Pages cannot be stamped from the theme: the {reason}. Look at the templates in site_src/theme.",
        )


@dataclass(frozen=True, slots=True)
class Placeholders:
    """The words that stand for a page's texts while a shell is rendered: plain letters, the same after any escaping."""

    seal: str

    def word(self, slot: Slot) -> str:
        """Give the word for a slot."""
        return f"{slot}{self.seal}"


def seal_placeholders(texts: Iterable[str]) -> Placeholders:
    """Give placeholders that occur in none of the texts which the theme may show of itself, such as the city's name.

    The seal is a digest of those texts: the same build gives the same words, and a text that contained
    its own digest cannot be written.
    """
    digest = sha256(b"shell")
    for text in texts:
        digest.update(sha256(text.encode("utf-8", "surrogatepass")).digest())
    return Placeholders(digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, cut up: `pieces` holds its bytes and, where a text of the page goes, None; `slots` says which.

    `slots` gives for each None its index in `pieces` and its slot.
    """

    pieces: tuple[bytes | None, ...]
    slots: tuple[tuple[int, Slot], ...]

    def stamp(self, *, title: str, description: str, address: str, body: str) -> bytes:
        """Give the page. The body is HTML and stands as it is; title, description and address are escaped."""
        texts = {
            "title": _encode(escape(title)),
            "description": _encode(escape(description)),
            "address": _encode(escape(quote(address))),
            "body": _encode(body),
        }
        pieces = list(self.pieces)
        for index, slot in self.slots:
            pieces[index] = texts[slot]
        return b"".join(pieces)  # type: ignore[arg-type] # every None was filled


def cut_shell(html: str, placeholders: Placeholders) -> Shell:
    """Cut a rendered shell at its placeholders.

    Raises ShellError when the body does not stand there exactly once, or a placeholder was altered or stands
    in a script or style, where no page's text may go.
    """
    parts = re.split(f"({'|'.join(SLOTS)}){placeholders.seal}", html)
    texts, found = parts[::2], parts[1::2]
    if found.count("body") != 1:
        raise ShellError(f"theme shows the body of the page {found.count('body')} times instead of once")
    if any(placeholders.seal[:16] in text.lower() for text in texts):
        raise ShellError("theme cuts or alters a text of the page")
    if any(placeholders.seal in element for element in re.findall(r"(?is)<(?:script|style)\b.*?</", html)):
        raise ShellError("theme puts a text of the page into a script or style")
    pieces: list[bytes | None] = [_encode(texts[0])]
    slots: list[tuple[int, Slot]] = []
    for slot, text in zip(found, texts[1:], strict=True):
        slots.append((len(pieces), next(known for known in SLOTS if known == slot)))
        pieces += [None, _encode(text)]
    return Shell(tuple(pieces), tuple(slots))


def _encode(text: str) -> bytes:
    return str(text).encode("utf-8", "xmlcharrefreplace")
