"""Takes the pictures of the guides from the real thing: a change of the demo city, from the clerk to the site.

`make pictures` runs it. Everything is done in a folder of its own, on real repositories with the real hook; the outputs
shown are those that the commands gave.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from markdown_it import MarkdownIt
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "site_src" / "docs" / "help" / "images"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
FILE = Path("catalog", "approvals", "wjw.yml")
GROUND = (
    "--reason", "与消防检查合并办理", "--document", "新密审改〔2016〕2号（演示）", "--approver", "新密市编办（演示）",
    "--until", "2016-12-31",
)  # fmt: skip
MATERIAL = """\
    - name: 消防检查意见书
      kind: 复印件
      form: 纸质
      copies: 1
      required: 必要
      source: 政府部门核发
      issued_by: 消防大队
"""
_STYLE = """
body { margin: 0; padding: 20px 24px; color: #1d2430; font: 15px/1.65 "Noto Sans CJK SC", sans-serif; }
pre { margin: 0; white-space: pre-wrap; font: 14px/1.6 "Noto Sans Mono CJK SC", monospace; }
.screen { background: #14181f; color: #e6e9ef; padding: 16px 20px; border-radius: 6px; }
.prompt { color: #7fd6a4; }
code { background: #f0f2f5; padding: 1px 5px; border-radius: 4px; font: 13px "Noto Sans Mono CJK SC", monospace; }
h3 { margin: 18px 0 6px; font-size: 17px; } ul { margin: 0; padding-left: 22px; } li { margin: 6px 0; }
.card { border: 1px solid #d0d7de; border-radius: 6px; } .card > p:first-child { background: #f6f8fa; }
.card { padding: 0 16px 12px; } .card > p:first-child { margin: 0 -16px 8px; padding: 8px 16px; }
"""


class Story:
    """The folders of one change: a server, and the clone in which both clerk and reviewer work."""

    def __init__(self, folder: Path) -> None:
        self.work, self.server = folder / "work", folder / "server.git"
        for name in ("catalog", "site_src"):
            shutil.copytree(ROOT / name, self.work / name)
        shutil.copy(ROOT / "mkdocs.yml", self.work)
        self.run("git", "init", "--quiet", "--bare", "--initial-branch=main", str(self.server), folder=folder)
        self.run("git", "init", "--quiet", "--initial-branch=main")
        self.run("git", "remote", "add", "origin", str(self.server))

    def run(self, *command: str, folder: Path | None = None, **environment: str) -> str:
        """Run a command and give all that it printed, with nothing of this machine in it."""
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        identity = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _CLERK.items()}
        done = subprocess.run(  # noqa: S603
            command, cwd=folder or self.work, check=False, capture_output=True, text=True,
            env={**os.environ, **identity, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, **environment},
        )  # fmt: skip
        return (done.stdout + done.stderr).replace(str(self.server), "git@xinmi.example:wudan.git")

    def commit(self, message: str) -> None:
        """Commit all that changed."""
        self.run("git", "add", "--all")
        self.run("git", "commit", "--quiet", "-m", message)

    def release(self, identity: str, document: str, day: str) -> None:
        """Cut an edition and commit it."""
        approved = ("--document", document, "--approved-by", "新密市人民政府（演示）", "--on", day)
        self.run("wudan", "release", identity, *approved)
        self.commit(f"发布 {identity}")

    def edit(self, change: Callable[[str], str]) -> None:
        """Change the clerk's file."""
        file = self.work / FILE
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


_CLERK = {"NAME": "clerk", "EMAIL": "clerk@xinmi.example"}


def main() -> None:
    """Take all pictures, which replace those that are there."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 960, "height": 600})
        take(Story(Path(folder)), page)
        browser.close()


def take(story: Story, page: Page) -> None:
    """Go through the story, and take a picture where the guides show one."""
    story.commit("清单")
    if not (story.work / "catalog" / "releases").is_dir():
        story.release("r2015-12", "公布五张清单的批准文件（演示）", "2015-12-31")
    story.run("git", "push", "--quiet", "origin", "main")
    shutil.copy(ROOT / "hooks" / "pre-receive", story.server / "hooks" / "pre-receive")

    story.run("git", "switch", "--quiet", "-c", "wjw/2016-01")
    story.edit(_edited)
    story.run("wudan", "fmt")
    story.edit(lambda text: text.replace("case_type: 承诺件", "case_type: 承诺", 1))
    told = story.run("wudan", "check", "--since", "main", "--as", "wjw")
    _screen(page, "check", ("$ wudan check --since main --as wjw", told))
    story.commit("修改三处")
    pushing = ("git", "push", "--quiet", "origin", "wjw/2016-01")
    refused = story.run(*pushing, WUDAN_AS="wjw")
    story.edit(lambda text: text.replace("case_type: 承诺\n", "case_type: 承诺件\n", 1))
    story.commit("改正")
    received = story.run(*pushing, WUDAN_AS="wjw")
    command = "$ git push origin wjw/2016-01"
    _screen(page, "push", (command, _said(refused)), ("$ git commit -am 改正", ""), (command, _said(received)))

    comment = story.run("wudan", "review", "--base", "origin/main", "--as", "wjw")
    _comment(page, "comment", comment)
    desk = story.run("wudan", "review", "--base", "origin/main", "--as", "wjw", "--format", "html")
    page.set_content(desk)
    page.screenshot(path=PICTURES / "review.png", full_page=True, clip={"x": 0, "y": 0, "width": 960, "height": 1180})

    fingerprint = re.search(r"wudan waive (p007-[0-9a-f]{16})", comment)
    if fingerprint is None:
        raise ValueError(f"no burden in {comment}")
    story.run("wudan", "waive", fingerprint[1], "--since", "origin/main", *GROUND)
    story.commit("同意加重一处")
    story.release("r2016-01", "调整清单的批准文件（演示）", "2016-01-20")
    story.run("wudan", "build")
    with _served(story.work / "site") as address:
        page.goto(f"{address}changes/r2016-01/")
        page.screenshot(path=PICTURES / "changes.png")


def _edited(text: str) -> str:
    """Make the three edits of the story: a shorter promise with its stage, a material more, an item renamed."""
    before, mark, item = text.partition("- id: wjw-xk-003\n")
    if not mark:
        raise ValueError("the item of the story is gone")
    edits = {
        "  name: 公共场所卫生许可\n": "  name: 公共场所卫生许可核发\n  former_names: [公共场所卫生许可]\n",
        "\n  materials:\n": f"\n  materials:\n{MATERIAL}",
        "\n    promised: {count: 8,": "\n    promised: {count: 6,",
    }
    for old, new in edits.items():
        item = item.replace(old, new, 1)
    return before + mark + re.sub(r"(stage: 现场审核\n.*\n.*limit: {count: )4", r"\g<1>2", item, count=1)


def _said(pushed: str) -> str:
    """Give what the hook said, without what git puts before and after it."""
    return re.sub(r"^remote: ?", "", pushed, flags=re.MULTILINE).replace(" \n", "\n")


def _screen(page: Page, name: str, *said: tuple[str, str]) -> None:
    """Picture commands and what they printed, as a terminal shows them."""
    blocks = [f'<span class="prompt">{escape(command)}</span>\n{escape(text)}' for command, text in said]
    body = "\n".join(block.rstrip("\n") for block in blocks)
    page.set_content(f'<style>{_STYLE}</style><div class="screen"><pre>{body}</pre></div>')
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def _comment(page: Page, name: str, markdown: str) -> None:
    """Picture a comment as a code host renders it."""
    html = MarkdownIt("commonmark", {"html": True}).render(markdown)
    page.set_content(f'<style>{_STYLE}</style><div class="card"><p>wudan 的评论</p>{html}</div>')
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _served:  # noqa: N801
    """Serves a folder on this host as long as the block runs."""

    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))

    def __enter__(self) -> str:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


if __name__ == "__main__":
    main()
