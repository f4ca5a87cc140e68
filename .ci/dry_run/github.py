"""Plays GitHub: the jobs of a workflow for one request."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dry_run.flow_file import load
from dry_run.repository import Repository, Request, git
from dry_run.workplace import Workplace

_EXPRESSION = re.compile(r"\$\{\{ ([a-z_]+(?:\.[a-z_]+)*) \}\}")
_ALWAYS = {"always()", "!cancelled()"}


def run_workflow(file: Path, repository: Repository, request: Request, place: Workplace, api: str) -> None:
    """Run every job of a workflow file, in the order in which they stand. Raises ValueError for what is not played."""
    flow = load(file)
    (event,) = [name for name in flow["on"] if name.startswith("pull_request")]
    artifacts = place.folder / "artifacts"
    succeeded: dict[str, bool] = {}
    for name, job in flow["jobs"].items():
        needed = job.get("needs", [])
        needs = [needed] if isinstance(needed, str) else needed
        if not all(succeeded[one] for one in needs) and job.get("if") not in _ALWAYS:
            continue
        rights = ",".join(sorted(f"{right}:{level}" for right, level in job["permissions"].items()))
        context = _context(event, repository, request, f"token with {rights}", api)
        context["matrix"] = {key: values[0] for key, values in job.get("strategy", {}).get("matrix", {}).items()}
        succeeded[name] = _Job(name, job, context, repository, place, place.workspace(name), artifacts).run()


def _context(event: str, repository: Repository, request: Request, token: str, api: str) -> dict[str, Any]:
    """Give what expressions may name. `pull_request` would check out the merge; its head is near enough here."""
    trusted = event == "pull_request_target"
    base, head = {"ref": "main", "sha": request.base}, {"ref": request.branch, "sha": request.head}
    pull_request = {"number": str(request.number), "title": request.title, "base": base, "head": head}
    return {
        "github": {
            "sha": repository.main if trusted else request.head,
            "ref": "refs/heads/main" if trusted else f"refs/pull/{request.number}/merge",
            "token": token,
            "server_url": "https://github.example",
            "api_url": api,
            "repository": "xinmi/wudan",
            "run_id": "1",
            "event_name": event,
            "event": {"pull_request": pull_request},
        }
    }


@dataclass(frozen=True)
class _Job:
    """One job with its own workspace."""

    name: str
    job: Mapping[str, Any]
    context: Mapping[str, Any]
    repository: Repository
    place: Workplace
    workspace: Path
    artifacts: Path

    def run(self) -> bool:
        """Run the steps: after one has failed, only those that run always. Gives whether all succeeded."""
        is_well = True
        for number, step in enumerate(self.job["steps"], 1):
            if is_well or step.get("if") in _ALWAYS:
                title = step.get("name") or step.get("run") or step["uses"].split("@")[0]
                did = self._run(step, title) if "run" in step else self._use(step)
                is_well = is_well and did
            elif "if" in step:
                raise ValueError(f"{self.name}, step {number}: the condition {step['if']} is not played")
        return is_well

    def _run(self, step: Mapping[str, Any], title: str) -> bool:
        github = self.context["github"]
        given = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": github["api_url"],
            "GITHUB_BASE_REF": github["event"]["pull_request"]["base"]["ref"],
            "GITHUB_EVENT_NAME": github["event_name"],
            "GITHUB_HEAD_REF": github["event"]["pull_request"]["head"]["ref"],
            "GITHUB_REF": github["ref"],
            "GITHUB_REPOSITORY": github["repository"],
            "GITHUB_SHA": github["sha"],
            "GITHUB_WORKSPACE": str(self.workspace),
        }
        chosen = {**self.job.get("env", {}), **step.get("env", {})}
        environment = given | {name: self._written(value) for name, value in chosen.items()}
        folder = self.workspace / step.get("working-directory", ".")
        # GitHub writes values of expressions into a script before any shell reads it, and so does this.
        return self.place.run(self.name, title, self._written(step["run"]), folder, environment, "bash", "-e")

    def _use(self, step: Mapping[str, Any]) -> bool:
        """Do what an action would do. Raises ValueError for one that is not played."""
        options = {key: self._written(value) for key, value in step.get("with", {}).items()}
        match step["uses"].split("@")[0]:
            case "actions/checkout":
                self._check_out(options)
            case "actions/upload-artifact":
                shutil.copytree(self.workspace / options["path"], self.artifacts / options["name"])
            case "actions/download-artifact":
                shutil.copytree(self.artifacts / options["name"], self.workspace / options["path"])
            case "actions/setup-python":
                pass  # Python is there
            case action:
                raise ValueError(f"{self.name}: the action {action} is not played")
        return True

    def _check_out(self, options: Mapping[str, str]) -> None:
        git(self.workspace, "init", "--quiet")
        git(self.workspace, "remote", "add", "origin", self.repository.url)
        wanted = options.get("ref", self.context["github"]["sha"])
        depth = [] if options.get("fetch-depth") == "0" else ["--depth=1"]
        git(self.workspace, "fetch", "--quiet", *depth, "origin", wanted)
        git(self.workspace, "checkout", "--quiet", "--detach", wanted)

    def _written(self, text: str) -> str:
        """Give a text with its expressions replaced. Raises ValueError for one that names nothing."""

        def value(found: re.Match[str]) -> str:
            value: Any = self.context
            for key in found[1].split("."):
                if not isinstance(value, Mapping) or key not in value:
                    raise ValueError(f"{self.name}: nothing is called {found[1]}")
                value = value[key]
            return str(value)

        written = _EXPRESSION.sub(value, text)
        if "${{" in _EXPRESSION.sub("", text):
            raise ValueError(f"{self.name}: an expression in {text!r} is not played")
        return written
