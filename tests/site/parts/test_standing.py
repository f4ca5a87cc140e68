"""What has ended is told apart from what will end, wherever a page or the search speaks of it."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import DEPARTMENTS, HEAD, Reader, approval, body, write_city
from wudan.site.search_documents import search_documents

TODAY = "2015-12-31"
BEFORE = "2015-03-13"
PAGE = "approvals/wjw-xk-003/"


def city(folder: Path, **files: Any) -> Any:
    paths = {name.replace("__", "/") + ".yml": data for name, data in files.items()}
    return write_city(folder, {"catalog.yml": HEAD | {"judged_on": TODAY}, **paths})


def ended(on: str) -> dict[str, str]:
    return {"on": on, "document": "新政〔2015〕9号"}


def service(**fields: Any) -> dict[str, Any]:
    limit = {"count": 5, "unit": "工作日"}
    return {
        "id": "kai-dian", "name": "开店一件事", "lead": "wjw", "mode": "并联", "members": [{"approval": "wjw-xk-003"}],
        "promised": limit, "since": "2015-01-01",
    } | fields  # fmt: skip


@pytest.mark.parametrize(
    ("status", "said"),
    [("在用", "将于2016年2月1日取消"), ("取消", "将于2016年2月1日取消"), ("暂停", "将从2016年2月1日起暂停办理")],
)
def test_before_its_day_an_item_is_handled_as_ever(tmp_path: Path, status: str, said: str) -> None:
    catalog = city(tmp_path, approvals__wjw=[approval(status=status, ended=ended("2016-02-01"))])
    shown = Reader(body(catalog, PAGE)).text
    assert f"本事项{said}" in shown
    assert "在此以前照常办理" in shown
    assert "已经取消" not in shown
    assert "不能再据此申请" not in shown


@pytest.mark.parametrize("on", [BEFORE, TODAY])
def test_from_its_day_on_it_is_cancelled(tmp_path: Path, on: str) -> None:
    catalog = city(tmp_path, approvals__wjw=[approval(status="取消", ended=ended(on))])
    assert "本事项已经取消" in Reader(body(catalog, PAGE)).text


@pytest.mark.parametrize(
    ("status", "on", "note"),
    [("取消", BEFORE, "已取消"), ("取消", "2016-02-01", "将取消"), ("在用", "2016-02-01", "将取消")],
)
def test_lists_say_which(tmp_path: Path, status: str, on: str, note: str) -> None:
    catalog = city(tmp_path, approvals__wjw=[approval(status=status, ended=ended(on))])
    assert f'<b class="tag off">{note}</b>' in body(catalog, "approvals/")


def test_what_will_be_cancelled_is_found_and_counted_like_any_other(tmp_path: Path) -> None:
    items = [
        approval(id="wjw-xk-001", name="甲许可", status="取消", ended=ended(BEFORE)),
        approval(id="wjw-xk-002", name="乙许可", status="取消", ended=ended("2016-02-01")),
        approval(id="wjw-xk-003", name="丙许可", ended=ended("2016-02-01")),
    ]
    catalog = city(tmp_path, approvals__wjw=items)
    found = {document.id: document for document in search_documents(catalog) if document.list == "approvals"}
    names = [found[item["id"]].name for item in items]
    assert names == ["甲许可（已取消）", "乙许可（将取消）", "丙许可（将取消）"]
    assert [bool(found[item["id"]].facets) for item in items] == [False, True, True]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ended": ended(BEFORE)}, "本项服务已经终止"),
        ({"until": BEFORE}, "本项服务已经终止"),
        ({"ended": ended("2016-02-01")}, "本项服务将于2016年2月1日终止"),
    ],
)
def test_a_service_ends_on_its_day(tmp_path: Path, fields: Any, said: str) -> None:
    files = {"approvals__wjw": [approval()], "services__kai-dian": service(**fields)}
    assert said in Reader(body(city(tmp_path, **files), "services/kai-dian/")).text


@pytest.mark.parametrize(("on", "said"), [(BEFORE, "本机构已经撤销"), ("2016-02-01", "本机构将于2016年2月1日撤销")])
def test_a_body_is_dissolved_on_its_day(tmp_path: Path, on: str, said: str) -> None:
    catalog = city(tmp_path, departments=[DEPARTMENTS[0] | {"ended": on}])
    assert said in Reader(body(catalog, "departments/wjw/")).text
    assert ("已撤销的机构" in body(catalog, "departments/")) is (on == BEFORE)


@pytest.mark.parametrize(("on", "said"), [(BEFORE, "已经停止征收"), ("2016-02-01", "2016年2月1日起停止征收")])
def test_a_fee_is_charged_until_its_day(tmp_path: Path, on: str, said: str) -> None:
    fee = {"id": "wjw-sf-001", "name": "工本费", "status": "在用", "standard": "每证10元", "stopped": ended(on)}
    catalog = city(tmp_path, fees__wjw=[fee])
    assert said in Reader(body(catalog, "fees/wjw-sf-001/")).text
    assert ("已停征" in body(catalog, "fees/")) is (on == BEFORE)
