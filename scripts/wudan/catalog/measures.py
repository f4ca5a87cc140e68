"""What can be counted in a catalog, as published figures count it."""

from collections.abc import Callable, Mapping

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.approval import Approval

_HALLS = frozenset({"政务大厅", "分中心"})


def measure(catalog: Catalog, name: str) -> int:
    """Count what a published figure is about. Cancelled entries never count. Raises KeyError for an unknown name."""
    return _MEASURES[name](catalog)


def is_in_hall(catalog: Catalog, item: Approval) -> bool:
    """Say whether an item is handled in a hall or a branch hall; a branch hall counts as the hall."""
    places = (catalog.places.get(handling.place or "") for handling in item.handled_at)
    return any(place is not None and place.record.kind in _HALLS for place in places)


def _in_use(list_id: str) -> Callable[[Catalog], int]:
    return lambda catalog: sum(placed.record.is_in_use for placed in catalog.of(list_id))


def _places(kind: str) -> Callable[[Catalog], int]:
    return lambda catalog: sum(place.record.kind == kind for place in catalog.places.values())


def _hall_items(catalog: Catalog) -> int:
    return sum(placed.record.is_in_use and is_in_hall(catalog, placed.record) for placed in catalog.approvals)


def _windows(catalog: Catalog) -> int:
    halls = (place.record for place in catalog.places.values() if place.record.kind == "政务大厅")
    return sum(len(hall.windows) for hall in halls)


def _listing_bodies(catalog: Catalog) -> int:
    return len({placed.owner for placed in catalog.approvals if placed.record.is_in_use})


def _standards(catalog: Catalog) -> int:
    return sum(placed.record.change != "废止" for placed in catalog.standards)


_MEASURES: Mapping[str, Callable[[Catalog], int]] = {
    "审批事项": _in_use("approvals"),
    "进厅事项": _hall_items,
    "权责事项": _in_use("powers"),
    "收费项目": _in_use("fees"),
    "政府性基金": _in_use("funds"),
    "负面清单条目": _in_use("negative"),
    "服务标准": _standards,
    "部门": _listing_bodies,
    "窗口": _windows,
    "乡镇便民服务中心": _places("乡镇便民服务中心"),
    "村级便民服务站": _places("村级便民服务站"),
}
