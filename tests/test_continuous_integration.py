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

import handover
from dry_run.flow_file import load
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
    review = load(ROOT / ".github/workflows/review.yml")
    reads, writes = review["jobs"]["review"], review["jobs"]["comment"]
    assert reads["permissions"] == {"contents": "read"}
    assert writes["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "secrets" not in json.dumps(review)
    assert "fetch" not in json.dumps(writes)


def test_the_flow_that_speaks_comes_from_the_main_branch_with_all_that_it_runs() -> None:
    review = load(ROOT / ".github/workflows/review.yml")
    assert list(review["on"]) == ["pull_request_target"]
    assert review["on"]["pull_request_target"]["branches"] == ["main"]
    for job in review["jobs"].values():
        (checkout,) = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert checkout["with"]["ref"] == "${{ github.sha }}"


def test_the_code_of_a_request_runs_without_any_right() -> None:
    code = (ROOT / ".github/workflows/code.yml").read_text(encoding="utf-8")
    assert load(ROOT / ".github/workflows/code.yml")["jobs"]["code"]["permissions"] == {"contents": "read"}
    assert not re.search(r"secrets|github\.token|pull_request_target|workflow_run", code)
    for path in PIPELINES:
        assert "variables" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_its_credentials_behind(path: Path) -> None:
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_the_token_of_gitlab_is_for_one_job_on_the_main_branch() -> None:
    pipeline = load(ROOT / ".gitlab-ci.yml")
    speaks = [name for name, job in pipeline.items() if name != "stages" and "environment" in job]
    assert speaks == ["写审核意见"]
    (rule,) = pipeline["写审核意见"]["rules"]
    assert rule == {"if": '$CI_PIPELINE_SOURCE == "trigger" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'}


def test_the_page_for_administrators_names_the_token_as_the_flow_does() -> None:
    job = load(ROOT / ".gitlab-ci.yml")["写审核意见"]
    page = (ROOT / "site_src/docs/help/administrators.md").read_text(encoding="utf-8")
    assert f"Environment scope 填 `{job['environment']['name']}`" in page
    assert "名称 `WUDAN_COMMENT_TOKEN`" in page
    review = load(ROOT / ".github/workflows/review.yml")["jobs"]["review"]["name"]
    assert f"Require status checks to pass（“{review}”" in page


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.name)
def test_on_gitee_only_the_number_of_a_request_is_named_in_a_script(path: Path) -> None:
    """Whether a variable is written into the script or given to the shell is not documented there."""
    scripts = [line for stage in load(path)["stages"] for step in stage["steps"] for line in step["script"]]
    assert set(re.findall(r"GITEE_\w+", "\n".join(scripts))) <= {"GITEE_PULL_ID"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_rights_but_those_that_a_job_asks_for(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert writes <= ({"pull-requests"} if path.name == "review.yml" else set())


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


def test_a_comment_begins_with_the_mark_that_the_review_writes() -> None:
    assert handover.MARK == MARK


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


def test_the_token_that_fetches_a_request_is_given_to_git_and_to_nobody_else() -> None:
    steps = load(ROOT / ".github/workflows/review.yml")["jobs"]["review"]["steps"]
    (fetch,) = [step for step in steps if "TOKEN" in step.get("env", {})]
    (helper,) = re.findall(r"credential\.helper='([^']*)'", fetch["run"])
    asked = subprocess.run(
        ["git", "-c", f"credential.helper={helper}", "credential", "fill"],
        input="protocol=https\nhost=github.com\n\n", capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"], "TOKEN": "read only", "GIT_CONFIG_GLOBAL": os.devnull},
    )  # fmt: skip
    assert {"username=x-access-token", "password=read only"} <= set(asked.stdout.splitlines())
