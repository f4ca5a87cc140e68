"""The files for code platforms obey the schemas that exist, and handle what a request brings as data."""

import json
import os
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
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

PIPELINES = sorted((ROOT / ".workflow").glob("*.yml"))
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
    assert [job["permissions"] for job in review["jobs"].values()] == [{"contents": "read"}]
    assert "pull_request" in review["on"]
    assert "secrets" not in json.dumps(review)
    checkouts = [
        step for job in comment["jobs"].values() for step in job["steps"] if "checkout" in step.get("uses", "")
    ]
    assert checkouts == []
    assert list(comment["on"]) == ["workflow_run"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_rights_but_those_that_a_job_asks_for(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert writes <= ({"pull-requests"} if path.name == "comment.yml" else set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_of_others_is_one_commit_with_its_version_beside_it(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_action_is_the_same_commit_wherever_it_is_used() -> None:
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    assert len({line.split("@")[0] for line in used}) == len(used)


def test_code_is_tested_on_every_version_of_python_that_is_claimed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    claimed = [text.rpartition(" ")[2] for text in project["classifiers"] if re.search(r":: \d+\.\d+$", text)]
    assert project["requires-python"] == f">={claimed[0]}"
    (github,) = load(ROOT / ".github/workflows/code.yml")["jobs"].values()
    assert github["strategy"]["matrix"]["python"] == claimed
    assert load(ROOT / ".gitlab-ci.yml")["检查代码"]["parallel"]["matrix"] == [{"VERSION": claimed}]


def test_every_platform_runs_the_same_script_on_code_and_the_script_checks_and_tests() -> None:
    (github,) = load(ROOT / ".github/workflows/code.yml")["jobs"].values()
    (gitee,) = load(ROOT / ".workflow/code-pipeline.yml")["stages"][0]["steps"]
    assert github["steps"][-1]["run"] == ".ci/run"
    assert load(ROOT / ".gitlab-ci.yml")["检查代码"]["script"] == [".ci/run"]
    assert "else .ci/run; fi" in gitee["script"][-1]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-2:] == ["make check", "make test"]


def test_gitlab_sees_every_file_of_the_code_and_none_of_the_lists() -> None:
    (rule,) = [rule for rule in load(ROOT / ".gitlab-ci.yml")["检查代码"]["rules"] if "changes" in rule]
    folders = {pattern.removesuffix("/**/*") for pattern in rule["changes"] if pattern != "*"}
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    there = {path.name for path in ROOT.iterdir() if path.is_dir()} - {".git"}
    held = {name for name in there if not any(fnmatch(name, pattern) for pattern in ignored)}
    assert held - folders == {"catalog"}


def test_a_request_that_changes_the_lists_alone_is_none_of_code() -> None:
    request = load(ROOT / ".github/workflows/code.yml")["on"]["pull_request"]
    assert request == {"paths-ignore": ["catalog/**"]}
    assert load(ROOT / ".github/workflows/review.yml")["on"] == {"pull_request": ""}


def test_every_script_is_sound_shell(tmp_path: Path) -> None:
    scripts = [
        step["run"]
        for path in WORKFLOWS
        for job in load(path)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    scripts += [
        "\n".join(step["script"]) for path in PIPELINES for stage in load(path)["stages"] for step in stage["steps"]
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
    assert set(pipeline["检查清单"]["artifacts"]["reports"]) == {"codequality", "junit"}


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml", *PIPELINES], ids=str)
def test_every_command_of_the_tool_exists(path: Path) -> None:
    used = set(re.findall(r"bin/wudan ([a-z]+)", path.read_text(encoding="utf-8")))
    assert used <= set(COMMANDS)


def test_the_owners_are_those_of_the_register_of_departments() -> None:
    catalog = load_catalog(open_folder(ROOT / "catalog"))
    wanted = codeowners(catalog, "catalog", "@xinmi/bianban", "@xinmi/{id}")
    assert (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8") == wanted
