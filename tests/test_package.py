"""What is built for others: an sdist and a wheel that are whole, a core that works alone, a city built far from here.

Nothing is downloaded: the build uses this environment (no isolation), pip installs the wheel without its dependencies,
and these are lent by this environment, for the core exactly those that requirements-core.lock names. So the tests hold
what the package brings and which libraries it needs, not that an index has them.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.support.repository import git
from tests.support.root import ROOT
from wudan.new_city.packing import source_date

BUILT = ("scripts", "site_src", "pyproject.toml", "mkdocs.yml", "README.md", "LICENSE", "MANIFEST.in")
LEFT_BEHIND = ("__pycache__", "*.egg-info")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
ENVIRONMENT |= {"SOURCE_DATE_EPOCH": "1450000000"}  # any second that is not that of the files


def run(*command: str | Path, folder: Path, umask: int = -1) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without what PYTHONPATH would lend it."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        umask=umask,
    )


def sources() -> set[str]:
    """Give the files of the package and of the site, by their path in the checkout."""
    paths = [path for folder in ("scripts/wudan", "site_src") for path in (ROOT / folder).rglob("*")]
    kept = [path for path in paths if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(ROOT).as_posix() for path in kept} | {"mkdocs.yml"}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sdist(checkout(tmp_path_factory.mktemp("checkout")))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the sdist, as an installer does that finds no wheel."""
    folder = tmp_path_factory.mktemp("unpacked")
    shutil.unpack_archive(sdist, folder, filter="data")
    (source,) = folder.iterdir()
    return build_wheel(source)


