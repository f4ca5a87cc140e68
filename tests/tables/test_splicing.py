from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

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
    assert changed == "- id: a-xk-001\n  name: 丙\n- id: a-xk-002 # 乙\n  name: 乙\n"
