import stat
from pathlib import Path

import pytest

from wudan.output.placing import place


def test_a_replaced_file_keeps_its_permissions_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)

    place(path, "新\n".encode())

    assert path.read_bytes() == "新\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()

    place(tmp_path / "a.yml", b"new")

    assert (tmp_path / "a.yml").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_cannot_take_a_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.yml").mkdir()

    with pytest.raises(IsADirectoryError):
        place(tmp_path / "a.yml", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]
