"""A build may be killed at any moment: the site published before, or the new one, is there, whole."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.project import assert_whole, in_child, make_project, run_mkdocs, write_items
from wudan.site.mkdocs.build import build_site


@pytest.mark.parametrize("build", [build_site, run_mkdocs], ids=["wudan", "mkdocs"])
def test_killed_at_any_moment_a_build_leaves_a_whole_site(
    tmp_path: Path, build: Callable[[Path], object], pytestconfig: pytest.Config
) -> None:
    chance = random.Random(410183)  # noqa: S311
    project = make_project(tmp_path / "project", ("第0版",))
    start = time.monotonic()
    assert in_child(lambda: build(project)) == 0
    duration = time.monotonic() - start
    published = 0
    edition = 0
    left: int = pytestconfig.getoption("--moments")

    while left:
        edition += 1
        write_items(project, (f"第{edition}版",))
        was_killed = in_child(lambda: build(project), kill_after=duration * chance.uniform(0, 1.05)) != 0
        left -= was_killed
        duration *= 1 if was_killed else 0.9  # it took longer when it was measured

        assert_whole(project / "site")
        shown = (project / "site/approvals/wjw-xk-001/index.html").read_text("utf-8")
        assert f"第{published}版" in shown or f"第{edition}版" in shown
        published = edition if f"第{edition}版" in shown else published

    assert in_child(lambda: build(project)) == 0
    assert_whole(project / "site")
    assert sorted(path.name for path in project.iterdir()) == ["catalog", "mkdocs.yml", "site", "site_src"]
