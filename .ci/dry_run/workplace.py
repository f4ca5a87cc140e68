"""Where steps run: a shell with a clean environment, and a `make` that installs nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_SECONDS = 3600
# What `make` would run is said by the real one; `setup` gets a stand-in that runs the tool of the folder it stands in,
# with the libraries of the Python that runs this.
_MAKE = """\
#!/bin/sh
set -e
{make} --dry-run "$@" > {log}
[ "$*" = setup ] || exit 0
mkdir -p .venv/bin
cat > .venv/bin/wudan <<'END'
#!/bin/sh
PYTHONPATH="$(cd "$(dirname "$0")/../../scripts" && pwd)" exec {python} -P -m wudan "$@"
END
chmod +x .venv/bin/wudan
"""


@dataclass(frozen=True)
class Ran:
    """A step that was run: of which job, what it is called, its exit status, and all that it printed."""

    job: str
    step: str
    status: int
    output: str


@dataclass
class Workplace:
    """A folder in which jobs have their workspaces, and what was run there so far.

    With `installs`, `make` is the real one, which takes packages from the index.
    """

    folder: Path
    installs: bool = False
    ran: list[Ran] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay out what every job finds here."""
        (self.folder / "home").mkdir(parents=True, exist_ok=True)
        (self.folder / "bin").mkdir(exist_ok=True)
        make = shutil.which("make")
        if make and not self.installs:
            stand_in = self.folder / "bin" / "make"
            stand_in.write_text(_MAKE.format(make=make, python=sys.executable, log=self.folder / "make.log"))
            stand_in.chmod(0o755)

    def workspace(self, job: str) -> Path:
        """Give an empty folder for a job."""
        folder = self.folder / f"job-{len(list(self.folder.glob('job-*')))}-{job}"
        folder.mkdir()
        return folder

    def run(self, job: str, step: str, script: str, folder: Path, environment: Mapping[str, str], *shell: str) -> bool:
        """Run a script with nothing but the environment given, and say whether it succeeded."""
        basic = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
        }
        done = subprocess.run(  # noqa: S603
            [*shell, "-c", script],
            cwd=folder, env=basic | dict(environment), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=_SECONDS, check=False,
        )  # fmt: skip
        self.ran.append(Ran(job, step, done.returncode, done.stdout.decode("utf-8", "replace")))
        return done.returncode == 0
