"""`make check` finds what it is there for: a wrong arrow between rooms, a library that nobody declared."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.root import ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(tool: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in a copy, on the copy's own package."""
    return subprocess.run(
        [Path(sys.executable).with_name(tool), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "scripts"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def plant(folder: Path, path: str, line: str) -> None:
    module = folder / "scripts" / "wudan" / path
    module.write_text(f"{module.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


def test_the_rooms_stand_as_the_contract_says(copy: Path) -> None:
    done = run("lint-imports", "--no-cache", folder=copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "line", "arrow"),
    [
        ("words.py", "import wudan.catalog.catalog", "wudan.words -> wudan.catalog.catalog"),
        ("site/parts/link.py", "import wudan.site.mkdocs.plugin", "wudan.site.parts.link -> wudan.site.mkdocs.plugin"),
        ("catalog/code.py", "import wudan.catalog.writing.files", "wudan.catalog.code -> wudan.catalog.writing.files"),
    ],
)
def test_a_wrong_arrow_fails_with_its_name(copy: Path, path: str, line: str, arrow: str) -> None:
    plant(copy, path, line)
    done = run("lint-imports", "--no-cache", folder=copy)
    assert done.returncode == 1
    assert arrow in done.stdout


def test_a_room_that_the_contract_does_not_name_fails(copy: Path) -> None:
    (copy / "scripts" / "wudan" / "attic.py").write_text('"""A room of its own."""\n', encoding="utf-8")
    done = run("lint-imports", "--no-cache", folder=copy)
    assert done.returncode == 1
    assert "attic" in done.stdout


def test_what_is_used_is_declared_and_what_is_declared_is_used(copy: Path) -> None:
    done = run("deptry", "scripts/wudan", folder=copy)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [("import pygments", "DEP003"), ("import pytest", "DEP004"), ("import no_such_library", "DEP001")],
)
def test_a_library_that_the_package_does_not_declare_fails(copy: Path, line: str, code: str) -> None:
    plant(copy, "words.py", line)
    done = run("deptry", "scripts/wudan", folder=copy)
    assert done.returncode == 1
    assert code in done.stderr
    assert line.split()[1] in done.stderr


def test_a_library_that_is_declared_and_not_used_fails(copy: Path) -> None:
    settings = copy / "pyproject.toml"
    text = settings.read_text(encoding="utf-8").replace("dependencies = [\n", 'dependencies = [\n  "rich>=13",\n', 1)
    settings.write_text(text, encoding="utf-8")
    done = run("deptry", "scripts/wudan", folder=copy)
    assert done.returncode == 1
    assert "'rich' defined as a dependency but not used" in done.stderr
