"""What an import takes of hidden, struck and odd cells, and what it says about them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import import_json, read_catalog, run_import
from tests.tables.books import book, inline
from wudan.tables.remarks import Remark
from wudan.tables.setting_aside import without_hidden_rows
from wudan.tables.sheet import Sheet

HEADINGS = ("部门", "事项名称", "事项类型", "实施编码", "设定依据")
FILTER = (
    '<autoFilter ref="A1:E9"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>'
)


@pytest.fixture
def imported(city: Any, tmp_path: Path) -> Any:
    """Imports a workbook of rows, each its attributes and the cells of code and basis, and gives city and outcome."""

    def run(rows: Any, *options: Any, around: Any = ("", ""), texts: Any = None, formats: Any = ()) -> Any:
        cells = "".join(inline(f"{'ABCDE'[column]}1", text) for column, text in enumerate(HEADINGS))
        data = f'<row r="1">{cells}</row>'
        for number, (attributes, more) in enumerate(rows, 2):
            name = "" if 'r="B' in more else inline(f"B{number}", f"{'甲乙丙丁戊己'[number - 2]}许可")
            data += f'<row r="{number}"{attributes}>{inline(f"A{number}", "wjw")}{name}'
            data += f"{inline(f'C{number}', '行政许可')}{more}</row>"
        path = tmp_path / "a.xlsx"
        path.write_bytes(book(data, around=around, texts=texts, formats=formats))
        return import_json(city, path, *options)

    return run


def names(city: Any) -> Any:
    return [placed.record.name for placed in read_catalog(city).approvals]


def told(outcome: Any) -> Any:
    return [
        (finding["level"], finding["message"].partition("：")[0].partition("!")[2], finding["code"])
        for finding in outcome["findings"]
    ]


def test_rows_hidden_by_hand_are_not_taken_and_told(city: Any, imported: Any) -> None:
    outcome = imported([("", ""), (' hidden="1"', ""), (' hidden="1"', ""), ("", ""), (' hidden="1"', "")])
    assert names(city) == ["甲许可", "丁许可"]
    assert told(outcome) == [("warning", "A3", "S002")]
    assert "3 行被隐藏（第 3–4、6 行），没有导入" in outcome["findings"][0]["message"]


def test_rows_hidden_by_a_filter_are_taken_and_told(city: Any, imported: Any) -> None:
    outcome = imported([("", ""), (' hidden="1"', "")], around=("", FILTER))
    assert names(city) == ["甲许可", "乙许可"]
    assert told(outcome) == [("warning", "A3", "S002")]
    assert "第 3 行" in outcome["findings"][0]["message"]


def test_a_hidden_row_cancels_nothing_unless_somebody_says_so(city: Any, imported: Any) -> None:
    rows = [("", ""), ("", "")]
    imported(rows)
    options = ("--missing", "cancel", "--document", "青政发〔2015〕3号", "--on", "2015-12-01")
    outcome = imported([rows[0], (' hidden="1"', "")], *options)
    assert told(outcome) == [("error", "A3", "S002")]
    assert [placed.record.status for placed in read_catalog(city).approvals] == ["在用", "在用"]


def test_empty_hidden_rows_are_not_worth_a_word() -> None:
    sheet = Sheet("", (("甲",), (" ",), ("乙",)), hidden_rows={2: "hand", 3: "filter"})
    remarks: list[Remark] = []
    assert without_hidden_rows(sheet, remarks) == sheet
    assert [(remark.message, remark.arguments["rows"]) for remark in remarks] == [("filtered_rows", "3")]


def test_hidden_columns_are_taken_and_told(city: Any, imported: Any) -> None:
    basis = inline("E2", "《甲法》第三条")
    outcome = imported([("", basis)], around=('<cols><col min="5" max="7" hidden="1"/></cols>', ""))
    assert read_catalog(city).approvals[0].record.basis[0].law == "甲法"
    assert told(outcome) == [("warning", "E1", "S002")]
    assert "1 列是隐藏的（E 列）" in outcome["findings"][0]["message"]


def test_a_row_whose_name_is_struck_through_is_asked_about(city: Any, imported: Any) -> None:
    outcome = imported([("", ""), ("", inline("B3", "旧许可", 1))])
    assert told(outcome) == [("error", "B3", "S002")]
    assert "“旧许可”划了删除线" in outcome["findings"][0]["message"]
    assert "旧许可" not in names(city)
    assert outcome["summary"]["balance"]["rows"]["refused"] == 1


def test_a_struck_basis_is_not_taken_and_told(city: Any, imported: Any) -> None:
    outcome = imported([("", inline("E2", "《甲法》第三条", 1))])
    assert told(outcome) == [("warning", "E2", "S002")]
    assert "甲法" not in (city / "catalog/approvals/wjw.yml").read_text(encoding="utf-8")


def test_struck_words_are_left_out_of_a_basis_and_told(city: Any, imported: Any) -> None:
    text = "<r><t>《甲法》第三条</t></r><r><rPr><strike/></rPr><t>、《乙法》第四条</t></r>"
    outcome = imported([("", '<c r="E2" t="s"><v>0</v></c>')], texts=[text])
    assert [citation.law for citation in read_catalog(city).approvals[0].record.basis] == ["甲法"]
    assert told(outcome) == [("warning", "E2", "S002")]


ODD = {
    "digits": '<c r="D2"><v>1.141019900550124e+30</v></c>',
    "error": '<c r="D2" t="e"><v>#REF!</v></c>',
    "no_result": '<c r="D2"><f>A1</f></c>',
    "picture": '<c r="D2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
}


@pytest.mark.parametrize("cell", ODD.values(), ids=ODD)
def test_a_cell_of_which_nothing_can_be_taken_is_left_out_and_with_strict_an_error(
    city: Any, imported: Any, cell: Any
) -> None:
    outcome = imported([("", cell)], "--strict")
    assert told(outcome) == [("error", "D2", "S002")]
    assert names(city) == []
    outcome = imported([("", cell)])
    assert told(outcome) == [("warning", "D2", "S002")]
    assert read_catalog(city).approvals[0].record.code is None


def test_such_cells_of_one_column_are_told_once_with_their_number(city: Any, imported: Any) -> None:
    outcome = imported([("", ODD["error"].replace("D2", f"D{row}")) for row in (2, 3, 4)])
    assert told(outcome) == [("warning", "D2", "S002")]
    assert "共 3 个" in outcome["findings"][0]["message"]


def test_the_result_of_a_formula_is_taken_and_told(city: Any, imported: Any) -> None:
    outcome = imported([("", '<c r="E2" t="str"><f>X</f><v>《甲法》第三条</v></c>')])
    assert told(outcome) == [("info", "E2", "S002")]
    assert read_catalog(city).approvals[0].record.basis[0].article == "第三条"


def test_odd_cells_of_columns_that_nobody_reads_are_not_worth_a_word(city: Any, tmp_path: Path, imported: Any) -> None:
    cells = "".join(inline(f"{'ABCD'[column]}1", text) for column, text in enumerate((*HEADINGS[:3], "吉祥物")))
    row = f'{inline("A2", "wjw")}{inline("B2", "甲许可")}{inline("C2", "行政许可")}<c r="D2"><f>ROW()-1</f><v>1</v></c>'
    path = tmp_path / "b.xlsx"
    path.write_bytes(book(f'<row r="1">{cells}</row><row r="2">{row}</row>'))
    assert "公式" not in run_import(city, path).stdout
    assert names(city) == ["甲许可"]


def test_a_struck_heading_is_told(city: Any, imported: Any, tmp_path: Path) -> None:
    heads = "".join(inline(f"{'ABCDE'[column]}1", text, int(column == 4)) for column, text in enumerate(HEADINGS))
    row = f"{inline('A2', 'wjw')}{inline('B2', '甲许可')}{inline('C2', '行政许可')}{inline('E2', '《甲法》第三条')}"
    path = tmp_path / "b.xlsx"
    path.write_bytes(book(f'<row r="1">{heads}</row><row r="2">{row}</row>'))
    assert told(import_json(city, path)) == [("warning", "E1", "S002"), ("warning", "E2", "S002")]


def test_what_stands_above_the_heading_is_not_worth_a_word(city: Any, tmp_path: Path) -> None:
    cells = "".join(inline(f"{'ABC'[column]}2", text) for column, text in enumerate(HEADINGS[:3]))
    title = f'{inline("A1", "旧名", 1)}<c r="B1" t="e" vm="1"><v>#VALUE!</v></c>'
    row = f"{inline('A3', 'wjw')}{inline('B3', '甲许可')}{inline('C3', '行政许可')}"
    path = tmp_path / "b.xlsx"
    path.write_bytes(book(f'<row r="1">{title}</row><row r="2">{cells}</row><row r="3">{row}</row>'))
    assert told(import_json(city, path)) == []


@pytest.mark.parametrize(
    ("row", "level"),
    [("wjw,甲许可,行政许可,,《甲法》第一条,第二条", "error"), ("wjw,甲许可,行政许可,,《甲法》第一条,", "")],
)
def test_a_row_of_text_with_more_cells_than_the_heading_is_refused(
    city: Any, tmp_path: Path, row: Any, level: Any
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join(HEADINGS) + "\n" + row + "\n", encoding="utf-8")
    outcome = import_json(city, path)
    assert [(finding["level"], finding["line"], finding["column"]) for finding in outcome["findings"]] == (
        [(level, 2, 6)] if level else []
    )


@pytest.mark.parametrize(
    ("cell", "code", "level"),
    [
        ("1.14102E+30", None, "warning"),
        ("#N/A", None, "warning"),
        ("########", None, "warning"),
        ('="001234"', "001234", ""),
        ("410199005501240000", "410199005501240000", "warning"),
        ("=A1&B1", "=A1&B1", "warning"),
    ],
)
def test_cells_of_delimited_text_are_looked_at_too(city: Any, tmp_path: Path, cell: Any, code: Any, level: Any) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("\t".join(HEADINGS) + f"\nwjw\t甲许可\t行政许可\t{cell}\t《甲法》第一条\n", encoding="utf-8")
    outcome = import_json(city, path)
    assert [(finding["level"], finding["column"]) for finding in outcome["findings"]] == ([(level, 4)] if level else [])
    assert [placed.record.code for placed in read_catalog(city).approvals] == ([] if level == "error" else [code])


def test_every_message_says_what_to_do_in_both_languages(city: Any, imported: Any, tmp_path: Path) -> None:
    imported([("", ODD["digits"])])
    path = tmp_path / "a.xlsx"
    assert "怎样改：把这一列设为文本格式，重新填写完整的编码。" in run_import(city, path).stdout
    english = run_import(city, path, "--lang", "en").stdout
    assert "事项!D2: '1.141019900550124e+30' is stored as a number" in english
    assert "Set the column to the format Text" in english


@pytest.mark.parametrize(
    "cell", ["同上", "〃", "同上栏", "详见附件3", "见附件", "（详见办事指南）", "待定", "待补充", "待核实", "见流程图"]
)
@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("设定依据", "basis"),
        ("实施编码", "code"),
        ("申请材料", "materials"),
        ("办理流程", "process"),
        ("子项", "parts"),
    ],
)
def test_a_cell_that_points_elsewhere_says_nothing_and_is_told(
    city: Any, table: Any, heading: Any, key: Any, cell: Any
) -> None:
    outcome = import_json(city, table(f"部门|事项名称|事项类型|{heading}", f"wjw|甲许可|行政许可|{cell}"))
    assert told(outcome) == [("warning", "", "S002")]
    assert (outcome["findings"][0]["line"], outcome["findings"][0]["column"]) == (2, 4)
    assert f"“{cell}”没有写出内容" in outcome["findings"][0]["message"]
    (placed,) = read_catalog(city).approvals
    assert set(placed.document.value(placed.path)) == {"id", "name", "type", "status"}


@pytest.mark.parametrize(
    "basis", ["《甲法》第三条，详见附件", "待业人员安置办法", "同上级部门联合发文", "见义勇为条例", "暂住证管理规定"]
)
def test_a_text_that_only_begins_like_a_pointer_is_taken(city: Any, table: Any, basis: Any) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型|设定依据", f"wjw|甲许可|行政许可|{basis}"))
    assert (outcome["findings"], read_catalog(city).approvals[0].record.basis_text) == ([], basis)


def test_what_lines_break_in_two_is_joined(city: Any, tmp_path: Path) -> None:
    cells = {
        "A": "wjw",
        "B": "甲许\n可（新\n办）",
        "C": "行政\n许可",
        "D": "1141\n0199",
        "E": "《甲法》\n第三条",
        "F": "0371-\n1234",
    }
    heads = "".join(inline(f"{'ABCDEF'[column]}1", text) for column, text in enumerate((*HEADINGS, "咨询电话")))
    row = "".join(inline(f"{column}2", text) for column, text in cells.items())
    path = tmp_path / "b.xlsx"
    path.write_bytes(book(f'<row r="1">{heads}</row><row r="2">{row}</row>'))
    assert import_json(city, path)["findings"] == []
    record = read_catalog(city).approvals[0].record
    assert (record.name, record.code, record.contact.phone) == ("甲许可（新办）", "11410199", "0371-1234")
    assert record.basis[0].article == "第三条"


@pytest.mark.parametrize("written", ["2015-02-31", "2015年13月1日", "2014/2/29", "2015.00.10"])
def test_a_day_that_the_calendar_lacks_is_left_out_and_told(
    city: Path, table: Callable[..., Path], written: str
) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型|核对日期", f"wjw|采砂许可|行政许可|{written}"))
    assert outcome["summary"]["added"] == 1
    (found,) = (one for one in outcome["findings"] if one["column"] == 4)
    assert found["level"] == "warning"
    assert f"“{written}”不是日期" in found["message"]
    assert "checked_on" not in (city / "catalog/approvals/wjw.yml").read_text(encoding="utf-8")
