"""What tells the records of a file from one another."""

from collections.abc import Mapping
from typing import Any

_IDENTITIES = ("id", "fingerprint", "name", "number", "document")


def identity(record: Mapping[str, Any]) -> str:
    """Give what tells a record from others of its kind: its id, or what stands for one."""
    return next((str(record[key]) for key in _IDENTITIES if key in record), "")
