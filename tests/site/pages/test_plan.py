"""What pages exist, what they count, where they lead."""

from pathlib import Path
from urllib.parse import urldefrag, urljoin

from tests.support.pages import HEAD, RENDERER, Reader, approval, body, pages_of, write_city
from tests.support.root import CATALOG
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.site.edition_files import edition_files
from wudan.site.feeds import feed_files
from wudan.site.parts.duration import levels
from wudan.site.parts.labels import labels
from wudan.site.parts.wording import numeral
from wudan.site.plan import plan_pages
from wudan.site.search_documents import search_documents

WRITTEN_BY_HAND = {"about/", "help/", "help/administrators/", "help/departments/", "help/reviewers/"}


def test_no_link_of_the_demo_city_leads_to_a_page_that_does_not_exist() -> None:
    catalog = load_catalog(open_folder(CATALOG))
    pages = pages_of(catalog)
    known = {f"/{address}" for address in (*pages, *WRITTEN_BY_HAND, *feed_files(catalog, ""), *edition_files(catalog))}
    for address, page in pages.items():
        read = Reader(RENDERER.body(page))
        anchors = {attributes["id"] for _, attributes in read.elements if attributes.get("id")}
        for target in read.addresses():
            if target.startswith(("https:", "http:", "tel:")) or target.endswith((".js", "index.json")):
                continue
            path, anchor = urldefrag(urljoin(f"/{address}", target))
            assert path.partition("?")[0] in known, (address, target)
            assert path != f"/{address}" or not anchor or anchor in anchors, (address, target)


def test_ids_are_unique_on_every_page_of_the_demo_city() -> None:
    for address, page in pages_of(load_catalog(open_folder(CATALOG))).items():
        ids = [attributes["id"] for _, attributes in Reader(RENDERER.body(page)).elements if "id" in attributes]
        assert len(ids) == len(set(ids)), address


def test_the_same_catalog_gives_the_same_pages() -> None:
    first, second = ([RENDERER.body(page) for page in plan_pages(load_catalog(open_folder(CATALOG)))] for _ in range(2))
    assert first == second


def test_items_are_counted_apart_from_parts_and_from_cancelled_ones(tmp_path: Path) -> None:
    parts = [{"id": "a", "name": "新办", "kind": "情形"}, {"id": "b", "name": "住宿场所", "kind": "子项"}]
    cancelled = approval(id="wjw-xk-002", status="取消", parts=parts, ended={"on": "2015-01-01", "document": "甲号"})
    catalog = write_city(tmp_path, {"approvals/wjw.yml": [cancelled, approval(parts=parts)]})
    html = body(catalog, "approvals/")
    shown = Reader(html).text
    assert "共 1 项，其中另分 1 个子项、1 种情形" in shown.replace("\n", "")
    assert "已取消的 1 项" in shown
    assert html.index("wjw-xk-003") < html.index("wjw-xk-002")


def test_a_topic_has_a_page_when_an_item_in_use_is_under_it(tmp_path: Path) -> None:
    items = [
        approval(topics={"firm": ["准营准办"], "person": ["就业创业"]}),
        approval(id="wjw-xk-002", status="取消", topics={"firm": ["医疗卫生"]}),
    ]
    pages = pages_of(write_city(tmp_path, {"approvals/wjw.yml": items}))
    found = {address for address in pages if address.startswith("topics/")}
    assert found == {"topics/", "topics/firm/准营准办/", "topics/person/就业创业/"}


def test_list_kinds_that_the_city_does_not_keep_have_no_page(tmp_path: Path) -> None:
    pages = pages_of(write_city(tmp_path, {"catalog.yml": HEAD | {"lists": ["approvals"]}}))
    assert "approvals/" in pages
    assert not {"powers/", "fees/", "funds/", "negative/"} & set(pages)


def test_labels_are_those_of_the_model() -> None:
    assert labels()["Approval.materials"] == "申请材料"
    assert labels()["Entry.basis"] == "设定依据"


def test_steps_follow_those_they_wait_for_and_a_circle_comes_last() -> None:
    assert levels([[], [0], [0], [1, 2]]) == (0, 1, 1, 2)
    assert levels([[], [2], [1]]) == (0, 1, 1)
    assert levels([]) == ()


def test_numerals() -> None:
    assert [numeral(number) for number in (0, 3, 10, 12, 20, 99, 100)] == [
        "〇",
        "三",
        "十",
        "十二",
        "二十",
        "九十九",
        "100",
    ]


def test_documents_carry_facets_unless_cancelled(tmp_path: Path) -> None:
    items = [
        approval(
            serves=["自然人"],
            fee={"charged": False},
            case_type="承诺件",
            time_limit={"promised": {"count": 8, "unit": "工作日"}},
            topics={"firm": ["准营准办"], "person": ["准营准办"]},
        ),
        approval(id="wjw-xk-002", status="取消", ended={"on": "2015-01-01", "document": "甲号"}),
    ]
    documents = search_documents(write_city(tmp_path, {"approvals/wjw.yml": items}))
    kept, gone, *others = documents
    assert kept.facets == {
        "list": ("行政审批事项清单",),
        "department": ("市卫生计生委",),
        "type": ("行政许可",),
        "served": ("自然人",),
        "topic": ("准营准办",),
        "case_type": ("承诺件",),
        "fee": ("不收费",),
        "days": ("6至10个工作日",),
    }
    assert gone.name == "公共场所卫生许可（已取消）"
    assert gone.facets == {}
    assert [document.list for document in others] == ["departments"]


def test_every_document_leads_to_a_page() -> None:
    catalog = load_catalog(open_folder(CATALOG))
    assert {document.address for document in search_documents(catalog)} <= set(pages_of(catalog))


def test_a_telephone_number_finds_its_item_as_it_is_written_and_by_its_digits(tmp_path: Path) -> None:
    items = [approval(id="wjw-xk-001", contact={"phone": "0371-69850001"})]

    documents = search_documents(write_city(tmp_path, {"approvals/wjw.yml": items}))

    item = next(document for document in documents if document.id == "wjw-xk-001")
    assert item.codes == ("wjw-xk-001", "0371-69850001", "037169850001")
