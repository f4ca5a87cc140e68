import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.project import assert_whole, in_child, tree
from wudan.site.engine.exchange import exchange
from wudan.site.engine.manifest import Manifest, make_folder, take_stock, write_file, write_manifest
from wudan.site.engine.publish import Staging
from wudan.site.error import SiteError

Exchange = Callable[[Path, Path], bool]


def no_exchange(first: Path, second: Path) -> bool:
    """Answer as a file system does that cannot exchange two folders."""
    return False


both_ways = pytest.mark.parametrize("way", [exchange, no_exchange])


def stage(target: Path, text: str, way: Exchange) -> Staging:
    staging = Staging(target, way)
    staging.open()
    for name in ("a", "b", text):
        make_folder(staging.folder, name)
    files = [write_file(staging.folder, f"{name}/index.html", text.encode()) for name in ("a", "b", text)]
    write_manifest(staging.folder, Manifest(take_stock(staging.folder, files)))
    return staging


def text_of(site: Path) -> str:
    return (site / "a/index.html").read_text()


@both_ways
def test_a_site_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path, way: Exchange) -> None:
    target = tmp_path / "site"

    for text in ("one", "two", "three"):
        stage(target, text, way).publish()

        assert text_of(target) == text
        assert_whole(target)
        beside = {path.name for path in tmp_path.iterdir()} - {"site"}
        assert beside == ({target.readlink().name} if target.is_symlink() else set())


@both_ways
@pytest.mark.parametrize("steps", range(5))
@pytest.mark.parametrize("sites", [0, 1, 2])
def test_dying_after_any_step_leaves_a_whole_site(tmp_path: Path, way: Exchange, steps: int, sites: int) -> None:
    target = tmp_path / "site"
    for number in range(sites):
        stage(target, f"old{number}", way).publish()

    def die() -> None:
        staging = stage(target, "new", way)
        taken = staging.steps()
        for _ in range(steps):
            next(taken, None)
        os.kill(os.getpid(), signal.SIGKILL)

    in_child(die)

    if sites or target.exists():
        assert_whole(target)
        assert text_of(target) in {f"old{sites - 1}", "new"}
    if steps == 0:
        assert target.exists() == (sites > 0)
        assert not sites or text_of(target) == f"old{sites - 1}"
    stage(target, "next", way).publish()
    assert text_of(target) == "next"
    assert len(list(tmp_path.iterdir())) == (2 if target.is_symlink() else 1)


@both_ways
def test_a_build_that_is_given_up_changes_nothing(tmp_path: Path, way: Exchange) -> None:
    target = tmp_path / "site"
    stage(target, "old", way).publish()
    before = tree(tmp_path)

    stage(target, "new", way).abandon()

    assert tree(tmp_path) == before


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    first = stage(tmp_path / "site", "first", exchange)

    with pytest.raises(SiteError, match="另一个构建"):
        Staging(tmp_path / "site").open()
    first.publish()

    assert text_of(tmp_path / "site") == "first"
    stage(tmp_path / "site", "second", exchange).publish()


def test_a_lock_whose_holder_died_is_no_hindrance(tmp_path: Path) -> None:
    def die() -> None:
        stage(tmp_path / "site", "first", exchange)
        os.kill(os.getpid(), signal.SIGKILL)

    in_child(die)
    assert (tmp_path / ".site.lock").exists()

    stage(tmp_path / "site", "second", exchange).publish()

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_other_things_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear")

    with pytest.raises(SiteError, match=r"manifest\.json"):
        Staging(tmp_path / "home").open()

    assert tree(tmp_path) == {"home/letter.txt": b"dear"}


@pytest.mark.parametrize("manifest", ["{}", "[]", "name: package", '{"files": {"a.txt": 1}}', '{"files": []}'])
def test_a_manifest_of_somebody_else_makes_no_site_of_a_folder(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/manifest.json").write_text(manifest)
    (tmp_path / "home/letter.txt").write_text("dear")
    before = tree(tmp_path)

    with pytest.raises(SiteError):
        Staging(tmp_path / "home").open()

    assert tree(tmp_path) == before


@both_ways
def test_own_files_inside_an_old_site_are_named_and_kept(tmp_path: Path, way: Exchange) -> None:
    target = tmp_path / "site"
    stage(target, "old", way).publish()
    (target / "a/mine.txt").write_text("dear")
    (target / "CNAME").write_text("www.example.cn")
    before = tree(target)

    with pytest.raises(SiteError, match=r"2 个文件不属于网站：CNAME、a/mine\.txt"):
        Staging(target, way).open()

    assert tree(target) == before


@both_ways
def test_own_files_that_come_while_a_site_is_built_are_kept_too(tmp_path: Path, way: Exchange) -> None:
    target = tmp_path / "site"
    stage(target, "old", way).publish()
    staging = stage(target, "new", way)
    (target / "mine.txt").write_text("dear")

    with pytest.raises(SiteError, match=r"mine\.txt"):
        staging.publish()

    assert (target / "mine.txt").read_text() == "dear"
    assert text_of(target) == "old"


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    stage(tmp_path / "site", "new", exchange).publish()

    assert text_of(tmp_path / "site") == "new"


def test_a_link_made_by_the_user_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")

    stage(tmp_path / "site", "new", exchange).publish()

    assert (tmp_path / "site").is_symlink()
    assert text_of(tmp_path / "www") == "new"


def test_a_folder_that_cannot_be_exchanged_is_kept_and_the_user_is_told(tmp_path: Path) -> None:
    stage(tmp_path / "site", "old", exchange).publish()

    with pytest.raises(SiteError, match="cannot exchange"):
        stage(tmp_path / "site", "new", no_exchange).publish()

    assert text_of(tmp_path / "site") == "old"


def test_exchanging_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    with pytest.raises(OSError, match="No such file"):
        exchange(tmp_path / "a", tmp_path / "b")
