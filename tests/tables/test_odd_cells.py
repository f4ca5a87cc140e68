"""Cells of an xlsx that are not what they seem."""

from pathlib import Path
from typing import Any

import pytest

from tests.tables.books import book, inline, packed, read, refusal, traits, unpacked


def first(tmp_path: Path, cells: Any, **options: Any) -> Any:
    """Give the texts of the first row, and the traits of its cells."""
    (sheet,) = read(tmp_path, book(f'<row r="1">{cells}</row>', **options))
    return sheet.rows[0], traits(sheet)


def test_a_workbook_whose_table_of_shared_texts_is_empty_is_read(tmp_path: Path) -> None:
    cells = inline("A1", "事项名称") + inline("B1", "事项类型")
    assert first(tmp_path, cells, texts=[])[0] == ("事项名称", "事项类型")
    assert first(tmp_path, cells)[0] == ("事项名称", "事项类型")


@pytest.mark.parametrize("place", [' r="A1"', ""])
@pytest.mark.parametrize("prefix", ["x:", ""])
def test_cells_without_place_and_elements_with_prefix_are_read(tmp_path: Path, prefix: Any, place: Any) -> None:
    data = f"""<p:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <p:c{place} t="inlineStr"><p:is><p:t>甲</p:t></p:is></p:c><p:c><p:v>7</p:v></p:c></p:row>"""
    (sheet,) = read(tmp_path, book(data.replace("p:", prefix)))
    assert sheet.rows == (("甲", "7"),)


def test_a_code_with_a_zero_that_only_its_format_shows(tmp_path: Path) -> None:
    cells = '<c r="A1" s="2"><v>1234</v></c><c r="B1" s="3"><v>20</v></c>'
    assert first(tmp_path, cells, formats=["000000", '0"个工作日"'])[0] == ("001234", "20个工作日")


def test_a_code_that_lost_digits_stays_empty_and_is_told(tmp_path: Path) -> None:
    cells = '<c r="A1"><v>1.141019900550124e+30</v></c><c r="B1" s="2"><v>4.1019900550124E+17</v></c>'
    assert first(tmp_path, cells, formats=["0"]) == (
        ("", ""),
        {
            "A1": [("digits_lost", "1.141019900550124e+30")],
            "B1": [("digits_lost", "4.1019900550124E+17")],
        },
    )


def test_a_text_in_scientific_notation_has_lost_its_digits_too(tmp_path: Path) -> None:
    assert first(tmp_path, inline("A1", "1.14102E+30")) == (("",), {"A1": [("digits_lost", "1.14102E+30")]})


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!"])
def test_an_error_is_no_text(tmp_path: Path, error: Any) -> None:
    cells = f'<c r="A1" t="e"><v>{error}</v></c><c r="B1" t="e"><f>X!A1</f><v>{error}</v></c>'
    assert first(tmp_path, cells) == (
        ("", ""),
        {"A1": [("cell_error", error)], "B1": [("cell_error", error)]},
    )


def test_the_stored_result_of_a_formula_is_taken_and_told(tmp_path: Path) -> None:
    cells = (
        '<c r="A1" t="str"><f>B1&amp;"许可"</f><v>甲许可</v></c><c r="B1"><f>10+10</f><v>20</v></c>'
        '<c r="C1"><f t="shared" si="0"/><v>21</v></c><c r="D1" t="b"><f>TRUE()</f><v>1</v></c>'
        '<c r="E1" t="s"><f>F1</f><v>0</v></c>'
    )
    texts, found = first(tmp_path, cells, texts=["<t>乙</t>"])
    assert texts == ("甲许可", "20", "21", "是", "乙")
    assert [kind for (kind, _), *_ in found.values()] == ["formula"] * 5


def test_a_formula_without_a_result_is_told_and_never_computed(tmp_path: Path) -> None:
    cells = '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str"><f>"x"</f><v></v></c>'
    texts, found = first(tmp_path, cells)
    assert texts == ("", "")
    assert found == {"A1": [("formula_no_result", "=1+1")], "B1": [("formula_no_result", "=1+1")]}


def test_a_nought_that_waits_to_be_computed_is_no_result(tmp_path: Path) -> None:
    cells = '<c r="A1"><f>10+10</f><v>0</v></c><c r="B1"><v>0</v></c>'
    texts, found = first(tmp_path, cells, workbook='<calcPr fullCalcOnLoad="1"/>')
    assert (texts, found) == (("", "0"), {"A1": [("formula_no_result", "=10+10")]})
    assert first(tmp_path, cells)[0] == ("0", "0")


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
        '<c r="A1" t="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
        '<c r="A1" t="str"><f>_xlfn.IMAGE("https://x.example/a.png")</f><v>图</v></c>',
        '<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>',
        inline("A1", '=DISPIMG("ID_1",1)'),
    ],
)
def test_a_picture_is_no_text(tmp_path: Path, cell: Any) -> None:
    texts, found = first(tmp_path, cell)
    assert texts == ("",)
    assert [kind for kind, _ in found["A1"]] == ["picture"]


