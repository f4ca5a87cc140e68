import re
import tomllib
from typing import Any

import pytest

from tests.support.root import ROOT
from wudan.cli.application import load
from wudan.cli.commands import COMMANDS
from wudan.extras import EXTRAS


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_both_readmes(readme: Any, name: str) -> None:
    assert f"`wudan {name}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_every_file_that_a_readme_links_to_exists(readme: Any) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in text.split("](")[1:]]
    assert [target for target in targets if not target.startswith("http") and not (ROOT / target).exists()] == []


TEXTS = [path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")) if path.name != "CHANGELOG.md"]
WRITTEN = re.compile(r"\bwudan (?P<name>[a-z]+)\b(?P<rest>(?:(?!\bwudan )[^`\n])*)")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_option_that_a_text_writes_behind_a_command_is_one_of_it(path: Any) -> None:
    unknown = []
    for found in WRITTEN.finditer(path.read_text(encoding="utf-8")):
        if found["name"] in COMMANDS:
            known = {"--help", *(option for parameter in load(found["name"]).params for option in parameter.opts)}
            unknown += [(found[0], option) for option in re.findall(r"--[a-z-]+", found["rest"]) if option not in known]
    assert unknown == []


def test_texts_write_options_behind_commands() -> None:
    written = [found["rest"] for path in TEXTS for found in WRITTEN.finditer(path.read_text(encoding="utf-8"))]
    assert sum("--" in rest for rest in written) >= 5


def declared() -> dict[str, set[str]]:
    """Give the names of what pyproject.toml declares: of the core, and of each extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {**project["optional-dependencies"], "core": project["dependencies"]}
    return {
        extra: {name for text in texts if (name := re.split(r"[\[<>=~!; ]", text)[0]) != "wudan"}
        for extra, texts in groups.items()
    }


def explained() -> dict[str, set[str]]:
    """Give the names in the first column of each table of docs/dependencies.md, by the heading above it."""
    _, *parts = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").split("\n## ")
    return {
        part.split("\n")[0]: {
            name for row in re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE) for name in row.split(", ")
        }
        - {"package"}
        for part in parts
    }


def test_every_dependency_is_explained_where_it_belongs_and_no_other() -> None:
    assert explained() == declared()


def test_what_an_extra_lacks_is_said_of_each_of_its_libraries() -> None:
    """The modules of `wudan.extras` are those of the distributions that the extras declare."""
    modules = {"mkdocs-material": "material"}
    names = {extra: {modules.get(name, name) for name in found} for extra, found in declared().items()}
    assert {extra: set(found) for extra, found in EXTRAS.items()} == {extra: names[extra] for extra in EXTRAS}
    assert set(names) - set(EXTRAS) == {"core", "dev"}
