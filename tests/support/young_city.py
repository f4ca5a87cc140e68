"""A city that has departments and a place, and no lists yet: what a table is imported into."""

from pathlib import Path

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


def young_city(folder: Path) -> Path:
    """Write the catalog of the city below a folder, and give that folder."""
    catalog = folder / "catalog"
    catalog.mkdir(parents=True)
    (catalog / "catalog.yml").write_text(CATALOG, encoding="utf-8")
    (catalog / "departments.yml").write_text(DEPARTMENTS, encoding="utf-8")
    (catalog / "places.yml").write_text(PLACES, encoding="utf-8")
    return folder
