"""OpenDocument spreadsheets."""

from pathlib import Path
from typing import Any

import pytest

from tests.tables.books import packed, read, refusal, traits

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "draw": "drawing",
    }.items()
)
STYLES = (
    '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="put-away"><style:table-properties table:display="false"/></style:style>'
)


def content(rows: Any, *, table: Any = 'table:name="事项"', root: Any = "document-content") -> Any:
    return (
        f"<office:{root} {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
        f"<office:spreadsheet><table:table {table}>{rows}</table:table></office:spreadsheet></office:body>"
        f"</office:{root}>"
    ).encode()


def ods(rows: Any, **options: Any) -> Any:
    return packed(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content(rows, **options)}
    )


def cell(text: Any = "", attributes: Any = "", more: Any = "") -> Any:
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell {attributes}>{paragraphs}{more}</table:table-cell>"


def row(*cells: Any, attributes: Any = "") -> Any:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


@pytest.mark.parametrize(
    ("made", "text", "told"),
    [
        (cell("甲\n乙"), "甲\n乙", None),
        (cell("甲<text:s text:c='2'/>乙<text:tab/>丙"), "甲  乙 丙", None),
        (cell("001234", 'office:value-type="float" office:value="1234"'), "001234", None),
        (cell("20个工作日", 'office:value-type="float" office:value="20"'), "20个工作日", None),
        (cell("6", 'office:value-type="float" office:value="5.5"'), "5.5", None),
        (cell("1,234.50元", 'office:value-type="float" office:value="1234.5"'), "1234.5元", None),
        (cell("¥12.50", 'office:value-type="currency" office:value="12.5"'), "12.5元", None),
        (cell("(10)", 'office:value-type="float" office:value="-10"'), "-10", None),
        (cell("5.00%", 'office:value-type="percentage" office:value="0.05"'), "5%", None),
        (cell("15年11月20日", 'office:value-type="date" office:date-value="2015-11-20"'), "2015-11-20", None),
        (cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'), "是", None),
        (cell("1.2E+11", 'office:value-type="float" office:value="123456789012"'), "123456789012", None),
        (cell("###", 'office:value-type="float" office:value="12345"'), "12345", None),
        (
            cell("1.5E+30", 'office:value-type="float" office:value="1.5E+30"'),
            "",
            [("digits_lost", "1.5E+30")],
        ),
        (
            cell("2", 'table:formula="of:=1+1" office:value-type="float" office:value="2"'),
            "2",
            [("formula", "of:=1+1")],
        ),
        (cell("", 'table:formula="of:=1+1"'), "", [("formula_no_result", "of:=1+1")]),
        (cell("#REF!", 'table:formula="of:=X"'), "", [("cell_error", "#REF!")]),
        (cell("Err:502", 'table:formula="of:=X"'), "", [("cell_error", "Err:502")]),
        (cell("甲", 'table:style-name="gone"'), "", [("struck", "甲")]),
        (cell('甲<text:span text:style-name="gone">乙</text:span>丙'), "甲丙", [("struck_words", "乙")]),
        (cell("甲", more="<office:annotation><text:p>批注</text:p></office:annotation>"), "甲", None),
        (
            cell("<text:ruby><text:ruby-base>许可</text:ruby-base><text:ruby-text>xuke</text:ruby-text></text:ruby>"),
            "许可",
            None,
        ),
        (cell("", more="<draw:frame><draw:image/></draw:frame>"), "", [("picture", "")]),
    ],
)
def test_a_cell_says_what_it_shows(tmp_path: Path, made: Any, text: Any, told: Any) -> None:
    (sheet,) = read(tmp_path, ods(row(made, cell("末"))))
    assert sheet.rows == ((text, "末"),)
    assert traits(sheet).get("A1") == told


def test_repeated_merged_and_hidden_cells_are_known(tmp_path: Path) -> None:
    rows = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
        + row(cell("甲", 'table:number-columns-repeated="2"'), cell(attributes='table:number-columns-repeated="16380"'))
        + row(cell("乙"), cell("丙"), attributes='table:number-rows-repeated="2" table:visibility="filter"')
        + row(
            cell("丁", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'),
            "<table:covered-table-cell/>",
            cell("戊"),
            attributes='table:visibility="collapse"',
        )
        + row("<table:covered-table-cell table:number-columns-repeated='2'/>", cell("己"))
        + row(cell(), attributes='table:number-rows-repeated="1048570"')
    )
    (sheet,) = read(tmp_path, ods(rows))
    assert sheet.rows == (("甲", "甲", ""), ("乙", "丙", ""), ("乙", "丙", ""), ("丁", "", "戊"), ("丁", "", "己"))
    assert sheet.hidden_rows == {2: "filter", 3: "filter", 4: "hand"}
    assert sheet.hidden_columns == {3}
    assert sheet.cell(4, 2).covered == "丁"


def test_a_hidden_sheet_and_a_flat_file_are_read(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, content(row(cell("甲")), table='table:style-name="put-away"', root="document"))
    assert (sheet.hidden, sheet.rows) == (True, (("甲",),))


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (ods(row(cell("甲", 'table:number-columns-repeated="x"'))), "broken_part"),
        (ods(row(cell("甲"))[:-5]), "broken_part"),
        (
            ods(row(cell("甲", 'table:number-columns-repeated="9000"'), attributes='table:number-rows-repeated="999"')),
            "cells",
        ),
        (packed({"content.xml": b"<!DOCTYPE x><x/>"}), "broken_part"),
    ],
)
def test_what_is_broken_or_too_large_is_refused(tmp_path: Path, made: Any, reason: Any) -> None:
    assert refusal(tmp_path, made).reason == reason
