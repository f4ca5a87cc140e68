from pathlib import Path

import pytest

CATALOG = """\
# yaml-language-server: $schema=.schemas/catalog.json
format: 1
region: {code: "999901", name: 青河市, level: 县级, city: 白石市, province: 云海省}
title: 青河市五单一网
profile: list
"""
DEPARTMENTS = """\
# yaml-language-server: $schema=.schemas/departments.json
- id: wjw
  name: 青河市卫生健康委员会
  short_name: 市卫健委
  former_names: [青河市卫生局]
  kind: 政府部门
- id: fgw
  name: 青河市发展和改革委员会
  kind: 政府部门
"""
PLACES = "- {id: hall, name: 青河市政务服务中心, kind: 政务大厅}\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    catalog = tmp_path / "city" / "catalog"
    catalog.mkdir(parents=True)
    (catalog / "catalog.yml").write_text(CATALOG, encoding="utf-8")
    (catalog / "departments.yml").write_text(DEPARTMENTS, encoding="utf-8")
    (catalog / "places.yml").write_text(PLACES, encoding="utf-8")
    return catalog.parent


@pytest.fixture
def table(tmp_path: Path):
    """Writes rows as a tab-separated table and gives its path."""

    def write(*rows: str, name: str = "table.tsv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join("\t".join(row.split("|")) for row in rows) + "\n", encoding="utf-8")
        return path

    return write
