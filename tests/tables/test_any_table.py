"""Whatever a table holds, an import ends with findings or with a catalog without fault."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.support.importing import import_json, read_catalog
from tests.support.young_city import young_city
from wudan.catalog.model.kinds import LIST_IDS
from wudan.tables.headings import readable_headings

_CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "wjw",
            "市卫健委",
            "1",
            "10",
            "行政许可",
            "是",
            "无",
            "/",
            "20日",
            "20个工作日",
            "2015-01-01",
            "县级",
            "甲；乙",
        ]
    ),
    st.sampled_from(
        ["《甲法》第三条", "1.受理责任：公示。", "受理→决定", "- a: b", "&x", "{{ x }}", "\x00\x1b", "\u2028", "é"]
    ),
    st.text(max_size=12),
)


@pytest.mark.parametrize("list_id", LIST_IDS)
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_any_table_ends_with_findings_or_a_catalog_without_fault(list_id: str, data: DataObject) -> None:
    headings = data.draw(st.lists(st.sampled_from(readable_headings(list_id)), min_size=1, max_size=8, unique=True))
    rows = data.draw(st.lists(st.lists(_CELLS, min_size=1, max_size=len(headings) + 3), max_size=4))
    with tempfile.TemporaryDirectory() as name:
        young_city(Path(name))
        table = Path(name) / "table.csv"
        with table.open("w", encoding="utf-8", newline="", errors="replace") as file:
            csv.writer(file).writerows([["事项名称", "事项类型", "部门", *headings], *rows])
        options = ("--list", list_id, *data.draw(st.sampled_from([(), ("--lenient",), ("--group",)])))
        outcome = import_json(Path(name), table, *options)
        assert outcome["summary"]["written"] or outcome["findings"] or not outcome["summary"]["rows"]
        read_catalog(Path(name))
        if outcome["summary"]["written"]:
            again = import_json(Path(name), table, *options)
            assert again["summary"]["added"] == 0
