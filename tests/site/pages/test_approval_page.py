"""The page of an approval item says what the record says, and nothing else."""

from pathlib import Path

import pytest

from tests.support.pages import RENDERER, Reader, approval, body, pages_of, write_city

ADDRESS = "approvals/wjw-xk-003/"


def text(folder: Path, **fields: object) -> str:
    return Reader(body(write_city(folder, {"approvals/wjw.yml": [approval(**fields)]}), ADDRESS)).text


def test_a_bare_item_has_no_empty_headings(tmp_path: Path) -> None:
    shown = text(tmp_path)
    for heading in (
        "申请材料",
        "办理条件",
        "办理流程",
        "办理时限",
        "办理地点",
        "收费",
        "办理结果",
        "设定依据",
        "子项和情形",
    ):
        assert heading not in shown
    assert "公共场所卫生许可" in shown
    assert "None" not in shown
    assert "本页内容" not in shown


def test_the_promise_stands_first_and_the_law_beside_it(tmp_path: Path) -> None:
    limits = {"statutory": {"count": 20, "unit": "工作日"}, "promised": {"count": 8, "unit": "工作日"}}
    html = body(write_city(tmp_path, {"approvals/wjw.yml": [approval(time_limit=limits)]}), ADDRESS)
    facts = html[html.index('class="facts"') : html.index("</dl>")]
    assert "8个工作日 <small>法定20个工作日" in facts
    assert 'width="40%"' in html


def test_limits_in_different_units_are_not_drawn_to_one_scale(tmp_path: Path) -> None:
    limits = {"statutory": {"count": 20, "unit": "自然日"}, "promised": {"count": 8, "unit": "工作日"}}
    html = body(write_city(tmp_path, {"approvals/wjw.yml": [approval(time_limit=limits)]}), ADDRESS)
    assert "<svg" not in html
    assert "20个自然日" in html


def test_nought_days_are_said_in_words(tmp_path: Path) -> None:
    assert "当场办结" in text(tmp_path, time_limit={"promised": {"count": 0, "unit": "工作日"}})


def test_a_cancelled_item_names_document_and_successor(tmp_path: Path) -> None:
    ended = {"on": "2015-03-13", "document": "国发〔2015〕11号", "replaced_by": ["wjw-xk-008"]}
    items = [approval(status="取消", ended=ended), approval(id="wjw-xk-008", name="接替的许可")]
    catalog = write_city(tmp_path, {"approvals/wjw.yml": items})
    html = body(catalog, ADDRESS)
    notice = html[html.index('class="notice stop"') : html.index("</div>", html.index('class="notice stop"'))]
    for words in (
        "已经取消",
        "2015年3月13日",
        "国发〔2015〕11号",
        '<a href="../../approvals/wjw-xk-008/">接替的许可</a>',
    ):
        assert words in notice
    assert "由本事项接替的事项" in body(catalog, "approvals/wjw-xk-008/")


def test_a_suspended_item_says_so_and_may_resume(tmp_path: Path) -> None:
    shown = text(tmp_path, status="暂停")
    assert "本事项暂停办理" in shown
    assert "不能再据此申请" not in shown


def test_a_material_tells_who_issues_it(tmp_path: Path) -> None:
    material = {
        "name": "卫生检测报告",
        "kind": "原件",
        "copies": 1,
        "form": "纸质",
        "required": "容缺后补",
        "source": "政府部门核发",
        "issuing_department": "wjw",
    }
    html = body(write_city(tmp_path, {"approvals/wjw.yml": [approval(materials=[material])]}), ADDRESS)
    assert '<a href="../../departments/wjw/">市卫生计生委</a>' in html
    assert "原件1份，纸质" in html
    assert "容缺后补" in html


@pytest.mark.parametrize(
    ("articles", "said", "rows"),
    [(("七", "七", "七"), "材料依据", 0), (("七", "七", "八"), "除另行注明", 1), (("七", "八", "九"), "", 3)],
)
def test_a_ground_that_most_materials_share_is_told_once(
    tmp_path: Path, articles: tuple[str, ...], said: str, rows: int
) -> None:
    materials = [
        {"name": f"材料{number}", "basis": {"law": "公共场所卫生管理条例", "article": f"第{article}条"}}
        for number, article in enumerate(articles)
    ]
    html = body(write_city(tmp_path, {"approvals/wjw.yml": [approval(materials=materials)]}), ADDRESS)
    assert said in html
    assert html.count("<small>依据：") == rows


