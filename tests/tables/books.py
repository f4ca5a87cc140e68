"""Writes workbooks part by part, as programs that are no spreadsheet program do, and reads tables back."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from wudan.tables.sheet import Sheet, TableRefusedError
from wudan.tables.table import read_table

FILES = Path(__file__).parent / "files"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def book(
    data: str,
    *,
    texts: Sequence[str] | None = None,
    formats: Sequence[str] = (),
    around: tuple[str, str] = ("", ""),
    workbook: str = "",
) -> bytes:
    """Give a workbook with one sheet, 事项.

    `data` are its rows, `texts` the shared texts, each the inside of an `si`; style 1 strikes through, styles 2 and
    on have the number formats given; `around` stands before and behind the rows, `workbook` in the workbook's part.
    """
    codes = "".join(
        f'<numFmt numFmtId="{200 + number}" formatCode="{_quoted(code)}"/>' for number, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + number}" fontId="0"/>' for number in range(len(formats)))
    related = {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("styles", "/xl/styles.xml")}
    parts = {
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook {SPACE} xmlns:r="{_RELATIONS}">{workbook}'
        '<sheets><sheet name="事项" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/styles.xml": f"<styleSheet {SPACE}><numFmts>{codes}</numFmts>"
        "<fonts><font/><font><strike/></font></fonts>"
        '<cellStyleXfs><xf numFmtId="0" fontId="1"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {SPACE}>{around[0]}"
        f"<sheetData>{data}</sheetData>{around[1]}</worksheet>",
    }
    if texts is not None:
        related["rId3"] = ("sharedStrings", "sharedStrings.xml")
        parts["xl/sharedStrings.xml"] = f"<sst {SPACE}>{''.join(f'<si>{text}</si>' for text in texts)}</sst>"
    parts["xl/_rels/workbook.xml.rels"] = _relations(related)
    return packed({name: part.encode() for name, part in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """Give an archive of some parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def inline(place: str, text: str, style: int = 0) -> str:
    """Write a cell that holds its own text."""
    return f'<c r="{place}" t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'


def read(folder: Path, content: bytes, name: str = "table") -> tuple[Sheet, ...]:
    """Read a table from its bytes."""
    path = folder / name
    path.write_bytes(content)
    return read_table(path)


def refusal(folder: Path, content: bytes) -> TableRefusedError:
    """Give the refusal of a table by its bytes."""
    with pytest.raises(TableRefusedError) as refused:
        read(folder, content)
    return refused.value


def traits(sheet: Sheet) -> dict[str, list[tuple[str, str]]]:
    """Give the traits of the cells of a sheet by the name of the cell, without the sheet's."""
    named: dict[str, list[tuple[str, str]]] = {}
    for row, column in sorted(sheet.traits):
        cell = sheet.cell(row, column)
        named[cell.name.rpartition("!")[2]] = [(trait.kind, trait.shown) for trait in cell.traits]
    return named


def _relations(related: dict[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in related.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
