"""What data of the lists is, where it may be anything: a record may break its schema."""

from typing import Any, get_args

from wudan.catalog.model.values import LimitUnit

BOUNDS = ("least", "most")


def is_number(value: Any) -> bool:
    """Say whether data is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_limit(value: Any) -> bool:
    """Say whether data is a limit: so many of a known unit."""
    return isinstance(value, dict) and is_number(value.get("count")) and value.get("unit") in get_args(LimitUnit)


def is_amount(value: Any) -> bool:
    """Say whether data is an amount of money, from the least to the most."""
    return isinstance(value, dict) and all(is_number(value.get(bound)) for bound in BOUNDS)
