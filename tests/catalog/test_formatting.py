from pathlib import Path

import pytest

from wudan.catalog.reading.source import FolderSource
from wudan.catalog.writing.formatting import format_files

GOOD = "- id: wjw-xk-003\n  name: 公共场所卫生许可\n"


@pytest.fixture
def source(tmp_path: Path) -> FolderSource:
    for name, content in {
        "catalog.yml": b"format: 1\n",
        "README.md": b"# x\n",
        "approvals/good.yml": GOOD.encode(),
        "approvals/other.yml": GOOD.replace("name: ", "name:   ").encode(),
        "approvals/gbk.yml": GOOD.encode("gbk"),
        "approvals/broken.yml": b"- [\n",
        "notes.txt": b"x",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "approvals" / "link.yml").symlink_to(tmp_path / "approvals" / "other.yml")
    return FolderSource(tmp_path)


def test_every_file_of_a_kind_is_judged_apart_and_others_are_passed_over(source: FolderSource) -> None:
    found = {str(formatted.path): formatted for formatted in format_files(source, source.files())}
    assert set(found) == {
        "catalog.yml", "approvals/good.yml", "approvals/other.yml", "approvals/gbk.yml", "approvals/broken.yml",
    }  # fmt: skip
    assert found["approvals/good.yml"].is_canonical
    assert found["approvals/other.yml"].text == GOOD
    assert found["approvals/gbk.yml"].file.refusal.reason == "gbk"
    assert found["approvals/broken.yml"].text is None


def test_nothing_is_written_by_looking(source: FolderSource) -> None:
    before = {file.path: source.read(file) for file in source.files() if not file.is_link}
    list(format_files(source, source.files()))
    assert {file.path: source.read(file) for file in source.files() if not file.is_link} == before
