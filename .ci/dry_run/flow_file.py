"""Reads a flow file as the forges do: every scalar is a text, so that `on` is a word."""

from pathlib import Path
from typing import Any

import yaml


def load(file: Path) -> Any:
    """Give the content of a flow file as plain data."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (it makes texts of everything)
