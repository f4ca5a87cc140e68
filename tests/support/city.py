"""A small city as plain data, laid out as files, to be changed and compared."""

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.change import Change
from wudan.diff.difference import Difference

Lists = dict[str, list[dict[str, Any]]]
"""Records by the file that they stand in, relative to the catalog folder."""

Data = TypeVar("Data")

HEAD = {"format": 1, "region": {"code": "410183", "name": "新密市", "level": "县级"}, "title": "新密市五单一网",
        "judged_on": "2015-12-31", "profile": "list"}  # fmt: skip
_NAMES = (
    "食品经营许可",
    "采血许可",
    "取水许可",
    "施工许可",
    "户外广告审批",
    "林木采伐许可",
    "校车使用许可",
    "印章备案",
    "渔业捕捞许可",
)


def days(count: int, unit: str = "工作日") -> dict[str, Any]:
    return {"count": count, "unit": unit}


def item(department: str, number: int) -> dict[str, Any]:
    """Give an item with something in every field that a difference looks at."""
    name = _NAMES[number % len(_NAMES)]
    return {
        "id": f"{department}-xk-{number:03}",
        "name": f"{name}（{department}{number}）",
        "type": "行政许可",
        "status": "在用",
        "level": "县级",
        "basis": [{"law": f"第{number}条例", "article": "第四条", "sets": True}],
        "bodies": {"accepts": department, "decides": department},
        "serves": ["企业法人", "自然人"],
        "conditions": [{"text": f"{name}的场所符合要求"}, {"text": f"从事{name}的人员经过培训"}],
        "materials": [
            {"name": f"{name}申请书", "kind": "原件", "copies": 1, "required": "必要"},
            {"name": "营业执照", "kind": "复印件", "copies": 1, "required": "必要"},
        ],
        "process": [
            {"stage": "受理", "limit": days(1)},
            {"stage": "审查", "limit": days(6)},
            {"stage": "决定", "limit": days(2)},
        ],
        "time_limit": {"statutory": days(20), "promised": days(8)},
        "case_type": "承诺件",
        "visits": 2,
        "validity": {"term": "4年", "renewal": "届满30日前"},
        "fee": {"charged": False},
        "result": {"name": "证书", "kind": "证照", "valid_for": "4年"},
        "contact": {"phone": f"0371-0000{number:04}"},
    }


def city() -> Lists:
    """Give the lists of three departments with six items each."""
    return {
        f"approvals/{department}.yml": [item(department, number) for number in range(1, 7)]
        for department in DEPARTMENTS
    }


DEPARTMENTS = ("wjw", "zjj", "slj")


def lay_out(lists: Mapping[str, Any], folder: Path, **more: Any) -> Path:
    """Write lists as files, by path below the catalog folder, which is given. JSON is plain YAML."""
    departments = [{"id": one, "name": f"{one}局", "kind": "政府部门"} for one in DEPARTMENTS]
    catalog = folder / "catalog"
    for path, data in {"catalog.yml": HEAD, "departments.yml": departments, **lists, **more}.items():
        file = catalog / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return catalog


def loaded(lists: Mapping[str, Any], folder: Path, **more: Any) -> Catalog:
    """Give lists as a catalog."""
    return load_catalog(open_folder(lay_out(lists, folder, **more)))


def changes_of(before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Give the changes from one catalog to another."""
    return Difference(before, after).changes


def changed(data: Data) -> Data:
    """Give a copy that may be changed."""
    return deepcopy(data)
