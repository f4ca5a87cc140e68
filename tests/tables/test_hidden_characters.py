"""Characters that nobody sees, in the cells of a table."""

from typing import Any

import pytest

from tests.support.importing import codes, import_json, read_catalog
from wudan.catalog.characters import HIDDEN
from wudan.tables.hidden_characters import without_hidden_characters
from wudan.tables.sheet import Sheet


def plain(text: Any) -> Any:
    return without_hidden_characters(Sheet("", ((text,),))).rows[0][0]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("甲\xa0乙", "甲 乙"),
        ("甲\u2003乙", "甲 乙"),
        ("甲\u200b乙\ufeff", "甲乙"),
        ("\u202a甲\u202c", "甲"),
        ("甲\xad乙", "甲乙"),
        ("甲\u2028乙", "甲\n乙"),
        ("甲乙", "甲乙"),
        ("甲\x07乙", "甲\x07乙"),  # a remark tells of control characters
    ],
)
def test_what_a_hidden_character_should_be_is_known(text: Any, mended: Any) -> None:
    assert plain(text) == mended


def test_an_import_writes_none_of_them(city: Any, table: Any) -> None:
    outcome = import_json(
        city, table("部门|事项名称|事项类型|设定依据", "wjw|甲\u200b许可|行政许可|《甲法》\xa0第一条规定，\u200b应当")
    )
    (item,) = (placed.record for placed in read_catalog(city).approvals)
    assert (item.name, item.basis_text) == ("甲许可", "《甲法》 第一条规定，应当")
    assert outcome["findings"] == []
    assert not HIDDEN.search((city / "catalog/approvals/wjw.yml").read_text(encoding="utf-8").replace("\n", ""))


def test_a_character_of_one_font_alone_is_told_at_its_cell(city: Any, table: Any) -> None:
    outcome = import_json(city, table("部门|事项名称|事项类型|设定依据", "wjw|甲许可|行政许可|《甲\ue004法》第一条"))
    (finding,) = outcome["findings"]
    assert (finding["code"], finding["level"], finding["line"], finding["column"]) == ("S007", "warning", 2, 4)
    assert "U+E004" in finding["message"]
    assert codes(outcome) == []
