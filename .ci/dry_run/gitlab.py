"""Plays GitLab: the pipeline of a merge request, and the one that a webhook starts on the main branch."""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dry_run.flow_file import load
from dry_run.repository import Repository, Request, git
from dry_run.workplace import Workplace

_VARIABLE = re.compile(r"\$(\w+)")
_CONDITION = re.compile(r'\$(\w+) == (?:"([^"]*)"|\$(\w+))')
TOKEN = "project access token"  # noqa: S105 (the name of one)
_TOKEN_ENVIRONMENT = "review-comment"  # noqa: S105


def run_merge_request_pipeline(
    file: Path, repository: Repository, request: Request, place: Workplace, _api: str
) -> None:
    """Run the pipeline of a merge request: on the request's commit, with no protected variable."""
    given = _given(repository, request.head) | {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_COMMIT_MESSAGE": request.title,
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(repository.bare, "merge-base", request.base, request.head),
        "CI_MERGE_REQUEST_IID": str(request.number),
        "CI_MERGE_REQUEST_TITLE": request.title,
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": request.branch,
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    _Pipeline(given, repository, place).run(load(file), repository.changed(request))


def run_webhook_pipeline(
    file: Path, repository: Repository, request: Request, place: Workplace, api: str, **attributes: Any
) -> None:
    """Run what the webhook of a merge request starts: a pipeline on main, for which the token is there.

    `attributes` are put in the place of those that GitLab would send.
    """
    event = {
        "object_kind": "merge_request",
        "object_attributes": {
            "iid": request.number,
            "state": "opened",
            "title": request.title,
            "source_branch": request.branch,
            "target_branch": "main",
            "last_commit": {"id": request.head, "message": request.title},
            **attributes,
        },
    }
    payload = place.folder / "payload.json"
    payload.write_text(json.dumps(event, ensure_ascii=False), encoding="utf-8")
    given = _given(repository, repository.main) | {
        "CI_PIPELINE_SOURCE": "trigger",
        "CI_COMMIT_BRANCH": "main",
        "CI_API_V4_URL": api,
        "TRIGGER_PAYLOAD": str(payload),
    }
    _Pipeline(given, repository, place, TOKEN).run(load(file), [])


def _given(repository: Repository, commit: str) -> dict[str, str]:
    return {
        "GITLAB_CI": "true",
        "CI_COMMIT_SHA": commit,
        "CI_DEFAULT_BRANCH": "main",
        "CI_PROJECT_ID": "1",
        "CI_REPOSITORY_URL": repository.url,
    }


@dataclass(frozen=True)
class _Pipeline:
    """One pipeline: the variables that GitLab gives to all of its jobs, and the token for the one that may speak."""

    given: Mapping[str, str]
    repository: Repository
    place: Workplace
    token: str = ""

    @property
    def artifacts(self) -> Path:
        """Where what a job hands on lies in between."""
        return self.place.folder / "artifacts"

    def run(self, flow: Mapping[str, Any], changed: list[str]) -> None:
        """Run the jobs that the rules choose, stage by stage; after a failure no further stage."""
        jobs = {name: job for name, job in flow.items() if name != "stages"}
        for stage in flow["stages"]:
            done = [
                self._did(name, job)
                for name, job in jobs.items()
                if job["stage"] == stage and _is_chosen(job["rules"], self.given, changed)
            ]
            if not all(done):
                return

    def _did(self, name: str, job: Mapping[str, Any]) -> bool:
        """Run a job in a fresh clone, and say whether it succeeded."""
        folder = self.place.workspace(name)
        git(folder, "clone", "--quiet", "--no-checkout", self.repository.url, ".")
        git(folder, "fetch", "--quiet", "origin", self.given["CI_COMMIT_SHA"])
        git(folder, "checkout", "--quiet", "--detach", self.given["CI_COMMIT_SHA"])
        if self.artifacts.is_dir() and "needs" in job:
            shutil.copytree(self.artifacts, folder, dirs_exist_ok=True)
        script = "\n".join(job["script"])
        did = self.place.run(name, "script", script, folder, self._environment(job), "bash", "-eo", "pipefail")
        for path in job.get("artifacts", {}).get("paths", []):
            if (folder / path).is_dir():
                shutil.copytree(folder / path, self.artifacts / path)
        return did

    def _environment(self, job: Mapping[str, Any]) -> Mapping[str, str]:
        """Give a job's variables. One with an environment's scope is given to the jobs of that environment alone."""
        own = {
            name: _VARIABLE.sub(lambda found: self.given[found[1]], text)
            for name, text in job.get("variables", {}).items()
        }
        may_speak = bool(self.token) and job.get("environment", {}).get("name") == _TOKEN_ENVIRONMENT
        return {**self.given, **own, **({"WUDAN_COMMENT_TOKEN": self.token} if may_speak else {})}


def _is_chosen(rules: list[Mapping[str, Any]], given: Mapping[str, str], changed: list[str]) -> bool:
    return any(
        _holds(rule["if"], given)
        and ("changes" not in rule or any(_matches(pattern, path) for pattern in rule["changes"] for path in changed))
        for rule in rules
    )


def _holds(condition: str, given: Mapping[str, str]) -> bool:
    """Say whether a condition of a rule holds. Raises ValueError for one that is not played."""
    for part in condition.split(" && "):
        found = _CONDITION.fullmatch(part)
        if not found:
            raise ValueError(f"the condition {part} is not played")
        if given.get(found[1], "") != (given.get(found[3], "") if found[3] else found[2]):
            return False
    return True


def _matches(pattern: str, path: str) -> bool:
    folder = pattern.removesuffix("/**/*")
    return "/" not in path if pattern == "*" else path.startswith(f"{folder}/")
