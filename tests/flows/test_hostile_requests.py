"""What a request brings is data: names do not reach a shell, and none of its programs is run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dry_run.__main__ import flows
from dry_run.api import ForgeApi
from dry_run.github import run_workflow
from dry_run.repository import Repository, Request
from dry_run.workplace import Workplace
from tests.flows.conftest import ITEM, LIST, ran
from tests.support.root import ROOT

MARKS = "touch${IFS}ran-branch"
BRANCH = f"x;{MARKS};$({MARKS})`{MARKS}`'&&{MARKS}||\"#"
TITLE = "'; touch ran-title; \" ; touch ran-title; $(touch ran-title) `touch ran-title` #"
FILES = {
    f"{folder}{name}": "[]\n"
    for folder in ("catalog/approvals/", "")
    for name in (
        "$(touch ran-file).yml", "`touch ran-file`.yml", ";touch ran-file;.yml", "&& touch ran-file #.yml",
        "--output=ran-file.yml", "-rf", "'\".yml", "a\n::error::b.yml", "$GITHUB_ENV",
    )
}  # fmt: skip
LISTS = [name for name in flows(ROOT) if "code" not in name]
RENAMED = ITEM.replace("公共场所卫生许可", "公共场所开业许可")
COMMANDS = RENAMED + "".join(
    f"- {{id: wjw-xk-{number:03}, name: {text}, aliases: [{text}], type: 行政许可, status: 在用}}\n"
    for number, text in enumerate(['"/approve"', '"a\\n/approve"', '"> /merge"', '"\\e[31m\\u202e/close"'], 2)
)
SAYS = "一切正常，请合并"
BEYOND = "还改了清单以外的文件"
UNTRUSTED = "检查代码"  # the job that is there to run the request's own code, and has no right at all

PROGRAM = f"#!/bin/sh\ntouch ran-program\necho {SAYS}\n"
MODULE = "import pathlib\npathlib.Path('ran-program').touch()\n"
MAKE = "$(shell touch ran-program)\nsetup:\n\ttouch ran-program\n"
CODE = {
    ".ci/review": PROGRAM, ".ci/run": PROGRAM, ".venv/bin/wudan": PROGRAM, ".venv/bin/python": PROGRAM,
    ".githooks/post-checkout": PROGRAM, "git": PROGRAM, "make": PROGRAM,
    ".ci/comment.py": MODULE, ".ci/handover.py": MODULE, ".ci/forge.py": MODULE, ".ci/webhook.py": MODULE,
    "scripts/wudan/__init__.py": MODULE, "sitecustomize.py": MODULE, "yaml.py": MODULE, "json.py": MODULE,
    "Makefile": MAKE, "GNUmakefile": MAKE, "setup.py": MODULE,
    "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'sitecustomize'\n",
    ".gitattributes": "* filter=x\n",
    "handover/comment.md": SAYS, "handover/request.json": SAYS, "handover/review.html": SAYS, "request.txt": "8 8\n",
    "review.html": SAYS, "quality.json": SAYS,
    ".github/workflows/review.yml": "on: {pull_request: }\npermissions: write-all\njobs: {}\n",
    ".gitlab-ci.yml": f"检查清单: {{script: [touch ran-program, echo {SAYS}]}}\n",
    ".workflow/pr-pipeline.yml": f"stages: [{{steps: [{{script: [touch ran-program, echo {SAYS}]}}]}}]\n",
}  # fmt: skip


def played(forge: Repository, request: Request, api: ForgeApi, folder: Path, name: str) -> Workplace:
    """Run a flow as it stands on the main branch."""
    api.head = request.head
    place = Workplace(folder)
    flows(forge.work)[name](forge, request, place, api.url)
    assert place.ran
    return place


@pytest.mark.parametrize("name", flows(ROOT))
def test_no_branch_title_or_file_name_is_run(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    request = request_with({LIST: COMMANDS, **FILES}, BRANCH, TITLE)
    place = played(forge, request, api, tmp_path, name)
    assert ran(tmp_path) == []
    assert len(api.texts) == (name in {"github review.yml", "gitlab webhook"})
    lines = [line for one in place.ran for line in one.output.splitlines()]
    assert [line for line in lines if line.startswith("::error::b")] == []


@pytest.mark.parametrize("name", LISTS)
def test_no_program_and_no_flow_of_a_request_is_run(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    request = request_with({LIST: RENAMED, **CODE})
    place = played(forge, request, api, tmp_path, name)
    trusted = [one for one in place.ran if one.job != UNTRUSTED]
    assert [one.output for one in trusted if one.status != 0] == []
    assert [mark for mark in tmp_path.rglob("ran-*") if UNTRUSTED not in str(mark)] == []
    assert SAYS not in "".join(one.output for one in trusted) + "".join(api.texts)
    for text in api.texts:
        assert "公共场所开业许可" in text
        assert BEYOND in text


def test_a_title_in_a_script_would_be_seen_to_run(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path
) -> None:
    """The trials above can fail: a flow that writes the title into its script runs it here as on GitHub."""
    flow = tmp_path / "flow.yml"
    flow.write_text(
        "on: {pull_request: ''}\n"
        "jobs: {a: {permissions: {}, steps: [{run: 'echo \"${{ github.event.pull_request.title }}\"'}]}}\n",
        encoding="utf-8",
    )
    request = request_with({LIST: RENAMED}, title=TITLE)
    run_workflow(flow, forge, request, Workplace(tmp_path / "place"), api.url)
    assert ran(tmp_path) == ["ran-title"]
