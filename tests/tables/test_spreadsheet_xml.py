"""XML spreadsheets of Excel 2003, as many systems write them under the name `.xls`."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import import_json, read_catalog
from tests.tables.books import read, refusal, traits

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def spreadsheet(
    rows: Any, *, styles: Any = "", columns: Any = "", behind: Any = "", encoding: Any = "UTF-8", name: Any = "事项"
) -> Any:
    text = f"""<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="{NAMESPACE}" xmlns:ss="{NAMESPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>{styles}</Styles>
<Worksheet ss:Name="{name}"><Table>{columns}{rows}</Table>{behind}</Worksheet></Workbook>"""
    return text.encode(encoding)


def cell(text: Any, kind: Any = "String", more: Any = "") -> Any:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


@pytest.mark.parametrize("encoding", ["UTF-8", "GBK", "UTF-16"])
def test_an_import_reads_it(city: Any, tmp_path: Path, encoding: Any) -> None:
    headings = "".join(cell(text) for text in ("部门", "事项名称", "事项类型"))
    rows = f"<Row>{headings}</Row><Row>{cell('wjw')}{cell('甲许可')}{cell('行政许可')}</Row>"
    path = tmp_path / "a.xls"
    path.write_bytes(spreadsheet(rows, encoding=encoding))
    assert import_json(city, path)["findings"] == []
    assert [placed.record.name for placed in read_catalog(city).approvals] == ["甲许可"]


def test_places_that_are_left_out_and_merged_cells_are_known(tmp_path: Path) -> None:
    rows = (
        "<Row>"
        + cell("部门")
        + cell("时限", more="ss:MergeAcross='1'")
        + cell("名称")
        + "</Row><Row ss:Index='3'>"
        + cell("市卫健委", more="ss:MergeDown='1'")
        + cell("丙", more="ss:Index='4'")
        + "</Row><Row>"
        + cell("丁", more="ss:Index='4'")
        + "</Row>"
    )
    (sheet,) = read(tmp_path, spreadsheet(rows))
    assert sheet.rows == (
        ("部门", "时限", "", "名称"),
        ("", "", "", ""),
        ("市卫健委", "", "", "丙"),
        ("市卫健委", "", "", "丁"),
    )
    assert sheet.cell(1, 3).covered == "时限"


def test_formats_dates_errors_and_formulas(tmp_path: Path) -> None:
    styles = (
        '<Style ss:ID="s1"><NumberFormat ss:Format="000000"/></Style>'
        '<Style ss:ID="s2"><NumberFormat ss:Format="0&quot;个工作日&quot;"/></Style>'
        '<Style ss:ID="s3"><NumberFormat ss:Format="Percent"/></Style>'
    )
    cells = (
        cell("1234", "Number", "ss:StyleID='s1'"),
        cell("20", "Number", "ss:StyleID='s2'"),
        cell("0.05", "Number", "ss:StyleID='s3'"),
        cell("2015-11-20T00:00:00.000", "DateTime"),
        cell("1", "Boolean"),
        cell("#REF!", "Error"),
        cell("1.1410199005501241E+30", "Number"),
        cell("2", "Number", "ss:Formula='=1+1'"),
        cell("2015-11-20T08:30:00.000", "DateTime"),
    )
    (sheet,) = read(tmp_path, spreadsheet(f"<Row>{''.join(cells)}</Row>", styles=styles))
    assert sheet.rows[0] == ("001234", "20个工作日", "5%", "2015-11-20", "是", "", "", "2", "2015-11-20 08:30:00")
    assert traits(sheet) == {
        "F1": [("cell_error", "#REF!")],
        "G1": [("digits_lost", "1.1410199005501241E+30")],
        "H1": [("formula", "=1+1")],
    }


def test_struck_words_notes_and_what_is_hidden(tmp_path: Path) -> None:
    styles = '<Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style>'
    struck = '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">甲<S>乙</S>丙</ss:Data></Cell>'
    gone = cell("戊", more="ss:StyleID='s1'")
    note = '<Cell><Data ss:Type="String">丁</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>'
    rows = f"<Row>{struck}{note}{gone}</Row><Row ss:Hidden='1'>{cell('己')}</Row>"
    columns = '<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>'
    (sheet,) = read(tmp_path, spreadsheet(rows, styles=styles, columns=columns))
    assert sheet.rows == (("甲丙", "丁", ""), ("己", "", ""))
    assert traits(sheet) == {"A1": [("struck_words", "乙")], "C1": [("struck", "戊")]}
    assert sheet.hidden_rows == {2: "hand"}
    assert sheet.hidden_columns == {2, 3}


def test_a_hidden_sheet_and_a_filter_are_known(tmp_path: Path) -> None:
    behind = (
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>'
        '</WorksheetOptions><AutoFilter x:Range="R1C1:R3C1" xmlns="urn:schemas-microsoft-com:office:excel">'
        '<AutoFilterColumn x:Type="Custom"/></AutoFilter>'
    )
    rows = f"<Row>{cell('甲')}</Row><Row ss:Hidden='1'>{cell('乙')}</Row>"
    (sheet,) = read(tmp_path, spreadsheet(rows, behind=behind))
    assert (sheet.hidden, sheet.hidden_rows) == (True, {2: "filter"})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (spreadsheet("<Row><Cell>"), "broken_part"),
        (spreadsheet("<Row ss:Index='x'/>"), "broken_part"),
        (spreadsheet("<Row ss:Index='0'/>"), "broken_part"),
        (spreadsheet("<Row ss:Index='1000000'>" + cell("甲", more="ss:Index='9000'") + "</Row>"), "cells"),
        (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook xmlns="%s"/>' % NAMESPACE.encode(),
            "broken_part",
        ),
        (f'<Workbook xmlns="{NAMESPACE}"/>'.encode(), "not_table"),
    ],
)
def test_what_is_broken_or_too_large_is_refused(tmp_path: Path, content: Any, reason: Any) -> None:
    assert refusal(tmp_path, content).reason == reason
