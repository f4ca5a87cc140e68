"""Broken files end in a refusal that names what is broken, never in a fault; limits hold before anything is read."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.importing import run_import
from tests.tables.books import FILES, SPACE, book, inline, packed, read, refusal, unpacked
from wudan.tables.remark_messages import table_messages
from wudan.tables.sheet import TableRefusedError
from wudan.tables.table import read_content

BOOKS = {name: (FILES / name).read_bytes() for name in ("libreoffice.xlsx", "openpyxl.xlsx", "xlsxwriter.xlsx")}
DOCUMENT = (FILES / "libreoffice.ods").read_bytes()
PARTS = [(name, part) for name, content in BOOKS.items() for part in unpacked(content)]
NEEDED = ("worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml", "xl/workbook.xml")


def try_to_read(content: Any) -> Any:
    """Read a table; give the name of the message where it is refused."""
    try:
        read_content(content)
    except TableRefusedError as refused:
        message = table_messages()[refused.reason]
        assert message.words.write("zh", refused.arguments)
        assert message.help.write("en", refused.arguments)
        return refused.reason
    return ""


def changed(content: Any, part: Any, change: Any) -> Any:
    parts = unpacked(content)
    parts[part] = change(parts[part])
    return packed(parts)


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, part in PARTS if part.endswith(NEEDED)])
def test_a_part_that_is_missing_is_named(tmp_path: Path, name: Any, part: Any) -> None:
    parts = unpacked(BOOKS[name])
    del parts[part]
    refused = refusal(tmp_path, packed(parts))
    assert (refused.reason, refused.arguments) == ("broken_part", {"part": part})


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_no_missing_part_is_a_fault(name: Any, part: Any) -> None:
    parts = unpacked(BOOKS[name])
    del parts[part]
    assert try_to_read(packed(parts)) in {"", "broken_part", "not_table"}


@given(st.sampled_from(PARTS), st.integers(min_value=0, max_value=20_000))
def test_a_part_that_was_cut_off_is_refused_or_not_needed(chosen: Any, length: Any) -> None:
    name, part = chosen
    whole = unpacked(BOOKS[name])[part]
    reason = try_to_read(changed(BOOKS[name], part, lambda text: text[:length]))
    assert reason in {"", "broken_part"}
    if part.endswith(NEEDED) and length < len(whole.rstrip()):
        assert reason == "broken_part"


@given(st.sampled_from(PARTS), st.integers(min_value=0, max_value=20_000), st.binary(min_size=1, max_size=6))
def test_no_change_of_a_part_is_a_fault(chosen: Any, place: Any, change: Any) -> None:
    name, part = chosen
    assert try_to_read(
        changed(BOOKS[name], part, lambda text: text[:place] + change + text[place + len(change) :])
    ) in {"", "broken_part", "cells", "not_table"}


@given(st.integers(min_value=0, max_value=23_000), st.binary(min_size=1, max_size=6))
def test_no_change_of_an_open_document_is_a_fault(place: Any, change: Any) -> None:
    made = changed(DOCUMENT, "content.xml", lambda text: text[:place] + change + text[place + len(change) :])
    assert try_to_read(made) in {"", "broken_part", "cells"}


@given(st.sampled_from([*BOOKS.values(), DOCUMENT]), st.integers(min_value=4), st.binary(min_size=1, max_size=6))
def test_no_change_of_an_archive_is_a_fault(content: Any, place: Any, change: Any) -> None:
    place %= len(content)
    assert try_to_read(content[:place] + change + content[place + len(change) :]) in {
        "",
        "broken_part",
        "broken_workbook",
        "cells",
        "not_table",
        "other_kind",
        "unpacked",
    }


@pytest.mark.parametrize(
    "data",
    [
        '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',  # no such shared text
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><v>x</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c r="A0"><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        "<c><v>1</v></c>",
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</row>',
    ],
)
def test_values_that_no_workbook_has_are_refused(tmp_path: Path, data: str) -> None:
    refused = refusal(tmp_path, book(data, texts=["<t>甲</t>"]))
    assert (refused.reason, refused.arguments["part"]) == ("broken_part", "xl/worksheets/sheet1.xml")


def test_a_document_type_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"):
        made = book(f'<row r="1">{inline("A1", "甲")}</row>', texts=[])
        declared = changed(made, part, lambda text: b'<!DOCTYPE a [<!ENTITY b "c">]>' + text)
        assert refusal(tmp_path, declared).arguments == {"part": part}


def test_the_limit_of_cells_holds_over_all_sheets(tmp_path: Path) -> None:
    made = book(f'<row r="1000">{inline("ALL1000", "甲")}</row>')
    assert len(read(tmp_path, made)[0].rows) == 1000
    assert refusal(tmp_path, book(f'<row r="1001">{inline("ALL1001", "甲")}</row>')).reason == "cells"
    parts = unpacked(made)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"</sheets>", '<sheet name="二" sheetId="2" r:id="rId1"/></sheets>'.encode()
    )
    assert refusal(tmp_path, packed(parts)).reason == "cells"


def test_an_archive_that_says_less_than_it_holds_gives_no_more(tmp_path: Path) -> None:
    text = f"<worksheet {SPACE}><sheetData/></worksheet>".encode() + b" " * 5_000
    made = changed(book(""), "xl/worksheets/sheet1.xml", lambda _: text)
    size = len(text).to_bytes(4, "little")
    assert made.count(size) >= 1
    assert try_to_read(made.replace(size, (200).to_bytes(4, "little"))) in {"broken_part", "broken_workbook"}


def test_a_locked_part_is_refused(tmp_path: Path) -> None:
    made = bytearray(book(f'<row r="1">{inline("A1", "甲")}</row>'))
    with zipfile.ZipFile(io.BytesIO(bytes(made))) as archive:
        for member in archive.infolist():
            made[member.header_offset + 6] |= 1
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 8] |= 1
        at = made.find(b"PK\x01\x02", at + 4)
    assert refusal(tmp_path, bytes(made)).reason == "broken_part"


KINDS = {
    "PDF": b"%PDF-1.7",
    "PNG": b"\x89PNG\r\n",
    "RTF": b"{\\rtf1",
    "RAR": b"Rar!\x1a",
    "Word（docx）": packed({"word/document.xml": b"<w/>"}),
    "PowerPoint（pptx）": packed({"ppt/presentation.xml": b"<p/>"}),
    "xlsb": packed({"xl/workbook.bin": b"x"}),
    "Numbers": packed({"Index/Document.iwa": b"x"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_named(tmp_path: Path, kind: Any) -> None:
    assert refusal(tmp_path, KINDS[kind]).arguments == {"kind": kind}


def test_the_message_says_what_is_broken_and_what_to_do(city: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(BOOKS["libreoffice.xlsx"], "xl/worksheets/sheet1.xml", lambda text: text[:500]))
    chinese = run_import(city, path).stdout
    assert "工作簿里的“xl/worksheets/sheet1.xml”缺失或者损坏，没有读取。" in chinese
    assert "另存为新的 xlsx" in chinese
    assert "save it as a new xlsx" in run_import(city, path, "--lang", "en").stdout
