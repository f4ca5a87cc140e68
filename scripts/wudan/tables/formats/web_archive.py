"""Finds the pages in a web archive (MHTML; RFC 2557), which spreadsheet programs write and some call `.xls`."""

import re
from typing import TYPE_CHECKING

from wudan.tables.formats.delimited import decode_table

if TYPE_CHECKING:
    from email.message import Message

_HEAD = re.compile(rb"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)


def is_web_archive(content: bytes) -> bool:
    """Say whether a file begins as a web archive does: with the fields of a message."""
    return _HEAD.match(content[:4000]) is not None


def pages_of(content: bytes) -> list[str]:
    """Give the pages of a web archive that hold a table. Raises TableRefusedError for an unknown encoding."""
    # Few files are web archives, and the package takes longer to import than most tables to read.
    from email import message_from_bytes  # noqa: PLC0415

    pages = [_text(part) for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html"]
    return [page for page in pages if "<table" in page.lower()]


def _text(part: "Message") -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset() or ""
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode_table(content)
