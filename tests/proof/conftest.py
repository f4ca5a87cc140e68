"""A city with two signed editions and its signed site, made once by the commands that people use, and copied."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.city import city, days, lay_out
from tests.support.command import wudan
from tests.support.project import make_project
from tests.support.repository import commit, git
from tests.support.signing import make_key, signer_line

APPROVED = ("--document", "新密政文〔2015〕45号", "--approved-by", "新密市人民政府")
FIRST, SECOND = ("r2015-12", "2015-12-25"), ("r2016-03", "2016-03-01")


@dataclass(frozen=True)
class City:
    """The project of a city, the site built from it, and the keys that never lie in it."""

    folder: Path
    keys: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def releases(self) -> Path:
        return self.folder / "catalog" / "releases"

    def run(self, *arguments: str | Path, code: int = 0) -> str:
        done = wudan(*arguments, folder=self.folder)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def release(self, edition: tuple[str, str], *more: str | Path, code: int = 0) -> str:
        identity, day = edition
        said = self.run("release", identity, *APPROVED, "--on", day, *more, code=code)
        if code == 0:
            commit(self.folder)
        return said

    def verify(self, *arguments: str | Path, code: int = 0) -> "Verified":
        return Verified(json.loads(self.run("verify", *arguments, "--format", "json", code=code)))


@dataclass(frozen=True)
class Verified:
    """What `wudan verify` told a program."""

    told: Any

    @property
    def summary(self) -> str:
        return str(self.told["summary"]["text"])

    def of(self, outcome: str) -> list[str]:
        return [check["message"] for check in self.told["checks"] if check["outcome"] == outcome]


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> City:
    made = City(tmp_path_factory.mktemp("proof") / "city", tmp_path_factory.mktemp("keys"))
    make_project(made.folder, ())
    (made.folder / "catalog" / "approvals" / "wjw.yml").unlink()
    lists = city()
    lay_out(lists, made.folder)
    git(made.folder, "init", "--quiet")
    (made.folder / ".gitignore").write_text("site/\n", encoding="utf-8")
    key = make_key(made.keys, "reviewer")
    made.releases.mkdir()
    (made.releases / "allowed_signers").write_text(signer_line(key), encoding="utf-8")
    commit(made.folder)
    made.release(FIRST, "--sign", key)
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(5)
    lay_out(lists, made.folder)
    made.release(SECOND, "--sign", key)
    made.run("build", "--sign", key)
    return made


@pytest.fixture
def signed(_made: City, tmp_path: Path) -> City:
    """A copy to do with as one likes."""
    return City(Path(shutil.copytree(_made.folder, tmp_path / "city", symlinks=True)), _made.keys)


@pytest.fixture
def site_alone(_made: City, tmp_path: Path) -> City:
    """What a citizen has: the site, without catalog and repository."""
    shutil.copytree(_made.site, tmp_path / "home" / "site")
    return City(tmp_path / "home", _made.keys)
