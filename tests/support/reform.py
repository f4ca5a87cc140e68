"""A baseline of a few entries, decisions on it, and items, as a catalog in memory."""

import json
from collections.abc import Mapping
from typing import Any

from tests.support.city import HEAD
from tests.support.memory_source import MemorySource
from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog

AS_OF, JUDGED_ON = "2013-12-31", "2015-12-31"
DEPARTMENTS = [{"id": "wjw", "name": "新密市卫生局", "kind": "政府部门"}]

Record = dict[str, Any]


def entry(identity: str, **more: Any) -> Record:
    """Give an entry of the baseline, named after its id."""
    return {"id": identity, "name": f"{identity}许可", "type": "行政许可", "body": "wjw", **more}


def item(base: str, number: int = 1, **more: Any) -> Record:
    """Give an item in use that stands for an entry."""
    name = f"{base}许可"
    return {
        "id": f"wjw-xk-{number:03}", "name": name, "type": "行政许可", "status": "在用", "base": base, **more,
    }  # fmt: skip


def baseline(*entries: Record, as_of: str = AS_OF, **more: Any) -> Record:
    """Give a frozen baseline of licences with these entries."""
    return {
        "id": "round-10", "title": "第十轮目录", "as_of": as_of, "document": "新密政文〔2013〕118号",
        "covers": ["行政许可"], "entries": list(entries), **more,
    }  # fmt: skip


def change(kind: str, *taken: str, to: tuple[Record, ...] = (), **more: Any) -> Record:
    """Give one change of a decision: what it takes from the baseline by id, and what it gives."""
    return {"kind": kind, "from": list(taken), "to": list(to), **more}


def decision(*changes: Record, date: str = "2014-06-01", **more: Any) -> Record:
    """Give a decision with these changes."""
    return {
        "document": "国发〔2014〕5号", "title": "决定", "issuer": "国务院", "date": date, "changes": list(changes),
        **more,
    }  # fmt: skip


def reformed(
    frozen: Record | None,
    *decisions: Record,
    files: Mapping[str, Any] | None = None,
    at: str | None = None,
) -> Catalog:
    """Read a catalog with a frozen baseline, decisions in files named by their place (`01.yml`), and other files."""
    contents: dict[str, Any] = {"catalog.yml": HEAD, "departments.yml": DEPARTMENTS}
    if frozen is not None:
        contents[f"baseline/{frozen['id']}.yml"] = frozen
    contents |= {f"baseline/adjustments/{number:02}.yml": one for number, one in enumerate(decisions, 1)}
    contents |= files or {}
    written = {path: json.dumps(data, ensure_ascii=False).encode() for path, data in contents.items()}
    catalog = load_catalog(MemorySource(written), at)
    unread = [(file.path, file.faulty) for file in catalog.files if file.refusal or file.faulty]
    assert not unread, unread
    return catalog
