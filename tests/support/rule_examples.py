"""The examples of the rules: files in `tests/rules/` that become tests by being there.

`<CODE>/bad-….yml` and `<CODE>/good-….yml` stand for `catalog/approvals/wjw.yml` of a small city; a bad one begins with
lines such as `# expect: S003 12:9`. A folder is laid over that city as it is, and says in `expect.txt` what is
expected: `S003 approvals/wjw.yml:12:9`. A file `as.txt` in it names the department that submits; a folder `before` is
laid over the city as it was before, so that the case is the change.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.support.root import ROOT

RULES = ROOT / "tests" / "rules"
CITY = RULES / "city"
DEFAULT_FILE = "approvals/wjw.yml"


@dataclass(frozen=True)
class Case:
    path: Path
    code: str

    @property
    def name(self) -> str:
        return f"{self.code}/{self.path.name}"

    @property
    def is_good(self) -> bool:
        return self.path.name.startswith("good-")

    def expected(self) -> list[tuple[str, str, int, int]]:
        """Give code, file, line and column of every finding that is expected, in order."""
        if self.path.is_dir():
            file = self.path / "expect.txt"
            lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
            found = [re.fullmatch(r"(\w+) (.+):(\d+):(\d+)", line) for line in lines]
        else:
            text = self.path.read_text(encoding="utf-8")
            found = list(re.finditer(r"^# expect: (\w+) ()(\d+):(\d+)$", text, re.MULTILINE))
        return sorted(
            (match[1], match[2] or DEFAULT_FILE, int(match[3]), int(match[4])) for match in found if match is not None
        )

    @property
    def submitter(self) -> str | None:
        """The department that submits, where the case names one."""
        file = self.path / "as.txt"
        return file.read_text(encoding="utf-8").strip() if self.path.is_dir() and file.exists() else None

    def lay_out_before(self, folder: Path) -> Path | None:
        """Write the city as it was before, where the case is a change, and give its catalog folder."""
        if not (self.path / "before").is_dir():
            return None
        catalog = folder / "before" / "catalog"
        shutil.copytree(CITY, catalog)
        shutil.copytree(self.path / "before", catalog, dirs_exist_ok=True)
        return catalog

    def lay_out(self, folder: Path) -> Path:
        """Write the city with this case in it, and give its catalog folder."""
        catalog = folder / "catalog"
        shutil.copytree(CITY, catalog)
        if self.path.is_dir():
            own = shutil.ignore_patterns("expect.txt", "as.txt", "before")
            shutil.copytree(self.path, catalog, dirs_exist_ok=True, symlinks=True, ignore=own)
        else:
            shutil.copyfile(self.path, catalog / DEFAULT_FILE)
        return catalog


def all_cases() -> list[Case]:
    return [
        Case(path, folder.name)
        for folder in sorted(RULES.iterdir())
        if re.fullmatch("[A-Z][0-9]{3}", folder.name)
        for path in sorted(folder.iterdir())
        if path.name.startswith(("good-", "bad-"))
    ]
