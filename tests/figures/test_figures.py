import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.support.command import wudan
from tests.support.rule_examples import CITY
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.figures.figures import Figures, figures_of
from wudan.figures.times import time_table

PLACES = """\
- id: hall
  name: 示例市行政服务中心
  kind: 政务大厅
  windows:
    - {number: 1, name: 一号窗口, department: wjw}
    - {number: 2, name: 二号窗口, department: wjw}
- {id: town, name: 示例镇便民服务中心, kind: 乡镇便民服务中心}
"""
LAWS = """\
- name: 公共场所卫生管理条例
  kind: 行政法规
  versions:
    - {since: "1987-04-01", articles: 19, checked_against: 1987年公布文本, verdict: 有效文本}
- name: 医疗机构管理条例
  kind: 行政法规
  versions:
    - {since: "1994-09-01", articles: 55, checked_against: 2016年修订文本, verdict: 后来文本，内容同}
- {name: 传染病防治法, kind: 法律, versions: [{since: "2013-06-29"}]}
"""


def item(
    number: int,
    statutory: str,
    promised: str,
    actual: str,
    *,
    place: str = "hall",
    law: str = "公共场所卫生管理条例",
    status: str = "在用",
) -> str:
    return (
        f"- id: wjw-xk-{number:03}\n  name: 许可{number}\n  type: 行政许可\n  status: {status}\n"
        f"  basis: [{{law: {law}, article: 第四条}}]\n  case_type: 承诺件\n"
        f"  time_limit: {{statutory: {statutory}, promised: {promised}, actual_mean: {actual}}}\n"
        f"  handled_at: [{{place: {place}, window: 1}}]\n"
    )


def days(count: float, unit: str = "工作日") -> str:
    return f"{{count: {count}, unit: {unit}}}"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    catalog = tmp_path / "catalog"
    shutil.copytree(CITY, catalog)
    (catalog / "places.yml").write_text(PLACES, encoding="utf-8")
    (catalog / "laws.yml").write_text(LAWS, encoding="utf-8")
    texts = (
        item(1, days(20), days(8), days(5.5)),
        item(2, days(30, "自然日"), days(10), days(6), law="医疗机构管理条例"),
        item(3, days(20), days(2), days(1), place="town", law="传染病防治法"),
        item(4, days(20), days(2), days(1), status="取消"),
    )
    (catalog / "approvals" / "wjw.yml").write_text("".join(texts), encoding="utf-8")
    return tmp_path


def figures(city: Path) -> Figures:
    return figures_of(load_catalog(open_folder(city / "catalog")))


def test_means_are_of_the_items_of_the_hall_that_are_in_use(city: Path) -> None:
    times = figures(city).times
    assert (times.promised.days, times.promised.items) == (9.0, 2)
    assert times.actual.days == 5.75
    assert times.printed.days == 25.0
    assert times.compression == pytest.approx(1 - 18 / 50)


def test_calendar_days_become_as_few_and_as_many_working_days_as_the_holidays_allow(city: Path) -> None:
    times = figures(city).times
    table = time_table(load_catalog(open_folder(city / "catalog")))
    least, most = (float(str(table.loc["wjw-xk-002", f"statutory_{end}"])) for end in ("least", "most"))
    assert least < most < 30
    assert times.statutory_least.days < times.statutory_most.days < times.printed.days


def test_an_item_that_states_no_time_takes_no_part_in_the_mean(city: Path) -> None:
    path = city / "catalog" / "approvals" / "wjw.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(f", actual_mean: {days(5.5)}", ""), encoding="utf-8")
    actual = figures(city).times.actual
    assert (actual.days, actual.items) == (6.0, 1)


def test_counts_are_of_what_is_in_use(city: Path) -> None:
    counted = figures(city)
    assert counted.counts["审批事项"] == 3
    assert counted.counts["进厅事项"] == 2
    assert counted.counts["窗口"] == 2
    assert counted.items_by_type == {"行政许可": 3}


def test_citations_are_told_apart_by_the_text_they_were_held_against(city: Path) -> None:
    citations = figures(city).citations
    assert (citations.citations, citations.in_force, citations.later, citations.unread) == (4, 2, 1, 1)
    assert (citations.places, citations.places_checked) == (3, 2)


def test_a_city_without_limits_has_no_means(city: Path) -> None:
    (city / "catalog" / "approvals" / "wjw.yml").write_text("[]\n", encoding="utf-8")
    assert figures(city).times is None
    assert wudan("stats", folder=city).returncode == 0


def test_the_command_prints_both_languages_and_json_that_obeys_its_schema(city: Path) -> None:
    chinese, english = wudan("stats", folder=city), wudan("stats", "--lang", "en", folder=city)
    assert "承诺时限，工作日 9.00（2 项）" in chinese.stdout
    assert "promised, working days 9.00 (2 items)" in english.stdout
    report = json.loads(wudan("stats", "--format", "json", folder=city).stdout)
    jsonschema.validate(report, json.loads(wudan("schema", "figures", folder=city).stdout))
    assert report["times"]["promised"] == {"days": 9.0, "items": 2}
