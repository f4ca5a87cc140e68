from typing import Any

import pytest

from tests.support.root import ROOT
from wudan.cli.commands import COMMANDS


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_both_readmes(readme: Any, name: str) -> None:
    assert f"`wudan {name}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_every_file_that_a_readme_links_to_exists(readme: Any) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in text.split("](")[1:]]
    assert [target for target in targets if not target.startswith("http") and not (ROOT / target).exists()] == []