def checkout(folder: Path) -> Path:
    """Copy what is packed into a folder, and give that."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in BUILT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def build_sdist(folder: Path, umask: int = 0o022) -> Path:
    build = "from setuptools import build_meta as b; b.build_sdist('dist')"
    done = run(sys.executable, "-c", build, folder=folder, umask=umask)
    assert done.returncode == 0, done.stderr
    (archive,) = (folder / "dist").glob("*.tar.gz")
    return archive


def build_wheel(folder: Path, umask: int = 0o022) -> Path:
    build = "from setuptools import build_meta as b; b.build_wheel('dist')"
    done = run(sys.executable, "-c", build, folder=folder, umask=umask)
    assert done.returncode == 0, done.stderr
    (archive,) = (folder / "dist").glob("*.whl")
    return archive


def environment(folder: Path, wheel: Path) -> Path:
    """Make an environment with the wheel and nothing else, and give its folder of packages."""
    assert run(sys.executable, "-m", "venv", "--without-pip", folder, folder=ROOT).returncode == 0
    done = run(
        sys.executable,
        *("-m", "pip", "--python", folder / "bin" / "python", "install", "--quiet", "--no-index", "--no-deps", wheel),
        folder=folder,
    )
    assert done.returncode == 0, done.stderr
    (packages,) = folder.glob("lib/python*/site-packages")
    return packages


@pytest.fixture(scope="module")
def everything(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("everything") / "venv"
    packages = environment(folder, wheel)
    lent = {str(Path(str(distribution(name).locate_file("")))) for name in ("mkdocs", "numpy", "typer")}
    (packages / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    return folder / "bin" / "wudan"


@pytest.fixture(scope="module")
def core(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("core") / "venv"
    packages = environment(folder, wheel)
    for part in {part for lent in core_distributions() for part in top_level(lent)}:
        (packages / part.name).symlink_to(part)
    return folder / "bin" / "wudan"


def core_distributions() -> list[Distribution]:
    """Give what requirements-core.lock names, as far as it is meant for this system."""
    found = []
    text = (ROOT / "requirements-core.lock").read_text(encoding="utf-8")
    for name, marker in re.findall(r"^([a-z0-9-]+)==[^ ]+( ;)?", text, re.MULTILINE):
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            assert marker, f"{name} is locked and not installed"
    return found


def top_level(lent: Distribution) -> set[Path]:
    """Give the folders and modules that a distribution put into the folder of packages."""
    names = {file.parts[0] for file in lent.files or ()} - {"..", "__pycache__"}
    return {Path(str(lent.locate_file(name))) for name in names}


@pytest.fixture
def city(core: Path, tmp_path: Path) -> Path:
    done = run(core, "init", "city", "--name", "青河市", "--code", "999901", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path / "city"


def test_an_sdist_holds_every_file_of_the_package_and_of_the_site(sdist: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(sdist, tmp_path, filter="data")
    (top,) = tmp_path.iterdir()
    assert {path for path in sources() if not (top / path).is_file()} == set()


def test_a_wheel_from_the_sdist_holds_every_file_of_the_package_and_of_the_site(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted = {
        path.removeprefix("scripts/") if path.startswith("scripts/") else f"wudan/new_city/{path}" for path in sources()
    }
    assert wanted - packed == set()
    assert {path for path in packed if ".dist-info/" not in path} - wanted == set()


def test_the_same_sources_are_packed_into_the_same_bytes_elsewhere_and_later(
    sdist: Path, wheel: Path, tmp_path: Path
) -> None:
    """Held against each other: another folder, day, umask and permissions, and a wheel that no sdist stands between."""
    other = checkout(tmp_path / "another" / "place")
    for path in [other, *other.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (time.time() - 86400,) * 2)

    again = build_sdist(other, umask=0o077)
    shutil.rmtree(other / "build", ignore_errors=True)

    assert again.name == sdist.name
    assert again.read_bytes() == sdist.read_bytes()
    assert build_wheel(other, umask=0o002).read_bytes() == wheel.read_bytes()


def test_what_is_packed_bears_the_time_of_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "pyproject.toml").touch()
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "x", GIT_COMMITTER_DATE="1448841600 +0800")

    assert source_date(tmp_path) == 1448841600

    shutil.rmtree(tmp_path / ".git")
    os.utime(tmp_path / "pyproject.toml", (1450000000,) * 2)
    assert source_date(tmp_path) == 1450000000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    assert source_date(tmp_path) == 7


def test_a_city_is_made_and_built_outside_the_checkout(everything: Path, tmp_path: Path) -> None:
    assert run(everything, "init", "city", folder=tmp_path).returncode == 0
    built = run(everything, "build", folder=tmp_path / "city")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "city" / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    "arguments", [("check",), ("fmt", "--check"), ("explain", "T001"), ("diff", "catalog"), ("schema", "approvals")]
)
def test_the_core_alone_does_what_a_hook_needs(core: Path, city: Path, arguments: tuple[str, ...]) -> None:
    done = run(core, *arguments, folder=city)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_core_alone_says_why_a_record_breaks_its_schema(core: Path, city: Path) -> None:
    (city / "catalog" / "approvals" / "wjw.yml").write_text("- id: wjw-xk-001\n  nmae: 设立诊所\n", encoding="utf-8")
    done = run(core, "check", folder=city)
    assert done.returncode == 1
    assert "nmae" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (("build",), "site"),
        (("serve",), "site"),
        (("stats",), "figures"),
        (("diff", "catalog", "--format", "xlsx", "--out", "changes.xlsx"), "tables"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_command_without_its_extra_names_the_line_that_installs_it(
    core: Path, city: Path, arguments: tuple[str, ...], extra: str, language: str
) -> None:
    done = run(core, *arguments, "--lang", language, folder=city)
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == f"  pip install 'wudan[{extra}]'"
    assert ("还没有安装" if language == "zh" else "is not installed") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_department_without_its_extra_names_the_line_that_installs_it(core: Path, city: Path) -> None:
    (city / "table.csv").write_text("部门,项目名称,事项类型\n卫生局,诊所设置审批,行政许可\n", encoding="utf-8")
    done = run(core, "import", "table.csv", "--list", "approvals", folder=city)
    assert done.returncode == 3, done.stdout
    assert done.stderr.splitlines()[-1] == "  pip install 'wudan[tables]'"


def test_the_lock_of_the_core_is_a_part_of_the_lock() -> None:
    """One version everywhere: what a hook runs with is what the tests have run with."""
    core, every = (
        set(re.findall(r"^[a-z].*?(?= \\$)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements-core.lock", "requirements.lock")
    )
    assert core
    assert {line.split(" ;")[0] for line in core} <= {line.split(" ;")[0] for line in every}


@pytest.mark.parametrize("name", ["requirements-core.lock", "requirements.lock"])
def test_a_lock_names_hashes_and_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert len(re.findall(r"^[a-z][^\n]*\\\n {4}--hash=sha256:", text, re.MULTILINE)) == len(
        re.findall("^[^ #\n]", text, re.MULTILINE)
    )


def test_nothing_is_declared_that_the_lock_does_not_have() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    declared = {re.split(r"[\[<>=;~! ]", text)[0].lower() for group in extras.values() for text in group}
    declared |= {re.split(r"[\[<>=;~! ]", text)[0].lower() for text in project["dependencies"]}
    assert {name for name in declared - {"wudan"} if f"\n{name}==" not in f"\n{lock}"} == set()
