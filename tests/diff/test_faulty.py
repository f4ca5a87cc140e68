"""A difference is told whatever stands in the lists: what breaks its schema is somebody's finding, and no failure."""

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.city import HEAD, changes_of, city
from tests.support.memory_source import MemorySource
from wudan.catalog.reading.load import load_catalog
from wudan.diff.burden import result_of
from wudan.diff.difference import Difference
from wudan.diff.formats import github, markdown, page, sarif, text, workbook
from wudan.diff.listing import normal
from wudan.diff.naming import names_of
from wudan.diff.patch import owned, patched_records
from wudan.diff.record import records_of
from wudan.diff.report import report_of
from wudan.review import comment
from wudan.review import page as desk
from wudan.review.request import review

LISTS = {
    **city(),
    "fees/wjw.yml": [
        {"id": "wjw-sf-001", "name": "检测费", "amount": {"least": 10, "most": 20}, "standard": "每次10元",
         "entries": [{"name": "水质", "standard": "每样5元", "amount": {"least": 5, "most": 5}}]},
    ],
    "services/ban-zheng.yml": {"id": "ban-zheng", "name": "办证", "promised": {"count": 5, "unit": "工作日"},
                               "members": [{"approval": "wjw-xk-001"}]},
    "places.yml": [{"id": "hall", "name": "大厅", "kind": "政务大厅", "windows": [{"number": 1, "body": "wjw"}]}],
}  # fmt: skip
KEYS = st.sampled_from(
    ["id", "name", "count", "unit", "least", "most", "text", "law", "article", "approval", "external", "stage", "limit",
     "charged", "fees", "document", "replaced_by", "code", "number"]
)  # fmt: skip
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 99), st.floats(0, 9), st.text(max_size=4),
    st.sampled_from(["工作日", "在用", "取消", "行政许可", "wjw-xk-002", "是", "必要"]),
)  # fmt: skip
GARBAGE = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "id", "name", "type", "status", "level", "base", "bodies", "basis", "serves", "conditions", "materials", "process",
    "time_limit", "case_type", "visits", "fee", "contact", "ended", "replaces", "former_names", "preconditions",
    "channels", "quota", "online", "result", "parts", "code", "handled_at", "power_source", "amount", "standard",
    "entries", "promised", "members", "windows", "opening",
)  # fmt: skip


def catalog_of(lists: Any) -> Any:
    departments = [{"id": one, "name": f"{one}局", "kind": "政府部门"} for one in ("wjw", "zjj", "slj")]
    files = {"catalog.yml": HEAD, "departments.yml": departments, **lists}
    return load_catalog(
        MemorySource({path: json.dumps(data, ensure_ascii=False).encode() for path, data in files.items()})
    )


def spots(data: Any, depth: Any = 0) -> Iterator[Any]:
    """Give every place in data where something can be put: a container and its key or index."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, below in entries:
        yield data, key
        if depth < 6:
            yield from spots(below, depth + 1)


@st.composite
def lists_in_disorder(draw: Any) -> Any:
    lists = deepcopy(LISTS)
    for _ in range(draw(st.integers(1, 6))):
        places = [place for file in lists.values() for place in spots(file)]
        container, key = draw(st.sampled_from(places))
        if isinstance(container, dict) and draw(st.booleans()):
            key = draw(st.sampled_from(FIELDS))
        container[key] = draw(GARBAGE)
    return lists


@cache
def in_order() -> Any:
    return catalog_of(LISTS)


def flat(records: Any) -> Any:
    return {key: (owner, normal(dict(data))) for key, (owner, data) in records.items()}


def is_told_whole(catalog: Any) -> Any:
    """Say whether every file could be read and each record is told from all others; else rules on structure speak."""
    if any(file.document is None for file in catalog.files):
        return False
    counts = Counter(key[0] + key[1].partition("#")[0] for key in records_of(catalog))
    return not counts or max(counts.values()) == 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(lists=lists_in_disorder())
def test_whatever_stands_there_is_told_in_every_format_and_can_be_made_again(lists: Any) -> None:
    before, after = in_order(), catalog_of(lists)
    for old, new in ((before, after), (after, before)):
        changes = changes_of(old, new)
        for change in changes:
            result_of(change)
        for language in ("zh", "en"):
            report = report_of(changes, names_of(old, new), language)
            for form in (text, markdown, github, sarif, page, workbook):
                assert form.write(report, language)
        told = review("HEAD", Difference(old, new), "wjw", "zh")
        assert desk.write(told, "zh")
        comment.write(told, "zh")
        if is_told_whole(old) and is_told_whole(new):
            made = patched_records(owned(records_of(old)), changes)
            assert flat(made) == flat(owned(records_of(new)))
