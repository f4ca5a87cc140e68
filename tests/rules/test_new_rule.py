"""`make new-rule` on a copy of the project: what it lays runs, and the tests ask for the rest until it is written."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.root import ROOT

MARKS = {"待填": "太含糊", "TO BE FILLED IN": "is too vague"}
LEFT = "tests/rules/test_contracts.py::test_nothing_that_was_laid_for_a_rule_is_left_to_be_filled_in"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the rules and their tests need."""
    return copied(tmp_path)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which nothing may be written."""
    return copied(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def known_types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What mypy found out about the package in one copy, which is so in the next."""
    return tmp_path_factory.mktemp("types")


def copied(folder: Path) -> Path:
    for name in ("scripts", "tests", "catalog"):
        shutil.copytree(ROOT / name, folder / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(project / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (sys.executable, *command)
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)


def laid(project: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    said = {
        "code": "Q900", "slug": "vague_name", "level": "warning", "scope": "item", "title-zh": "名称含糊",
        "title-en": "Vague name",
    } | {key.replace("_", "-"): value for key, value in changed.items()}  # fmt: skip
    return run(project, "scripts/new_rule.py", *(f"--{key}={value}" for key, value in said.items()))


def pytest_in(project: Path, *tests: str) -> tuple[int, str]:
    done = run(project, "-m", "pytest", "-p", "no:cacheprovider", "--tb=short", *tests)
    return done.returncode, done.stdout + done.stderr


def filled(project: Path, paths: Iterator[str]) -> None:
    for path in paths:
        text = (project / path).read_text(encoding="utf-8")
        for mark, words in MARKS.items():
            text = text.replace(mark, words)
        (project / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("scope", ["item", "list", "file", "catalog", "baseline"])
def test_what_is_laid_is_well_formed_typed_and_works_on_its_examples(
    project: Path, known_types: Path, scope: str
) -> None:
    done = laid(project, scope=scope)
    assert done.returncode == 0, done.stderr
    module = "scripts/wudan/rules/quality/q900_vague_name.py"
    assert module in done.stdout.splitlines()
    edited = (module, "tests/mutation")
    for tool in (
        ("ruff", "check", *edited),
        ("ruff", "format", "--check", *edited),
        ("mypy", "--cache-dir", str(known_types), module),
    ):
        checked = run(project, "-m", *tool)
        assert checked.returncode == 0, checked.stdout + checked.stderr
    code, output = pytest_in(project, "tests/rules/test_examples.py", "tests/rules/test_pages.py", "-k", "Q900")
    assert code == 0, output


def test_the_tests_ask_for_what_is_not_filled_in_yet(project: Path) -> None:
    paths = laid(project).stdout.partition("\n\n")[0].splitlines()
    code, output = pytest_in(project, LEFT)
    assert code == 1
    for path in paths:
        assert path in output
    filled(project, iter(paths))
    code, output = pytest_in(project, LEFT, "tests/rules/test_examples.py", "-k", "Q900 or left")
    assert code == 0, output


def test_the_draft_asks_for_the_departure_that_the_row_names(project: Path) -> None:
    laid(project)
    code, output = pytest_in(project, "tests/draft/test_draft.py", "-k", "submitted")
    assert code == 1
    assert "occurs 0 times and must occur once" in output


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"code": "Q010"}, "already"),
        ({"code": "Q12"}, "three digits"),
        ({"code": "Z001"}, "No family"),
        ({"slug": "../x"}, "SLUG"),
        ({"level": "fatal"}, "LEVEL"),
        ({"scope": "city"}, "SCOPE"),
        ({"title_en": "模糊"}, "TITLE_EN"),
        ({"title_zh": " "}, "TITLE_ZH"),
    ],
)
def test_what_cannot_be_a_rule_is_refused_and_nothing_is_written(
    untouched: Path, changed: dict[str, str], words: str
) -> None:
    before = sorted(untouched.rglob("*"))
    done = laid(untouched, **changed)
    assert done.returncode == 2
    assert words in done.stderr
    assert sorted(untouched.rglob("*")) == before
