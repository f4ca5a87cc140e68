from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.catalog.test_canonical import commented_texts, comments_in
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.reading.reader import parse
from wudan.catalog.writing.canonical import write_records
from wudan.catalog.writing.splicing import change_records

KIND = KINDS["approvals"]
_TEXTS = st.text(alphabet="甲乙 -#:[]{}\"'\n&*!|>%@,0", min_size=1, max_size=12)
_LIMITS = st.fixed_dictionaries({"count": st.integers(0, 99), "unit": st.just("工作日")})
_RECORDS = st.fixed_dictionaries(
    {"name": _TEXTS, "status": st.just("在用")},
    optional={
        "code": _TEXTS,
        "aliases": st.lists(_TEXTS, min_size=1, max_size=3),
        "time_limit": st.fixed_dictionaries({}, optional={"statutory": _LIMITS, "promised": _LIMITS}),
        "materials": st.lists(st.fixed_dictionaries({"name": _TEXTS}), min_size=1, max_size=3),
        "quota": _TEXTS,
    },
)


def numbered(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": f"wjw-xk-{number:03}", **record} for number, record in enumerate(records, 1)]


@settings(deadline=None)
@given(st.lists(_RECORDS, max_size=4), st.data())
def test_a_changed_file_holds_exactly_what_was_meant(records: list[Any], data: DataObject) -> None:
    old = numbered(records)
    document = parse("a.yml", write_records(KIND, old, heading=["top"]) if old else "# top\n[]\n")
    chosen = data.draw(st.sets(st.sampled_from(range(len(old))))) if old else set()
    changed = {index: {"id": old[index]["id"], **data.draw(_RECORDS)} for index in chosen}
    added = data.draw(st.lists(_RECORDS, max_size=2))
    text = change_records(KIND, document, changed, added)
    assert parse("a.yml", text).data == [*(changed.get(index, record) for index, record in enumerate(old)), *added]
    assert text.startswith("# top\n")


@settings(deadline=None)
@given(st.lists(_RECORDS, min_size=2, max_size=4), _RECORDS)
def test_the_lines_of_other_records_are_not_touched(records: list[dict[str, str]], new: dict[str, str]) -> None:
    old = numbered(records)
    text = write_records(KIND, old)
    others = write_records(KIND, old[1:])
    changed = change_records(KIND, parse("a.yml", text), {0: {"id": old[0]["id"], **new}}, [])
    assert changed.endswith(others)


def test_an_item_without_its_own_lines_for_each_key_is_rewritten_and_its_neighbour_is_not() -> None:
    text = "- {id: a-xk-001, name: 甲}  # 甲的说明\n- id: a-xk-002 # 乙\n  name: 乙\n"
    changed = change_records(KIND, parse("a.yml", text), {0: {"id": "a-xk-001", "name": "丙"}}, [])
    assert changed == "# 甲的说明\n- id: a-xk-001\n  name: 丙\n- id: a-xk-002 # 乙\n  name: 乙\n"


COMMENTED = """\
# top
- id: a-xk-001
  name: 甲  # 名称
  # 上面
  time_limit:
    statutory: {count: 20, unit: 工作日}  # 法定
    # 承诺的说明
    promised: {count: 8, unit: 工作日}  # 承诺
  materials:
    # 第一
    - {name: 子, copies: 1}  # 一份
    - {name: 丑}
    # 末
  # 之前
  quota: 无
"""
NEW_LIMITS = {"statutory": {"count": 20, "unit": "工作日"}, "promised": {"count": 5, "unit": "工作日"}}


def changed_text(text: str, **fields: Any) -> str:
    document = parse("a.yml", text)
    record = {**document.data[0], **fields}
    return change_records(KIND, document, {0: {key: value for key, value in record.items() if value is not None}}, [])


def test_a_new_limit_keeps_the_comments_beside_it() -> None:
    assert changed_text(COMMENTED, time_limit=NEW_LIMITS) == COMMENTED.replace("count: 8", "count: 5")


def test_comments_go_with_the_element_that_bears_the_name() -> None:
    text = changed_text(COMMENTED, materials=[{"name": "丑"}, {"name": "子", "copies": 2}])

    assert (
        "    - {name: 丑}\n    # 第一\n    - {name: 子, copies: 2}  # 一份\n    # 末\n  # 之前\n  quota: 无\n" in text
    )


def test_what_goes_leaves_its_comments() -> None:
    text = changed_text(COMMENTED, materials=[{"name": "丑"}])
    assert "    - {name: 丑}\n    # 末\n    # 第一\n    # 一份\n  # 之前\n" in text

    text = changed_text(COMMENTED, materials=None)
    assert "# 承诺\n  # 第一\n  # 一份\n  # 末\n  # 之前\n  quota: 无\n" in text


def test_line_ends_stay_as_they_were() -> None:
    text = changed_text(COMMENTED.replace("\n", "\r\n"), time_limit=NEW_LIMITS, code="新的")

    assert text == changed_text(COMMENTED, time_limit=NEW_LIMITS, code="新的").replace("\n", "\r\n")


def is_mixed(text: str) -> bool:
    return "\r\n" in text and "\n" in text.replace("\r\n", "")


@settings(deadline=None, max_examples=150)
@given(commented_texts(), st.data())
def test_no_comment_is_lost_by_any_change(text: str, data: st.DataObject) -> None:
    document = parse("a.yml", text)
    if not isinstance(document.data, list) or not all(isinstance(record, dict) for record in document.data):
        return
    index = data.draw(st.integers(0, len(document.data) - 1))
    old = document.data[index]
    kept = data.draw(st.sets(st.sampled_from(sorted(old)))) | {min(old)}
    record = {key: value for key, value in old.items() if key in kept} | data.draw(_RECORDS)

    changed = change_records(KIND, document, {index: record}, [])

    assert parse("a.yml", changed).data[index] == record
    assert comments_in(text) <= comments_in(changed)
    assert ("\r\n" in changed) == ("\r\n" in text)
    assert not is_mixed(changed) or is_mixed(text)
