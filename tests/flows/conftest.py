"""A forge with a small city, to which people make requests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dry_run.api import ForgeApi, served
from dry_run.repository import Repository, Request, published
from tests.support.root import ROOT
from tests.support.young_city import young_city

_PARTS = (
    ".ci", ".github", ".gitlab-ci.yml", ".workflow", "Makefile", "pyproject.toml", "requirements.lock", "scripts",
)  # fmt: skip
ITEM = "- {id: wjw-xk-001, name: 公共场所卫生许可, type: 行政许可, status: 在用}\n"
LIST = "catalog/approvals/wjw.yml"


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The project's own flows and tool, on the main branch of a forge, with a city of one item."""
    folder = tmp_path_factory.mktemp("forge")
    work = young_city(folder / "work")
    (work / "catalog" / "approvals").mkdir()
    (work / LIST).write_text(ITEM, encoding="utf-8")
    for part in _PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, work / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / part, work)
    return published(work, folder / "forge.git")


@pytest.fixture
def request_with(forge: Repository) -> Callable[..., Request]:
    """What makes a request: files by path, None for one that goes, under a branch and a title that somebody chose."""

    def ask(files: dict[str, str | None], branch: str = "work", title: str = "改名") -> Request:
        branch = f"{branch}-{len(list((forge.bare / 'refs').rglob('*')))}"
        forge.begin(branch)
        for name, text in files.items():
            path = forge.work / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if text.startswith("#!"):
                path.chmod(0o755)
        return forge.ask(7, title)

    return ask


@pytest.fixture
def api() -> Iterator[ForgeApi]:
    """The API of the forge, for request 7."""
    with served(ForgeApi(7, "")) as started:
        yield started


def ran(folder: Path) -> list[str]:
    """Give the marks that a text of a request would leave if it were run."""
    return sorted({path.name for path in folder.rglob("ran-*")})
