"""What holds for every table: importing it again, mended or shuffled, changes nothing, and the site can be built."""

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.support.command import invoke
from tests.support.importing import import_json
from tests.support.young_city import young_city
from tests.tables.test_balance import balance_of
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.check import check
from wudan.site.gate import refuse_faulty

Table = Callable[..., Path]

_HEADINGS = (
    *("部门", "事项名称", "事项类型", "子项", "设定依据", "法定时限"),
    *("申请材料", "办理流程", "结果名称", "办理地点", "实施编码"),
)
_NAMES = ("采砂许可(新办)", "采砂许可（新办）", "1.取水许可。", "取水 许可", "占道许可*", "〔2015〕1号备案")
_ROW = st.tuples(
    st.sampled_from(["wjw", "市卫健委", "市水务局", "水务局", "wjw、fgw"]),
    st.sampled_from(_NAMES),
    st.sampled_from(["1", "行政许可（县）", "行政确认"]),
    st.sampled_from(["", "", "首次", "延续(换址)"]),
    st.sampled_from(["", "《甲法》第三条", "依据《甲法》,国家规定(2015)", "《乙条例》第二条；《甲法》第三条"]),
    st.sampled_from(["", "20日", "5-10日", "８个工作日(不含公示)"]),
    st.sampled_from(["", "1.申请表;2.证明(原件;复印件)", "申请表；身份证", "申请\xa0表"]),
    st.sampled_from(["", "受理→决定", "窗口收件，然后由科室办理并报领导。", "1.受理，登记2.决定"]),
    st.sampled_from(["", "甲证", "批复\u200b"]),
    st.sampled_from(["", "hall", "人民路1号(东)"]),
    st.sampled_from(["", "000123001000", "１２３"]),
)


def _texts(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((folder / "catalog").rglob("*.yml"))}


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_HEADINGS, *rows])


@settings(deadline=None, max_examples=12)
@given(rows=st.lists(_ROW, min_size=1, max_size=6), data=st.data())
def test_importing_again_mended_or_shuffled_changes_nothing(rows: list[tuple[str, ...]], data: DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        young_city(folder)
        table, shuffled = folder / "table.csv", folder / "shuffled.csv"
        _write(table, rows)
        balance_of(folder, table)
        refuse_faulty(load_catalog(open_folder(folder / "catalog")))
        written = _texts(folder)
        assert import_json(folder, table)["summary"]["files"] == []
        _write(shuffled, data.draw(st.permutations(rows)))
        balance_of(folder, shuffled)
        assert _texts(folder) == written
        invoke(check, ["--catalog", str(folder / "catalog"), "--fix"])
        mended = _texts(folder)
        import_json(folder, table)
        assert _texts(folder) == mended


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("采砂许可(新办)", "采砂许可（新办）"),
        ("采砂许可（新办）", "采砂许可（新办）。"),
        ("采砂许可", "1.采砂许可"),
        ("采砂许可", "采砂许可*"),
        ("采砂许可", "采砂 许可"),
        ("采砂许可", "▲采砂许可"),  # marks for what was delegated, is new, or is done
        ("采砂许可", "●采砂许可√"),
        ("采砂许可", "㈠采砂许可"),
        ("采砂许可", "⒈采砂许可"),
        ("采砂许可", "１２．采砂许可；"),
        ("二级Ｗ类•采砂许可", "二级W类·采砂许可"),
        ("一、二类放射源许可", "1.一、二类放射源许可"),
    ],
)
def test_a_name_in_another_writing_is_found_and_stays_as_it_is(
    city: Path, table: Table, first: str, second: str
) -> None:
    import_json(city, table("部门|事项名称|事项类型", f"wjw|{first}|1"))
    before = _texts(city)
    outcome = import_json(city, table("部门|事项名称|事项类型", f"wjw|{second}|1", name="b.tsv"))
    assert (outcome["summary"]["added"], outcome["summary"]["missing"]) == (0, [])
    assert _texts(city) == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、二类放射源许可", "二类放射源许可"),
        ("1、2级资质认定", "2级资质认定"),
        ("2、3类射线装置许可", "3类射线装置许可"),
        ("1.5米以上船舶登记", "5米以上船舶登记"),
        ("5A级景区评定", "A级景区评定"),
    ],
)
def test_what_a_name_counts_is_no_number_before_it(city: Path, table: Table, first: str, second: str) -> None:
    heading = "部门|事项名称|事项类型"
    import_json(city, table(heading, f"wjw|{first}|1"))
    assert import_json(city, table(heading, f"wjw|{second}|1", name="b.tsv"))["summary"]["added"] == 1