def test_many_places_are_folded_but_those_with_a_window_are_shown(tmp_path: Path) -> None:
    places = [
        {"id": f"town-{number}", "name": f"第{number}便民服务中心", "kind": "乡镇便民服务中心"} for number in range(6)
    ]
    places.insert(3, {"id": "hall", "name": "行政服务中心", "kind": "政务大厅"})
    handled: list[dict[str, object]] = [{"place": place["id"], "role": "代办"} for place in places]
    handled[3] |= {"window": 12, "role": "受理"}
    catalog = write_city(tmp_path, {"places.yml": places, "approvals/wjw.yml": [approval(handled_at=handled)]})
    html = body(catalog, ADDRESS)
    cards = html[html.index('class="cards"') : html.index("<details>")]
    assert cards.count("<h3>") == 1
    assert "12号窗口" in cards
    assert "另有6处可以办理" in html
    assert "行政服务中心" in body(catalog, "places/hall/")
    assert "公共场所卫生许可" in body(catalog, "places/hall/")


def test_what_refers_to_an_item_is_linked_from_it(tmp_path: Path) -> None:
    catalog = write_city(tmp_path, {
        "approvals/wjw.yml": [
            approval(fee={"charged": True, "fees": ["wjw-sf-001"]}),
            approval(id="wjw-xk-004", name="后续许可", preconditions=[{"approval": "wjw-xk-003"}]),
        ],
        "powers/wjw.yml": [approval(id="wjw-xk-001", name="卫生许可权", approvals=["wjw-xk-003"])],
        "fees/wjw.yml": [{"id": "wjw-sf-001", "name": "监测费", "status": "在用"}],
    })  # fmt: skip
    html = body(catalog, ADDRESS)
    for link in ("approvals/wjw-xk-004/", "powers/wjw-xk-001/", "fees/wjw-sf-001/"):
        assert f'href="../../{link}"' in html
    assert "公共场所卫生许可" in body(catalog, "fees/wjw-sf-001/")
    assert "公共场所卫生许可" in body(catalog, "powers/wjw-xk-001/")


def test_a_page_says_where_its_record_was_read_and_gives_the_record(tmp_path: Path) -> None:
    catalog = write_city(tmp_path, {})
    folder = tmp_path / "catalog" / "approvals"
    folder.mkdir()
    record = "- {{id: {}, name: {}, type: 行政许可, status: 在用}}\n"
    lines = record.format("wjw-xk-001", "甲") + "# 说明\n" + record.format("wjw-xk-002", "乙")
    (folder / "wjw.yml").write_text(lines, encoding="utf-8")
    catalog = write_city(tmp_path, {})
    page = pages_of(catalog)["approvals/wjw-xk-002/"]
    assert page.data == {
        "list": "approvals",
        "id": "wjw-xk-002",
        "address": "approvals/wjw-xk-002/",
        "record": {"id": "wjw-xk-002", "name": "乙", "type": "行政许可", "status": "在用"},
        "source": {"file": "catalog/approvals/wjw.yml", "line": 3, "edition": "预览"},
    }
    shown = body(catalog, "approvals/wjw-xk-002/")
    assert "第3行" in shown
    assert 'href="index.json"' in shown


def test_a_topic_that_is_for_persons_and_for_firms_says_each_time_for_whom(tmp_path: Path) -> None:
    topics = {"person": ["准营准办", "就业创业"], "firm": ["准营准办"]}
    catalog = write_city(tmp_path, {"approvals/wjw.yml": [approval() | {"topics": topics}]})
    text = Reader(RENDERER.body(pages_of(catalog)["approvals/wjw-xk-003/"])).text
    assert "准营准办（个人）、就业创业、准营准办（法人）" in text.replace("\n", "")
