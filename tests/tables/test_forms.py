"""Forms, in which a value stands beside its label."""

from typing import Any

import pytest

from tests.support.importing import codes, import_json, read_catalog
from wudan.tables.forms import rows_of_form
from wudan.tables.sheet import Sheet

FEE = (
    "收费项目名称|乙证工本费|执收单位|青河市卫生健康委员会|缴费对象|领证人",
    "收费标准|每证5元|收费依据|财税〔2014〕9号||",
)


def sheet(*rows: Any) -> Any:
    return Sheet("", tuple(tuple(row.split("|")) for row in rows))


def test_a_form_becomes_one_item_and_registers_no_label(city: Any, table: Any) -> None:
    outcome = import_json(city, table(*FEE), "--list", "fees")
    catalog = read_catalog(city)
    (fee,) = (placed.record for placed in catalog.of("fees"))
    assert (fee.name, fee.standard, fee.payer) == ("乙证工本费", "每证5元", "领证人")
    assert (len(catalog.departments), codes(outcome)) == (2, [])
    assert [(finding["level"], finding["line"]) for finding in outcome["findings"]] == [("info", 1)]


def test_a_form_that_runs_down_the_page_is_read(city: Any, table: Any) -> None:
    rows = (
        "青河市行政许可事项登记表",
        "实施主体|市卫健委",
        "事项名称|甲许可",
        "事项类型|行政许可",
        "设定依据|《甲法》第三条",
    )
    import_json(city, table(*rows))
    (item,) = (placed.record for placed in read_catalog(city).approvals)
    assert (item.name, item.type, item.basis[0].law) == ("甲许可", "行政许可", "甲法")


def test_forms_below_each_other_are_several_items(city: Any, table: Any) -> None:
    rows = [f"事项名称|{name}|实施主体|wjw\n事项类型|行政许可|设定依据|《{name}法》第一条" for name in "甲乙丙"]
    outcome = import_json(city, table(*rows))
    assert [placed.record.name for placed in read_catalog(city).approvals] == ["甲", "乙", "丙"]
    assert outcome["summary"]["added"] == 3


def test_items_in_columns_are_several_items(city: Any, table: Any) -> None:
    import_json(city, table("事项名称|甲|乙", "实施主体|wjw|fgw", "事项类型|行政许可|行政确认"))
    found = [(placed.owner, placed.record.name, placed.record.type) for placed in read_catalog(city).approvals]
    assert found == [("fgw", "乙", "行政确认"), ("wjw", "甲", "行政许可")]


def test_a_remark_about_a_form_names_the_cell_of_the_file(city: Any, table: Any) -> None:
    rows = ("事项名称|甲|实施主体|wjw", "事项类型|行政许可|法定办结时限|很快")
    outcome = import_json(city, table(*rows))
    (warning,) = (finding for finding in outcome["findings"] if finding["level"] == "warning")
    assert (warning["message"].partition("：")[0], warning["line"], warning["column"]) == ("D2", 2, 4)


def test_an_unknown_label_is_told(city: Any, table: Any) -> None:
    rows = ("事项名称|甲|实施主体|wjw", "事项类型|行政许可|设定依据|《甲法》第一条", "吉祥物|乙|法定办结时限|7个工作日")
    outcome = import_json(city, table(*rows))
    assert outcome["summary"]["unknown_columns"] == ["吉祥物"]
    assert [finding["line"] for finding in outcome["findings"] if "吉祥物" in finding["message"]] == [3]


@pytest.mark.parametrize(
    "rows",
    [
        ("事项名称|事项类型|实施主体", "甲|行政许可|wjw", "乙|行政许可|wjw"),
        ("事项名称|事项类型|实施主体", "甲|行政许可|wjw", "事项名称|事项类型|实施主体", "乙|行政许可|wjw"),
        ("事项名称|序|事项类型|次|实施主体|注", "甲|1|行政许可|2|wjw|3"),
        ("事项名称|事项类型|实施主体", "甲|事项类型|wjw", "设定依据|行政许可|wjw"),
        ("甲|乙|丙", "丁|戊|己"),
        ("事项名称|甲",),
    ],
)
def test_tables_are_no_forms(rows: Any) -> None:
    assert rows_of_form(sheet(*rows), "approvals") is None
