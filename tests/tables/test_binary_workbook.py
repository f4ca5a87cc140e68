"""Excel workbooks of the binary kind."""

from pathlib import Path
from struct import pack
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.importing import import_json, read_catalog
from tests.tables.books import FILES, read, refusal
from wudan.tables.formats.binary_texts import read_texts
from wudan.tables.formats.binary_workbook import read_binary_workbook
from wudan.tables.formats.compound_file import CompoundFile
from wudan.tables.sheet import TableRefusedError

XLS = (FILES / "libreoffice.xls").read_bytes()
STREAM = CompoundFile(XLS).stream("Workbook") or b""


def record(number: Any, content: Any = b"") -> Any:
    return pack("<HH", number, len(content)) + content


def stream(*cells: Any, before: Any = ()) -> Any:
    """Give the stream of a workbook with one sheet of the records given."""
    start = record(0x0809, pack("<HH", 0x0600, 5) + bytes(12))
    globals_ = b"".join(before)
    name = "表".encode("utf-16-le")
    sheet_at = len(start) + len(globals_) + 4 + 8 + len(name) + 4
    about = record(0x0085, pack("<IBB", sheet_at, 0, 0) + bytes([1, 1]) + name)
    sheet = record(0x0809, pack("<HH", 0x0600, 0x10) + bytes(12)) + b"".join(cells) + record(0x000A)
    return start + globals_ + about + record(0x000A) + sheet


def at(row: Any, column: Any, style: Any = 0) -> Any:
    return pack("<HHH", row, column, style)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (record(0x0203, at(0, 0) + pack("<d", 12.5)), "12.5"),
        (record(0x027E, at(0, 0) + pack("<I", 20 << 2 | 2)), "20"),
        (record(0x027E, at(0, 0) + pack("<i", -20 << 2 | 2)), "-20"),
        (record(0x027E, at(0, 0) + pack("<I", 2050 << 2 | 3)), "20.5"),
        (record(0x027E, at(0, 0) + pack("<d", 1.5)[4:]), "1.5"),
        (record(0x0205, at(0, 0) + bytes([1, 0])), "是"),
        (record(0x0204, at(0, 0) + pack("<HB", 2, 1) + "甲乙".encode("utf-16-le")), "甲乙"),
        (record(0x0204, at(0, 0) + pack("<HB", 2, 0) + b"ab"), "ab"),
    ],
)
def test_each_kind_of_cell_is_read(cell: Any, text: Any) -> None:
    (sheet,) = read_binary_workbook(stream(cell))
    assert (sheet.name, sheet.rows) == ("表", ((text,),))


def test_several_numbers_in_one_record_stand_beside_each_other() -> None:
    numbers = b"".join(pack("<HI", 0, number << 2 | 2) for number in (7, 8))
    (sheet,) = read_binary_workbook(stream(record(0x00BD, pack("<HH", 1, 1) + numbers + pack("<H", 2))))
    assert sheet.rows == (("", "", ""), ("", "7", "8"))


def test_the_result_of_a_formula_may_be_a_text_an_error_or_a_number() -> None:
    def formula(column: Any, result: Any) -> Any:
        return record(0x0006, at(0, column) + result + bytes(8))

    text = record(0x0207, pack("<HB", 2, 1) + "甲乙".encode("utf-16-le"))
    cells = (
        formula(0, bytes([0, 0, 0, 0, 0, 0, 255, 255])),
        text,
        formula(1, bytes([2, 0, 0x17, 0, 0, 0, 255, 255])),
        formula(2, pack("<d", 20.0)),
    )
    (sheet,) = read_binary_workbook(stream(*cells))
    assert sheet.rows == (("甲乙", "", "20"),)
    kinds = [[trait.kind for trait in sheet.cell(1, column).traits] for column in (1, 2, 3)]
    assert kinds == [["formula"], ["cell_error"], ["formula"]]


