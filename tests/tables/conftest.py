"""The city that tables are imported into, and the tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.young_city import young_city


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The folder that holds the catalog of the city."""
    return young_city(tmp_path / "city")


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as a tab-separated table and gives its path."""

    def write(*rows: str, name: str = "table.tsv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join("\t".join(row.split("|")) for row in rows) + "\n", encoding="utf-8")
        return path

    return write
