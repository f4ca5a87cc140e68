"""What `make sbom` writes: every package that is locked for this system, with its licence, in the form of CycloneDX."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.support.root import ROOT

PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
ELSEWHERE = {"colorama"}  # asked for on Windows alone, and here by a tool of ours
Written = tuple[str, list[list[str]]]


def write(folder: Path) -> Written:
    command = [sys.executable, str(ROOT / "scripts" / "sbom.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = (folder / "licences.tsv").read_text(encoding="utf-8").splitlines()
    return (folder / "sbom.cdx.json").read_text(encoding="utf-8"), [row.split("\t") for row in rows[1:]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(tmp_path_factory.mktemp("sbom"))


@pytest.fixture
def bom(written: Written) -> Any:
    return json.loads(written[0])


def locked(name: str) -> set[str]:
    """Give the packages that a lock has for every system, with their versions."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9-]+)==([^ ;]+) \\$", text, re.MULTILINE)
    return {f"{package}@{version}" for package, version in found if package not in ELSEWHERE}


def test_it_obeys_the_schema_of_cyclonedx_and_a_broken_one_does_not(written: Written, bom: Any) -> None:
    judge = JsonStrictValidator(SchemaVersion.V1_6)
    assert judge.validate_str(written[0]) is None
    del bom["components"][0]["name"]
    assert judge.validate_str(json.dumps(bom)) is not None


def test_two_runs_write_the_same_bytes(written: Written, tmp_path: Path) -> None:
    assert write(tmp_path) == written


def test_every_locked_package_is_named_and_what_the_core_needs_is_required(bom: Any) -> None:
    scopes = {part["purl"].removeprefix("pkg:pypi/"): part["scope"] for part in bom["components"]}
    required = {name for name, scope in scopes.items() if scope == "required"}
    assert locked("requirements.lock") - scopes.keys() == set()
    assert locked("requirements-core.lock") - required == set()


def test_what_the_theme_brings_of_others_is_a_part_of_the_theme(bom: Any) -> None:
    (theme,) = [part for part in bom["components"] if part["name"] == "mkdocs-material"]
    brought = {part["purl"] for part in theme["components"]}
    assert {"pkg:npm/rxjs", "pkg:npm/clipboard", "pkg:npm/%40mdi/svg"} <= brought
    assert all(part["licenses"] for part in theme["components"])


def test_the_page_on_licences_names_every_part_with_the_licence_that_it_has(written: Written) -> None:
    told = dict(re.findall(r"^\| ([^ |]+) \| ([^|]+) \| [0-9–-]+ \|", PAGE, re.MULTILINE))
    assert told == {row[0]: row[3] for row in written[1]}


def test_the_page_has_a_word_on_each_licence_that_asks_for_more_than_a_notice(written: Written) -> None:
    section = PAGE.partition("\n## Not as free")[2].partition("\n## ")[0]
    noted = {row[0] for row in written[1] if len(row) > 4}
    assert noted
    assert set(re.findall(r"^- \*\*(.+?)\*\*", section, re.MULTILINE)) == noted