def test_a_picture_that_lies_over_an_empty_cell_is_told(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    anchors = "".join(
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>1</xdr:row>"
        f"<xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:{kind}/></xdr:oneCellAnchor>"
        for column, kind in ((0, "pic"), (1, "pic"), (2, "sp"), (9, "pic"))
    )
    parts = unpacked(book(f'<row r="1">{inline("C1", "甲")}</row><row r="2">{inline("A2", "乙")}</row>'))
    parts["xl/drawings/drawing1.xml"] = f'<xdr:wsDr xmlns:xdr="{space}">{anchors}</xdr:wsDr>'.encode()
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = b"""<Relationships><Relationship Id="rId1"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
        Target="../drawings/drawing1.xml"/></Relationships>"""
    (sheet,) = read(tmp_path, packed(parts))
    assert sheet.rows[1] == ("乙", "", "")
    assert traits(sheet) == {"B2": [("picture", "")]}


RUNS = {
    "partly": "<r><t>《甲法》</t></r><r><rPr><strike/></rPr><t>第四条</t></r><r><rPr><b/></rPr><t>第六条</t></r>",
    "whole": "<r><rPr><strike/></rPr><t>第四</t></r><r><rPr><strike/></rPr><t>条</t></r>",
    "off": '<r><rPr><strike val="0"/></rPr><t>第四条</t></r>',
}


@pytest.mark.parametrize(
    ("runs", "style", "text", "told"),
    [
        (RUNS["partly"], 0, "《甲法》第六条", [("struck_words", "第四条")]),
        (RUNS["partly"], 1, "第六条", [("struck_words", "《甲法》第四条")]),
        (RUNS["whole"], 0, "", [("struck", "第四条")]),
        (RUNS["off"], 1, "第四条", None),
        ("<t>甲许可</t>", 1, "", [("struck", "甲许可")]),
        ("<t>甲许可</t>", 0, "甲许可", None),
    ],
)
def test_what_is_struck_through_is_left_out_and_told(
    tmp_path: Path, runs: Any, style: Any, text: Any, told: Any
) -> None:
    shared = f'<c r="A1" t="s" s="{style}"><v>0</v></c>'
    own = f'<c r="A1" t="inlineStr" s="{style}"><is>{runs}</is></c>'
    expected = ((text,), {"A1": told} if told else {})
    assert first(tmp_path, shared, texts=[runs]) == expected
    assert first(tmp_path, own) == expected


def test_a_struck_number_is_left_out_and_told(tmp_path: Path) -> None:
    cells = '<c r="A1" s="1"><v>20</v></c>'
    assert first(tmp_path, cells) == (("",), {"A1": [("struck", "20")]})


def test_readings_above_characters_are_no_part_of_the_text(tmp_path: Path) -> None:
    text = '<t>许可</t><rPh sb="0" eb="2"><t>xuke</t></rPh><phoneticPr fontId="1"/>'
    assert first(tmp_path, '<c r="A1" t="s"><v>0</v></c>', texts=[text])[0] == ("许可",)


def test_characters_that_xml_cannot_hold_stand_as_such(tmp_path: Path) -> None:
    assert first(tmp_path, inline("A1", "第一行_x000D_&#10;第二行"))[0] == ("第一行\r\n第二行",)


def test_dates_truth_and_percent_are_written_as_people_write_them(tmp_path: Path) -> None:
    cells = (
        '<c r="A1" s="2"><v>42328</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" s="3"><v>0.05</v></c>'
        '<c r="D1" t="d"><v>2015-11-20T00:00:00</v></c>'
    )
    texts, _ = first(tmp_path, cells, formats=["yyyy-mm-dd", "0%"])
    assert texts == ("2015-11-20", "否", "5%", "2015-11-20")


def test_rows_and_columns_hidden_in_any_way_are_known(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"{hidden}>{inline(f"A{row}", "甲")}{inline(f"C{row}", "乙")}</row>'
        for row, hidden in enumerate(("", ' hidden="1"', ' ht="0" customHeight="1"', ' hidden="true"', ""), 1)
    )
    around = ('<cols><col min="2" max="2" width="0"/><col min="3" max="16384" hidden="1"/></cols>', "")
    (sheet,) = read(tmp_path, book(rows, around=around))
    assert sheet.hidden_rows == {2: "hand", 3: "hand", 4: "hand"}
    assert sheet.hidden_columns == {2, 3}
    assert [sheet.cell(row, 1).is_hidden for row in (1, 2)] == [False, True]


@pytest.mark.parametrize(
    ("around", "by"),
    [
        (("", '<autoFilter ref="A1:A9"><filterColumn colId="0"><filters/></filterColumn></autoFilter>'), "filter"),
        (('<sheetPr filterMode="1"/>', '<autoFilter ref="A1:A9"/>'), "filter"),
        (("", '<autoFilter ref="A1:A9"/>'), "hand"),
        (("", '<autoFilter ref="A4:A9"><filterColumn colId="0"/></autoFilter>'), "hand"),
    ],
)
def test_a_filter_hides_only_rows_of_its_own(tmp_path: Path, around: Any, by: Any) -> None:
    rows = f'<row r="1">{inline("A1", "甲")}</row><row r="2" hidden="1">{inline("A2", "乙")}</row>'
    (sheet,) = read(tmp_path, book(rows, around=around))
    assert sheet.hidden_rows == {2: by}


def test_a_merged_cell_covers_its_row_and_repeats_downwards(tmp_path: Path) -> None:
    rows = f'<row r="1">{inline("A1", "办理时限")}</row><row r="3">{inline("C3", "末")}</row>'
    (sheet,) = read(tmp_path, book(rows, around=("", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')))
    assert sheet.rows == (("办理时限", "", ""), ("办理时限", "", ""), ("", "", "末"))
    assert [sheet.cell(row, 2).covered for row in (1, 2, 3)] == ["办理时限", "办理时限", ""]


def test_merged_cells_that_reach_to_the_end_of_the_sheet_claim_no_memory(tmp_path: Path) -> None:
    merges = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(1, 2000))
    rows = "".join(f'<row r="{row}">{inline(f"A{row}", "甲")}</row>' for row in range(1, 2000))
    assert refusal(tmp_path, book(rows, around=("", f"<mergeCells>{merges}</mergeCells>"))).reason == "cells"
