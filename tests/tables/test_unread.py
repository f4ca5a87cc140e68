"""What of the catalog is at fault is never taken for absent: an import would write it a second time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import codes, import_json

HEADING = "部门|事项名称|事项类型"
FAULTY = "- id: wjw-xk-003\n  name: 公共场所卫生许可\n  type: 行政许可\n  status: 在用\n  code: '01'\n  visit: 1\n"


def texts(city: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in (city / "catalog").rglob("*.yml")}


def put(city: Path, path: str, text: str) -> None:
    file = city / "catalog" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def refused(city: Path, path: Path, *options: str) -> Any:
    """Import a table, which must write nothing; give what is said at each cell."""
    before = texts(city)
    outcome = import_json(city, path, *options)
    assert texts(city) == before
    assert codes(outcome) == ["S001"]
    return [(found["line"], found["message"]) for found in outcome["findings"] if found["level"] == "error"]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (HEADING, "wjw|1.公共场所卫生许可。|行政许可"),
        (f"{HEADING}|实施编码", "wjw|公共场所许可|行政许可|01"),
        (f"{HEADING}|事项编号", "wjw|公共场所许可|行政许可|wjw-xk-003"),
    ],
    ids=["by name", "by code", "by id"],
)
def test_an_entry_that_breaks_its_schema_is_not_written_twice(
    city: Path, table: Callable[..., Path], heading: str, row: str
) -> None:
    put(city, "approvals/wjw.yml", FAULTY)
    ((line, message),) = refused(city, table(heading, row))
    assert line == 2
    assert "那一条不合规定" in message


def test_other_rows_come_in_beside_an_entry_at_fault(city: Path, table: Callable[..., Path]) -> None:
    put(city, "approvals/wjw.yml", FAULTY)
    outcome = import_json(city, table(HEADING, "wjw|饮用水供水单位卫生许可|行政许可"))
    assert codes(outcome) == []
    assert texts(city)[city / "catalog/approvals/wjw.yml"].startswith(FAULTY)


def test_a_list_of_which_one_file_cannot_be_read_gets_no_new_entry(city: Path, table: Callable[..., Path]) -> None:
    put(city, "approvals/wjw/a.yml", FAULTY.replace("  visit: 1\n", "\tx"))
    put(city, "approvals/wjw/b.yml", FAULTY.replace("  visit: 1\n", "").replace("-003", "-004").replace("所卫生", "所"))
    ((_, message),) = refused(city, table(HEADING, "wjw|公共场所卫生许可|行政许可"))
    assert "approvals/wjw/a.yml" in message


@pytest.mark.parametrize(
    ("file", "heading", "row"),
    [
        ("departments.yml", HEADING, "水务局|取水许可|行政许可"),
        ("places.yml", f"{HEADING}|办理地点", "wjw|取水许可|行政许可|水务局"),
    ],
)
def test_a_body_or_place_that_breaks_its_schema_is_not_registered_twice(
    city: Path, table: Callable[..., Path], file: str, heading: str, row: str
) -> None:
    path = city / "catalog" / file
    known = path.read_text(encoding="utf-8") if path.exists() else ""
    put(city, file, f"{known.replace('[]', '')}\n- {{id: swj, name: 水务局, kind: 部门}}\n")
    ((line, message),) = refused(city, table(heading, row))
    assert line == 2
    assert "“水务局”" in message


def test_the_id_of_a_body_at_fault_is_not_given_again(city: Path, table: Callable[..., Path]) -> None:
    path = city / "catalog" / "departments.yml"
    put(city, "departments.yml", f"{path.read_text(encoding='utf-8')}\n- {{id: swj, name: 水务局, kind: 部门}}\n")
    import_json(city, table(HEADING, "税务局|取水许可|行政许可"))
    assert "id: swj2," in path.read_text(encoding="utf-8")
