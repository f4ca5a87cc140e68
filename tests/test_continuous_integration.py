"""The files for code platforms obey the schemas that exist, and handle what a request brings as data."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.root import ROOT
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.commands import COMMANDS
from wudan.review.comment import MARK
from wudan.review.owners import codeowners

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def check(schema: Any, path: Path) -> None:
    """Hold a file against a schema that check-jsonschema brings along."""
    tool = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([tool, "--builtin-schema", schema, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def load(path: Path) -> Any:
    """Read YAML as the platforms do: `on` is a word."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (it makes texts of everything)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_obeys_the_schema_of_github(path: Path) -> None:
    check("vendor.github-workflows", path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_a_request_is_written_into_a_command(path: Path) -> None:
    """Values come by environment variables; an expression in a script would be executed (script injection)."""
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_the_job_that_reads_the_request_may_write_nothing_and_the_one_that_writes_reads_none_of_it() -> None:
    review, comment = load(ROOT / ".github/workflows/review.yml"), load(ROOT / ".github/workflows/comment.yml")
    assert review["permissions"] == {"contents": "read"}
    assert "pull_request" in review["on"]
    assert "secrets" not in json.dumps(review)
    checkouts = [
        step for job in comment["jobs"].values() for step in job["steps"] if "checkout" in step.get("uses", "")
    ]
    assert checkouts == []
    assert list(comment["on"]) == ["workflow_run"]


def test_every_script_is_sound_shell(tmp_path: Path) -> None:
    scripts = [
        step["run"]
        for path in WORKFLOWS
        for job in load(path)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    assert scripts
    for script in scripts:
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_the_comment_job_looks_for_the_mark_that_the_review_writes() -> None:
    text = (ROOT / ".github/workflows/comment.yml").read_text(encoding="utf-8")
    assert f'startswith("{MARK}")' in text


def test_gitlab_takes_the_reports_that_it_knows() -> None:
    pipeline = load(ROOT / ".gitlab-ci.yml")
    check("vendor.gitlab-ci", ROOT / ".gitlab-ci.yml")
    (job,) = [value for value in pipeline.values() if isinstance(value, dict) and "script" in value]
    assert set(job["artifacts"]["reports"]) == {"codequality", "junit"}


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml", ROOT / ".workflow/pr-pipeline.yml"], ids=str)
def test_every_command_of_the_tool_exists(path: Path) -> None:
    used = set(re.findall(r"bin/wudan ([a-z]+)", path.read_text(encoding="utf-8")))
    assert used <= set(COMMANDS)


def test_the_owners_are_those_of_the_register_of_departments() -> None:
    catalog = load_catalog(open_folder(ROOT / "catalog"))
    wanted = codeowners(catalog, "catalog", "@xinmi/bianban", "@xinmi/{id}")
    assert (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8") == wanted
