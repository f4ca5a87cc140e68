"""The city whose items and entries are held against each other."""

from pathlib import Path

import pytest

from tests.support.reformed_city import reformed_city


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The folder that holds the catalog of the city."""
    return reformed_city(tmp_path)
