"""Opens a table of any known form; what a file is, its content says, not its name."""

from pathlib import Path

from wudan.tables.delimited import decode_table, read_delimited
from wudan.tables.sheet import MAX_FILE_BYTES, Sheet, TableRefusedError
from wudan.tables.web_table import read_web_tables
from wudan.tables.workbook import read_xls, read_xlsx

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"GIF8", b"{\\rtf")


def read_table(path: Path) -> tuple[Sheet, ...]:
    """Give the sheets of a table file: xlsx, xls, HTML under any name, or delimited text.

    Raises TableRefusedError where it is none of them or too large, and OSError.
    """
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        raise TableRefusedError("file_size", size=size, limit=MAX_FILE_BYTES)
    content = path.read_bytes()
    if content.startswith(_ZIP):
        return read_xlsx(content)
    if content.startswith(_COMPOUND):
        return read_xls(content)
    if content.startswith(_NO_TABLES):
        raise TableRefusedError("not_table")
    text = decode_table(content)
    if "\0" in text:
        raise TableRefusedError("not_table")
    head = text.lstrip()[:2000].lower()
    if head.startswith("<"):
        if "<table" not in text.lower():
            raise TableRefusedError("not_table")
        return read_web_tables(text)
    return (read_delimited(text),)
