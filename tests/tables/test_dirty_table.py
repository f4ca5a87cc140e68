"""A table of the shape of a real district's dump, with the dirt that real dumps have."""

from pathlib import Path

import pytest

from tests.support.dirty_table import OFFICES, dirty_rows
from tests.support.importing import codes, import_json, read_catalog


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "items.tsv"
    path.write_text("\n".join(dirty_rows(400)) + "\n", encoding="utf-8")
    return path


def test_every_row_becomes_one_entry_without_fault(city: Path, dump: Path) -> None:
    outcome = import_json(city, dump)
    catalog = read_catalog(city)
    assert codes(outcome) == []
    assert outcome["summary"]["added"] == len(catalog.approvals) == 400
    assert len({placed.record.id for placed in catalog.approvals}) == 400


def test_names_and_codes_are_kept_to_the_letter(city: Path, dump: Path) -> None:
    import_json(city, dump)
    said = {tuple(line.split("\t")[2:4]) for line in dump.read_text(encoding="utf-8").splitlines()[1:]}
    kept = {(placed.record.name, placed.record.code) for placed in read_catalog(city).approvals}
    assert kept == said


def test_every_item_names_its_main_item(city: Path, dump: Path) -> None:
    import_json(city, dump)
    said = [line.split("\t")[1] for line in dump.read_text(encoding="utf-8").splitlines()[1:]]
    kept = [placed.record.main_item for placed in read_catalog(city).approvals if placed.record.main_item]
    assert sorted(kept) == sorted(main for main in said if main != "未分类")


def test_codes_of_departments_are_taken_only_where_they_can_be_right(city: Path, dump: Path) -> None:
    outcome = import_json(city, dump)
    departments = {placed.record.name: placed.record.code for placed in read_catalog(city).departments.values()}
    assert departments["区水务局"] == "91350100M000100Y43"
    assert [departments[office] for office in OFFICES[1:]] == [None] * 6
    assert codes(outcome, "warning") == ["C001"] * 5


def test_the_same_table_again_changes_nothing(city: Path, dump: Path) -> None:
    import_json(city, dump)
    before = {path: path.read_bytes() for path in (city / "catalog").rglob("*.yml")}
    outcome = import_json(city, dump)
    assert (outcome["summary"]["unchanged"], outcome["summary"]["files"]) == (400, [])
    assert {path: path.read_bytes() for path in (city / "catalog").rglob("*.yml")} == before


def test_rows_of_one_main_item_fold_into_its_parts_where_that_is_asked(city: Path, tmp_path: Path) -> None:
    rows = (
        "department\tmain_item\tname\ttaskType",
        "wjw\t甲登记\t甲登记（设立）\t1",
        "wjw\t甲登记\t甲登记（注销）\t1",
        "wjw\t未分类\t乙\t1",
    )
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(rows), encoding="utf-8")
    import_json(city, path, "--group")
    first, second = read_catalog(city).approvals
    assert (first.record.name, [part.name for part in first.record.parts]) == (
        "甲登记",
        ["甲登记（设立）", "甲登记（注销）"],
    )
    assert second.record.name == "乙"
