"""`make dry-run`: the flows on a request that changes one limit of the demo city, and what became of each step.

    python -m dry_run [--install] [WORD…]

A word chooses the flows in whose name it is. With `--install` the steps install the tool as they would on a forge,
which takes packages from the index, and the flows of code run `make check` and `make test` in full.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from dry_run.api import ForgeApi, served
from dry_run.gitee import run_pipeline
from dry_run.github import run_workflow
from dry_run.gitlab import run_merge_request_pipeline, run_webhook_pipeline
from dry_run.repository import Repository, Request, published
from dry_run.workplace import Workplace

ROOT = Path(__file__).parents[2]
_LIMIT = re.compile(r"(promised: \{count: )([0-9]+)")
Flow = Callable[[Repository, Request, Workplace, str], None]


def flows(root: Path) -> Mapping[str, Flow]:
    """Give every flow of a project by its name: what runs it on a request, given the address of an API."""
    workflows = sorted((root / ".github" / "workflows").glob("*.yml"))
    pipelines = sorted((root / ".workflow").glob("*.yml"))
    gitlab = root / ".gitlab-ci.yml"
    return {
        **{f"github {file.name}": partial(run_workflow, file) for file in workflows},
        "gitlab merge request": partial(run_merge_request_pipeline, gitlab),
        "gitlab webhook": partial(run_webhook_pipeline, gitlab),
        **{f"gitee {file.name}": partial(run_pipeline, file) for file in pipelines},
    }


def copy_project(root: Path, target: Path) -> None:
    """Copy the files of a project that git knows, as they are now, into a new folder."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")  # noqa: S603
    for name in filter(None, listed):
        if (root / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, target / name)


def main(arguments: list[str]) -> int:
    """Run the flows and print what happened. Gives 1 where a step failed, 2 where no flow was chosen."""
    words = [word for word in arguments if word != "--install"]
    failed = ran_any = 0
    with tempfile.TemporaryDirectory(prefix="wudan-dry-run-") as name:
        folder = Path(name)
        copy_project(ROOT, folder / "work")
        repository = published(folder / "work", folder / "forge.git")
        request = _sample(repository)
        for number, (title, flow) in enumerate(flows(folder / "work").items()):
            if words and not any(word in title for word in words):
                continue
            ran_any = 1
            place = Workplace(folder / str(number), installs="--install" in arguments)
            with served(ForgeApi(request.number, request.head)) as api:
                flow(repository, request, place, api.url)
            for ran in place.ran:
                print(f"{'ok    ' if ran.status == 0 else 'FAILED'} {title}: {ran.job}: {ran.step.splitlines()[0]}")
                failed += ran.status != 0
                if ran.status != 0:
                    print(ran.output)
            for text in api.texts:
                print(f"       {title}: {text.splitlines()[1]}")
    if not ran_any:
        print(f"没有这样的流程。No such flow. {'、'.join(flows(ROOT))}", file=sys.stderr)
        return 2
    return 1 if failed else 0


def _sample(repository: Repository) -> Request:
    """Make a request that shortens the first promised limit in the lists by a day."""
    repository.begin("shorter")
    for file in sorted((repository.work / "catalog" / "approvals").rglob("*.yml")):
        text = file.read_text(encoding="utf-8")
        shorter, places = _LIMIT.subn(lambda found: f"{found[1]}{int(found[2]) - 1}", text, count=1)
        if places:
            file.write_text(shorter, encoding="utf-8")
            break
    return repository.ask(7, "缩短一个承诺时限")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
