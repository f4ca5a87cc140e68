"""Finds the pages in a web archive (MHTML; RFC 2557), which spreadsheet programs write and some call `.xls`."""

import re

from wudan.tables.formats.delimited import decode_table

_HEAD = re.compile(rb"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*+)*?MIME-Version:", re.IGNORECASE)


def is_web_archive(content: bytes) -> bool:
    """Say whether a file begins as a web archive does: with the fields of a message."""
    return _HEAD.match(content[:4000]) is not None


def pages_of(content: bytes) -> list[str]:
    """Give the pages of a web archive that hold a table. Raises TableRefusedError for an unknown encoding."""
    # Few files are web archives, and the package takes longer to import than most tables to read.
    from email import message_from_bytes  # noqa: PLC0415

    pages = (
        _text(part.get_payload(decode=True), part.get_content_charset() or "")
        for part in message_from_bytes(content).walk()
        if part.get_content_type() == "text/html"
    )
    return [page for page in pages if "<table" in page.lower()]


def _text(content: object, charset: str) -> str:
    if not isinstance(content, bytes):
        return ""
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode_table(content)
