"""Facts of entries, and entries of a kind, by which corruptions choose what they spoil."""

from tests.mutation.city_draft import Draft, Record, at
from wudan.catalog.stages import standard_stage


def in_use(record: Record) -> bool:
    return bool(record.get("status") != "取消")


def licence(record: Record) -> bool:
    return in_use(record) and record["type"] == "行政许可"


def promise(record: Record) -> int:
    """Give the promised working days of an item in use, 0 where it promises none in that unit."""
    limit = at(record, "time_limit", "promised")
    return limit["count"] if in_use(record) and limit and limit["unit"] == "工作日" else 0


def statutory(record: Record) -> int:
    limit = at(record, "time_limit", "statutory")
    return limit["count"] if in_use(record) and limit and limit["unit"] == "工作日" else 0


def counted_stage(record: Record) -> Record | None:
    """Give the stage of examination, whose days count into the promise."""
    return next((stage for stage in record["process"] if standard_stage(stage["stage"]) == "审查"), None)


def running_service(draft: Draft) -> Record:
    service = draft.pick("service")
    for key in ("until", "ended"):
        service.pop(key, None)
    return service


def ended(draft: Draft, **how: object) -> None:
    """Cancel any entry of the negative list, which nothing refers to."""
    entry = draft.pick("negative", in_use)
    entry.update({"status": "取消", **how})


def law(draft: Draft, *kinds: str) -> str:
    """Give the name of any law of these kinds that is in force."""
    name: str = draft.pick("laws", lambda law: law["kind"] in kinds)["name"]
    return name
