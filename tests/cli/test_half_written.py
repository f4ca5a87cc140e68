"""Killed or out of space, a command leaves every file as it was or as it is to be, and can be repeated."""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.city import DEPARTMENTS, item, lay_out
from tests.support.forking import Fate, forked
from tests.support.project import make_project, tree
from tests.support.small_disk import Disk, small_disk
from tests.support.young_city import young_city
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder

APPROVED = ("--document", "新密政文〔2015〕45号", "--approved-by", "新密市人民政府", "--on", "2015-12-25")
ROWS = "部门\t项目名称\t事项类型\n" + "".join(
    f"青河市{body}\t{body}第{number}项许可\t行政许可\n"
    for body in ("卫生健康委员会", "发展和改革委员会")
    for number in range(1, 151)
)


@dataclass(frozen=True)
class Command:
    """A command that writes, and the city that it is run in."""

    arguments: tuple[str, ...]
    make: Callable[[Path], object]
    rooms: tuple[int, ...]
    """Pages of the disk that are left to it: too few, and at last enough."""

    def run(self, folder: Path, fate: Fate | None = None) -> tuple[int, str]:
        done = forked(self.arguments, folder, fate or Fate())
        return done.returncode, done.stdout + done.stderr


def with_table(folder: Path) -> None:
    young_city(folder)
    (folder / "table.tsv").write_text(ROWS, encoding="utf-8")


def with_lists(folder: Path) -> None:
    lay_out({f"approvals/{one}.yml": [item(one, number) for number in range(1, 21)] for one in DEPARTMENTS}, folder)


def with_site(folder: Path) -> None:
    make_project(folder, ("采血许可",))


COMMANDS = {
    "fmt": Command(("fmt",), with_lists, (0, 1, 2, 3, 4, 200)),
    "import": Command(("import", "table.tsv", "--list", "approvals"), with_table, (0, 1, 2, 4, 6, 200)),
    "release": Command(("release", "r2015-12", *APPROVED), with_lists, (0, 200)),
}
BUILD = Command(("build", "--preview"), with_site, (0, 1, 10, 50, 100, 150, 200, 250, 8000))


def files(folder: Path) -> dict[str, bytes]:
    """Give the files that count; what begins with a dot is read by nobody."""
    return {path: content for path, content in tree(folder).items() if not Path(path).name.startswith(".")}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_killed_at_any_moment_every_file_is_as_it_was_or_as_it_is_to_be(
    command: Command, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    chance = random.Random(410183)  # noqa: S311
    command.make(tmp_path / "before")
    old = files(tmp_path / "before")
    shutil.copytree(tmp_path / "before", tmp_path / "after")
    forked(["--help"], tmp_path)  # what it is forked from has begun then
    start = time.monotonic()
    assert command.run(tmp_path / "after")[0] == 0
    duration = time.monotonic() - start
    new = files(tmp_path / "after")
    assert new != old

    left: int = pytestconfig.getoption("--moments")
    while left:
        folder = tmp_path / "city"
        shutil.copytree(tmp_path / "before", folder)
        status, _ = command.run(folder, Fate(killed_after=duration * chance.uniform(0, 1.05)))
        left -= status < 0
        duration *= 1 if status < 0 else 0.9  # it took longer when it was measured

        found = files(folder)
        assert {path: content for path, content in found.items() if content not in (old.get(path), new.get(path))} == {}
        assert old.keys() <= found.keys() <= new.keys()
        assert [file.path for file in load_catalog(open_folder(folder / "catalog")).files if file.refusal] == []
        if found != new:
            status, told = command.run(folder)
            assert status == 0, told
            assert files(folder) == new
        shutil.rmtree(folder)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.mark.parametrize("command", [*COMMANDS.values(), BUILD], ids=[*COMMANDS, "build"])
def test_on_a_full_disk_nothing_changes_and_with_room_again_all_is_written(command: Command, disk: Disk) -> None:
    folder = disk.folder / "city"
    command.make(folder)
    before = tree(folder)

    *too_few, enough = command.rooms
    for pages in too_few:
        status, told = command.run(folder, disk.leave(pages))

        assert status in (1, 3), (pages, told)
        assert ("磁盘已满" if disk.is_small else "允许的文件大小") in told
        assert "Traceback" not in told
        assert tree(folder) == before

    status, told = command.run(folder, disk.leave(enough))
    assert status == 0, told
    assert files(folder) != before