@given(st.lists(st.text(min_size=1, max_size=30).filter(lambda text: text.isprintable()), max_size=6), st.data())
def test_texts_that_run_over_several_records_are_whole(texts: Any, data: st.DataObject) -> None:
    """Cut the table of texts as Excel does: within the characters of a text, with a new byte that says how wide."""
    pieces, piece = [], pack("<II", len(texts), len(texts))
    for text in texts:
        characters = text.encode("utf-16-le")
        piece += pack("<HB", len(characters) // 2, 1)
        cut = data.draw(st.integers(min_value=0, max_value=len(characters) // 2)) * 2
        pieces.append(piece + characters[:cut])
        piece = (b"\1" + characters[cut:]) if cut < len(characters) else b""
    assert [text.text for text in read_texts([*pieces, piece])] == texts


def test_runs_and_readings_of_a_text_are_passed_over_and_kept() -> None:
    rich = pack("<HBHI", 2, 1 | 4 | 8, 1, 3) + "甲乙".encode("utf-16-le") + pack("<HH", 1, 7) + b"abc"
    (text, plain) = read_texts([pack("<II", 2, 2) + rich + pack("<HB", 1, 0) + b"x"])
    assert (text.text, text.fonts, plain.text) == ("甲乙", ((1, 7),), "x")


def compound(name: Any, content: Any) -> Any:
    """Give a compound file with one stream, which fills whole sectors."""
    content = content.ljust(-(-max(len(content), 4096) // 512) * 512, b"\0")
    sectors = len(content) // 512
    table = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFD]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + pack("<IIIIIIIII", 1, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, sectors + 1)
    header += b"\xff" * 4 * 108

    def entry(name: Any, kind: Any, start: Any, size: Any, child: Any = 0xFFFFFFFF) -> Any:
        letters = name.encode("utf-16-le")
        about = letters.ljust(64, b"\0") + pack("<HBBIII", len(letters) + 2, kind, 1, *[0xFFFFFFFF] * 2, child)
        return about + bytes(36) + pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry(name, 2, 0, len(content))
    numbers = pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return header + content + directory.ljust(512, b"\0") + numbers


@pytest.mark.parametrize(
    "content",
    [
        compound("Book", record(0x0809, pack("<HH", 0x0500, 5) + bytes(4))),
        compound("Workbook", record(0x0809, pack("<HH", 0x0500, 5) + bytes(4))),
        record(0x0009, bytes(4)),
        record(0x0209, bytes(6)),
    ],
)
def test_a_workbook_before_excel_97_is_named(tmp_path: Path, content: Any) -> None:
    assert refusal(tmp_path, content).reason == "older_workbook"


def test_a_stream_comes_out_of_a_compound_file_whole() -> None:
    content = bytes(range(256)) * 40
    assert (CompoundFile(compound("甲", content)).stream("甲") or b"")[: len(content)] == content
    assert CompoundFile(compound("甲", content)).stream("乙") is None


@pytest.mark.parametrize(("name", "reason"), [("EncryptedPackage", "locked"), ("WordDocument", "other_kind")])
def test_a_locked_workbook_and_another_document_are_named(tmp_path: Path, name: Any, reason: Any) -> None:
    assert refusal(tmp_path, compound(name, b"x")).reason == reason


def test_a_workbook_that_excel_locked_is_named() -> None:
    with pytest.raises(TableRefusedError) as refused:
        read_binary_workbook(stream(before=[record(0x002F, bytes(6))]))
    assert refused.value.reason == "locked"


@given(st.integers(min_value=20, max_value=len(STREAM)), st.binary(min_size=1, max_size=8))
def test_no_change_of_a_workbook_is_a_fault(place: Any, change: Any) -> None:
    try:
        read_binary_workbook(STREAM[:place] + change + STREAM[place + len(change) :])
    except TableRefusedError as refused:
        assert refused.reason in {"broken_workbook", "cells", "locked", "older_workbook", "text"}


@given(st.integers(min_value=8, max_value=len(XLS)), st.binary(min_size=1, max_size=8))
def test_no_change_of_a_compound_file_is_a_fault(place: Any, change: Any) -> None:
    try:
        stream = CompoundFile(XLS[:place] + change + XLS[place + len(change) :]).stream("Workbook")
    except TableRefusedError as refused:
        assert refused.reason == "broken_workbook"
    else:
        assert stream is None or len(stream) <= len(XLS)


@pytest.mark.parametrize("length", [8, 600, 2000, 5000, len(XLS) - 2000])
def test_a_workbook_that_was_cut_off_is_refused_or_read_whole(tmp_path: Path, length: Any) -> None:
    refused = refusal(tmp_path, XLS[:length])
    assert refused.reason in {"broken_workbook", "not_table"}


def test_an_import_takes_what_the_sheet_shows(city: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(XLS)
    assert [sheet.name for sheet in read(tmp_path, XLS)] == ["事项", "旧表"]
    outcome = import_json(city, path, "--lenient")
    levels = [finding["level"] for finding in outcome["findings"]]
    found = {placed.record.name: placed.record for placed in read_catalog(city).approvals}
    assert list(found) == ["丁许可", "己许可", "甲许可", "乙许可", "丙许可"]
    assert (found["甲许可"].code, found["甲许可"].time_limit.statutory.count) == ("001234", 20)
    assert found["丁许可"].code is None
    assert "error" not in levels