def test_of_two_writings_of_one_part_the_better_stays_whichever_comes_first(city: Path, table: Table) -> None:
    heading = "部门|事项名称|事项类型|子项"
    rows = ["wjw|采砂许可|1|首次。", "wjw|采砂许可|1|首次"]
    import_json(city, table(heading, *rows))
    before = _texts(city)
    assert "{id: a, name: 首次, kind: 情形}" in before[city / "catalog/approvals/wjw.yml"].decode()
    import_json(city, table(heading, *reversed(rows), name="b.tsv"))
    assert _texts(city) == before


@pytest.mark.parametrize("other", ["wjw||取水许可|1|A3", "wjw||采砂|1|", "wjw||采砂|1|A3"])
def test_a_code_in_dispute_leads_to_no_item_that_another_row_names(city: Path, table: Table, other: str) -> None:
    heading = "部门|主项名称|事项名称|事项类型|实施编码"
    rows = [other, "wjw|采砂|采砂许可|1|A1", "wjw|采砂|采砂许可|1|A3"]
    import_json(city, table(heading, *rows), "--group")
    before = _texts(city)
    import_json(city, table(heading, *reversed(rows), name="b.tsv"), "--group")
    assert _texts(city) == before


def test_a_better_writing_of_the_name_is_taken(city: Path, table: Table) -> None:
    import_json(city, table("部门|事项名称|事项类型", "wjw|1.采砂许可。|1"))
    outcome = import_json(city, table("部门|事项名称|事项类型", "wjw|采砂许可|1", name="b.tsv"))
    assert outcome["summary"]["updated"] == 1


def test_of_two_limits_of_one_part_the_one_that_the_catalog_has_stays_whichever_comes_first(
    city: Path, table: Table
) -> None:
    """A limit that all parts share is said of the item; it is still the limit of the part in dispute."""
    heading = "部门|事项名称|事项类型|子项|法定时限"
    rows = ["wjw|采砂许可|1|首次|20个工作日", "wjw|采砂许可|1|延续|20个工作日", "wjw|采砂许可|1|首次|8个工作日"]
    for first, second in ((rows, rows[::-1]), (rows[::-1], rows)):
        file = city / "catalog/approvals/wjw.yml"
        file.unlink(missing_ok=True)
        import_json(city, table(heading, *first))
        before = _texts(city)
        import_json(city, table(heading, *second, name="b.tsv"))
        assert _texts(city) == before


def test_what_rows_add_to_a_power_does_not_hang_on_their_order(city: Path, table: Table) -> None:
    heading = "部门|权力名称|权力类型|办理环节|责任事项|追责情形|追责依据"
    rows = ["wjw|采砂|2|决定|甲|徇私|《甲法》", "wjw|采砂|2|立案|乙|徇私；玩忽|"]
    import_json(city, table(heading, *rows), "--list", "powers")
    before = _texts(city)
    import_json(city, table(heading, *reversed(rows), name="b.tsv"), "--list", "powers")
    assert _texts(city) == before


def test_what_parts_say_each_for_itself_stays_with_them(city: Path, table: Table) -> None:
    heading = "部门|事项名称|事项类型|子项|申请材料"
    rows = ["wjw|采砂|1|首次|证明；申请表", "wjw|采砂|1|首次|申请表；证明", "wjw|采砂|1|变更|申请表；证明"]
    import_json(city, table(heading, *rows))
    before = _texts(city)
    import_json(city, table(heading, rows[1], rows[0], rows[2], name="b.tsv"))
    assert _texts(city) == before
