"""Folders that commands are run in."""

import shutil
from pathlib import Path

import pytest

from tests.support.root import ROOT
from tests.support.rule_examples import CITY


@pytest.fixture
def small_city(tmp_path: Path) -> Path:
    """A folder whose catalog is the small city of the rules' examples, with empty lists."""
    shutil.copytree(CITY, tmp_path / "catalog")
    return tmp_path


@pytest.fixture
def demo_copy(tmp_path: Path) -> Path:
    """A folder with a copy of the demo city's catalog."""
    shutil.copytree(ROOT / "catalog", tmp_path / "catalog")
    return tmp_path
