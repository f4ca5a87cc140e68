"""Which items are a preliminary examination for a decision made above (初审)."""

from wudan.catalog.model.approval import Approval


def is_preliminary(item: Approval) -> bool:
    """Say whether an item only examines what a higher level decides."""
    return item.case_type == "上报件" or "初审" in item.name
