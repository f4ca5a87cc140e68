"""Opens a table of any known form; what a file is, its content says, not its name."""

from pathlib import Path

from wudan.tables.formats.archive import Archive
from wudan.tables.formats.binary_workbook import OLDER, read_binary_workbook
from wudan.tables.formats.compound_file import CompoundFile
from wudan.tables.formats.delimited import decode_table, read_delimited
from wudan.tables.formats.open_document import read_open_document
from wudan.tables.formats.spreadsheet_xml import NAMESPACE, read_spreadsheet_xml
from wudan.tables.formats.web_archive import is_web_archive, pages_of
from wudan.tables.formats.web_table import read_web_tables
from wudan.tables.formats.workbook import read_workbook
from wudan.tables.heading_rows import join_heading_rows
from wudan.tables.hidden_characters import without_hidden_characters
from wudan.tables.sheet import MAX_FILE_BYTES, Sheet, TableRefusedError

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"{\\rtf": "RTF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"SQLite format 3": "SQLite",
}
_OTHER_ARCHIVES = {"word": "Word（docx）", "ppt": "PowerPoint（pptx）", "index": "Numbers"}
_HEAD = 4000


def read_table(path: Path) -> tuple[Sheet, ...]:
    """Give the sheets of a table file.

    Read are xlsx, xls, ods, XML spreadsheets of Excel 2003, HTML and web archives under any name, and delimited text.
    Raises TableRefusedError where it is none of them, broken or too large, and OSError.
    """
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        raise TableRefusedError("file_size", size=size, limit=MAX_FILE_BYTES)
    return tuple(join_heading_rows(without_hidden_characters(sheet)) for sheet in read_content(path.read_bytes()))


def read_content(content: bytes) -> tuple[Sheet, ...]:
    """Give the sheets of a table by its bytes, as they stand there. Raises TableRefusedError as `read_table` does."""
    if content.startswith(_ZIP):
        return _of_archive(Archive(content))
    if content.startswith(_COMPOUND):
        return _of_compound(CompoundFile(content))
    if content.startswith(OLDER):
        raise TableRefusedError("older_workbook")
    for start, kind in _OTHER_KINDS.items():
        if content.startswith(start):
            raise TableRefusedError("other_kind", kind=kind)
    if is_web_archive(content):
        return _of_pages(pages_of(content))
    text = decode_table(content)
    if "\0" in text:
        raise TableRefusedError("not_table")
    return _of_markup(text) if text.lstrip().startswith("<") else (read_delimited(text),)


def _of_archive(archive: Archive) -> tuple[Sheet, ...]:
    if archive.has("content.xml"):
        return read_open_document(archive.read("content.xml"))
    if archive.has("xl/workbook.bin"):
        raise TableRefusedError("other_kind", kind="xlsb")
    if not archive.has_folder("xl"):
        kind = next((name for folder, name in _OTHER_ARCHIVES.items() if archive.has_folder(folder)), "")
        raise TableRefusedError("other_kind", kind=kind) if kind else TableRefusedError("not_table")
    return read_workbook(archive)


def _of_compound(file: CompoundFile) -> tuple[Sheet, ...]:
    if file.stream("EncryptedPackage") is not None:
        raise TableRefusedError("locked")
    if file.stream("WordDocument") is not None:
        raise TableRefusedError("other_kind", kind="Word（doc）")
    if (stream := file.stream("Workbook")) is not None:
        return read_binary_workbook(stream)
    raise TableRefusedError("not_table" if file.stream("Book") is None else "older_workbook")


def _of_markup(text: str) -> tuple[Sheet, ...]:
    head = text[:_HEAD]
    if NAMESPACE in head and "<html" not in head.lower():
        return read_spreadsheet_xml(text.lstrip())
    if "<office:document" in head:
        return read_open_document(text.lstrip(), "fods")
    return _of_pages([text])


def _of_pages(pages: list[str]) -> tuple[Sheet, ...]:
    if not any("<table" in page.lower() for page in pages):
        raise TableRefusedError("not_table")
    return read_web_tables(pages)
