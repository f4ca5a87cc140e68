"""What the system does to a command: a full disk, no permission, a locale that knows no Chinese."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.project import assert_whole, make_project, tree

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2  # linux/prctl.h, linux/capability.h


Before = Callable[[], None] | None


def run(
    folder: Path,
    *arguments: str,
    stdout: int = subprocess.PIPE,
    environment: dict[str, str] | None = None,
    before: Before = None,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "wudan", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})},
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        preexec_fn=before,
    )


def bound_by_permissions() -> None:
    """Take from root, where the tests run as root, the right to pass over the permissions of files."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0


def no_larger_than(size: int) -> Before:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    made = make_project(tmp_path / "city", ("公共场所卫生许可", "医疗机构设置审批"))
    yield made
    for path in (made, *made.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is built already, to be copied."""
    made = make_project(tmp_path_factory.mktemp("published") / "city", ("公共场所卫生许可", "医疗机构设置审批"))
    assert run(made, "build", "--preview").returncode == 0
    return made


COMMANDS = (
    ("check",), ("check", "--format", "json"), ("stats",), ("explain", "S001"), ("schema", "approvals"),
    ("fmt", "--check"),
    ("codeowners", "--reviewers", "@a", "--team", "@{id}"), ("--help",),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_standard_output_is_told(project: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(project, *command, stdout=full.fileno())

    assert done.returncode == 3, done.stderr.decode()
    assert done.stderr.decode().startswith("磁盘已满")
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_site_that_is_published_counts_though_nobody_can_be_told(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(project, "build", "--preview", stdout=full.fileno())

    assert done.returncode == 0, done.stderr.decode()
    assert_whole(project / "site")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}]
)
def test_chinese_is_written_whatever_the_locale_says(project: Path, locale: dict[str, str]) -> None:
    found = run(project, "check", environment=locale)
    refused = run(project, "check", "nowhere", environment=locale)

    assert found.stdout == run(project, "check", environment={"PYTHONUTF8": "1"}).stdout
    assert "查了" in found.stdout.decode("utf-8")
    assert refused.returncode == 3
    assert refused.stderr.decode("utf-8").startswith("找不到目录文件夹")


def test_a_file_that_may_not_be_read_is_named(project: Path) -> None:
    (project / "catalog/departments.yml").chmod(0)

    done = run(project, "check", before=bound_by_permissions)

    assert done.returncode == 3
    assert "departments.yml：没有权限。" in done.stderr.decode()


def test_a_folder_that_may_not_be_read_is_named(project: Path) -> None:
    (project / "catalog/approvals").chmod(0)

    done = run(project, "check", "--lang", "en", before=bound_by_permissions)

    assert done.returncode == 3
    assert "approvals: no permission" in done.stderr.decode()


@pytest.mark.parametrize("command", [("fmt",), ("check", "--fix")], ids=" ".join)
def test_a_folder_that_may_not_be_written_to_is_named_and_keeps_its_files(
    project: Path, command: tuple[str, ...]
) -> None:
    (project / "catalog/approvals").chmod(0o555)
    before = tree(project / "catalog")

    done = run(project, *command, before=bound_by_permissions)

    assert done.returncode == 3, done.stderr.decode()
    assert "没有权限" in done.stderr.decode()
    assert tree(project / "catalog") == before


@pytest.mark.parametrize("size", [0, 2_000, 20_000, 100_000])
def test_a_build_that_may_not_write_enough_leaves_the_site_before(published: Path, tmp_path: Path, size: int) -> None:
    project = shutil.copytree(published, tmp_path / "city", symlinks=True)
    before = tree(project)

    done = run(project, "build", "--preview", before=no_larger_than(size))

    assert done.returncode == 1, done.stderr.decode()
    assert "允许的文件大小" in done.stderr.decode()
    assert "原来的网站没有改动" in done.stderr.decode()
    assert tree(project) == before


def test_fmt_that_may_not_write_enough_leaves_every_file_whole(project: Path) -> None:
    before = tree(project)

    done = run(project, "fmt", before=no_larger_than(10))

    assert done.returncode == 3, done.stderr.decode()
    assert tree(project) == before
