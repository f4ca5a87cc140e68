"""A small project to build in tests: this project's own mkdocs.yml and theme, and a city of a few items."""

import os
import shutil
import signal
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from mkdocs.__main__ import cli

from tests.support.root import ROOT
from wudan.site.engine.manifest import MANIFEST, read_manifest

HOSTILE = (
    '甲"乙<script>alert(1)</script>',
    "<title>丙</title> & <i>",
    "{{7*7}} {% raw %} &amp; <b>",
    "body title description address",
)

_CITY = """\
format: 1
region: {code: "410183", name: 新密市, level: 县级}
title: 新密市五单一网
"""

_NOTICE = """\
# 通知 <一> & 其他

[本页](../notice/index.md)
"""


def make_project(folder: Path, names: tuple[str, ...] = ("公共场所卫生许可", "医疗机构设置审批", *HOSTILE)) -> Path:
    """Make a project whose city has one department with one approval item for each name."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    write(folder / "site_src/docs/notice/index.md", _NOTICE)
    write(folder / "catalog/catalog.yml", _CITY)
    write(folder / "catalog/departments.yml", "- {id: wjw, name: 新密市卫生和计划生育委员会, kind: 政府部门}\n")
    write_items(folder, names)
    return folder


def write_items(project: Path, names: tuple[str, ...]) -> None:
    """Write the approval items of the department anew."""
    items = (
        f"- {{id: wjw-xk-{number:03}, name: '{name}', type: 行政许可, status: 在用}}\n"
        for number, name in enumerate(names, 1)
    )
    write(project / "catalog/approvals/wjw.yml", "".join(items) or "[]\n")


def write(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def tree(folder: Path) -> Mapping[str, bytes]:
    """Give the bytes of every file below a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_whole(site: Path) -> None:
    """Hold a site to its own manifest: every file there, none besides, each with its bytes."""
    listed = {file.path: file.sha256 for file in read_manifest(site).files}
    found = {path: sha256(content).hexdigest() for path, content in tree(site).items() if path != MANIFEST}
    assert found == listed


def run_mkdocs(project: Path, *options: str) -> None:
    """Run `mkdocs build` in this process, as its command line does. Raises what MkDocs raises."""
    cli.main(["build", "--config-file", str(project / "mkdocs.yml"), *options], standalone_mode=False)


def in_child(work: Callable[[], object], kill_after: float | None = None) -> int:
    """Run something in a forked process, kill it after so many seconds, and give its wait status."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            devnull = os.open(os.devnull, os.O_WRONLY)
            os.dup2(devnull, 2)
            work()
            status = 0
        finally:
            os._exit(status)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
