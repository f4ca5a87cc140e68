"""Plays Gitee Go, as far as its documentation tells of it."""

import re
from pathlib import Path

from dry_run.flow_file import load
from dry_run.repository import Repository, Request, git
from dry_run.workplace import Workplace

_VARIABLE = re.compile(r"\$\{(GITEE_\w+)\}|\$(GITEE_\w+)")


def run_pipeline(file: Path, repository: Repository, request: Request, place: Workplace, _api: str) -> None:
    """Run every step of a pipeline, in a clone that stands on the request's commit.

    Whether Gitee writes its variables into a script or gives them to the shell is not documented. The first is the
    worse, so it is played.
    """
    given = {
        "GITEE_BRANCH": "main",
        "GITEE_COMMIT": request.base,
        "GITEE_COMMIT_MESSAGE": request.title,
        "GITEE_PULL_ID": str(request.number),
        "GITEE_REPO": "wudan",
        "GITEE_SOURCE_BRANCH": request.branch,
        "GITEE_SOURCE_COMMIT": request.head,
    }
    for stage in load(file)["stages"]:
        for step in stage["steps"]:
            folder = place.workspace(step["name"])
            git(
                folder,
                "clone",
                "--quiet",
                "--no-checkout",
                "--depth=1",
                "--branch",
                request.branch,
                repository.url,
                ".",
            )
            git(folder, "checkout", "--quiet", "--detach", request.head)
            script = _VARIABLE.sub(lambda found: given[found[1] or found[2]], "\n".join(step["script"]))
            if not place.run(stage["name"], step["name"], script, folder, given, "bash", "-e"):
                return
