"""What publishing spends its time on: N synthetic items from YAML to the published site, part by part.

Run: python -m benchmarks.stamping [N ...]          (default: 1000 10000)

`write` is the floor: the files of the pages from memory, one after another, with nothing computed. `stamp` joins
bodies rendered before with a shell, hashes and writes them; `render+stamp` renders them as well, on all processors;
`build` is everything from reading the catalog to the exchange of the folders, search index included.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.city import write_city
from wudan.site.edition import read_edition
from wudan.site.engine.render import Renderer
from wudan.site.engine.shell import Shell, cut_shell, seal_placeholders
from wudan.site.engine.stamp import Stamper, shell_kind
from wudan.site.mkdocs.build import build_site
from wudan.site.parts.page import Page

ROOT = Path(__file__).parents[1]
SHELL_BYTES = 8_000


def main(counts: Sequence[int]) -> None:
    """Print one line for each number of items; seconds of the clock, megabytes of pages and their data."""
    print("  items   files     MB   write   stamp  render+stamp   build")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            print(_measure(_project(Path(folder) / "project", count), count), flush=True)


def _project(project: Path, count: int) -> Path:
    shutil.copytree(ROOT / "site_src", project / "site_src")
    shutil.copy(ROOT / "mkdocs.yml", project)
    write_city(project, count)
    return project


def _measure(project: Path, count: int) -> str:
    build = _seconds(lambda: build_site(project))
    pages = read_edition(project / "catalog", preview=True).pages
    renderer = Renderer(project / "site_src/theme/templates")
    bodies = {page.address: renderer.body(page) for page in pages}
    stamp = _seconds(lambda: _stamper(pages, lambda page: bodies[page.address], project / "a").write_all(pages))
    render = _seconds(lambda: _stamper(pages, renderer.body, project / "b").write_all(pages))
    files = {
        str(path.relative_to(project / "a")): path.read_bytes() for path in (project / "a").rglob("*") if path.is_file()
    }
    write = _seconds(lambda: _write(files, project / "c"))
    size = sum(map(len, files.values())) / 1e6
    return f"{count:7} {len(files):7} {size:6.1f} {write:7.2f} {stamp:7.2f} {render:13.2f} {build:7.2f}"


def _stamper(pages: Sequence[Page], body: Callable[[Page], str], folder: Path) -> Stamper:
    shell = _shell()
    return Stamper({shell_kind(page): shell for page in pages}, body, folder)


def _shell() -> Shell:
    marks = seal_placeholders([])
    html = f"<title>{marks.word('title')}</title>{'<p>' * (SHELL_BYTES // 3)}{marks.word('body')}</html>"
    return cut_shell(html, marks)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for parent in sorted({(folder / path).parent for path in files}):
        parent.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        with open(f"{folder}/{path}", "wb", buffering=0) as file:  # noqa: PTH123 (a Path a file is felt)
            file.write(content)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 10_000])
