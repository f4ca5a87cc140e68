"""The reports that are written in every format."""

import pytest

from tests.formats.reports import Told, reports_below


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Every report, by its kind and its language."""
    return reports_below(tmp_path_factory.mktemp("reports"))
