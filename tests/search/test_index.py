"""The files of the index."""

import json
import random
import zlib
from dataclasses import replace
from typing import Any

import pytest
from pypinyin import lazy_pinyin

from tests.support.search_entries import documents
from wudan.search.document import SearchDocument
from wudan.search.index import build_index
from wudan.search.spelling import spell


def test_equal_documents_in_any_order_give_equal_bytes() -> None:
    entries = documents(60)
    shuffled = random.Random(3).sample(entries, len(entries))  # noqa: S311

    assert build_index(entries) == build_index(shuffled)


def test_any_change_of_a_text_gives_the_index_another_edition() -> None:
    entries = documents(20)
    changed = [replace(entries[0], materials=("新增的材料",)), *entries[1:]]

    assert _meta(build_index(entries))["edition"] != _meta(build_index(changed))["edition"]


def test_meta_names_the_lists_and_facets_in_the_language_of_the_page() -> None:
    entries = [
        SearchDocument("fees", "a-sf-001", "fees/a-sf-001/", "河道工程修建维护管理费"),
        SearchDocument("places", "hall", "places/hall/", "政务大厅", facets={"list": ("办事地点",)}),
    ]

    meta = _meta(build_index(entries))

    assert meta["entries"] == 2
    assert meta["lists"] == {"fees": "行政事业性收费清单", "places": "办事地点"}
    assert list(meta["facets"].values())[:3] == ["清单", "部门", "事项类型"]


def test_an_empty_catalog_has_an_index() -> None:
    files = build_index([])

    assert _meta(files)["entries"] == 0
    assert "table.bin" in files


def test_entries_of_separators_alone_have_an_index() -> None:
    files = build_index([SearchDocument("approvals", "a", "approvals/a/", "……", text=("\x00\x01", "", "——"))])

    assert _meta(files)["entries"] == 1


def test_two_documents_of_one_list_and_id_are_refused() -> None:
    entry = documents(1)[0]

    with pytest.raises(ValueError, match=entry.id):
        build_index([entry, replace(entry, name="另一个名称")])


def test_every_file_inflates_as_browsers_do_it() -> None:
    files = build_index(documents(30), [(("开饭店",), ("食品经营许可",))])

    for name, content in files.items():
        if name.endswith(".bin"):
            assert zlib.decompress(content)


def test_labels_with_numbers_stand_by_size() -> None:
    labels = ["10个工作日以内", "当场办结", "5个工作日以内"]
    entries = [
        SearchDocument("approvals", f"a-{place}", "x/", "甲", facets={"days": (label,)})
        for place, label in enumerate(labels)
    ]

    head = zlib.decompress(build_index(entries)["table.bin"])
    size = int.from_bytes(head[:4], "little")
    columns = {column["id"]: column["values"] for column in json.loads(head[4 : 4 + size])["columns"]}

    assert columns["facet:days"] == ["5个工作日以内", "10个工作日以内", "当场办结"]


@pytest.mark.parametrize(
    "run", ["重新审核", "银行", "会计行业", "回升", "长度", "旅行社设立许可", "音乐会", "食品经营许可"]
)
def test_polyphones_are_spelled_as_the_dictionary_of_phrases_has_them(run: str) -> None:
    assert list(spell(run)) == lazy_pinyin(run)


def test_a_character_without_a_reading_has_none() -> None:
    assert spell("食\U0003fffd品") == ("shi", "", "pin")


def _meta(files: dict[str, bytes]) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads(files["meta.json"])
    return meta
