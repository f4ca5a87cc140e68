"""Publishing side by side: ours, Hugo, plain MkDocs Material, and a mere copy of the bytes."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.city import write_city
from benchmarks.contenders import make_hugo_site, make_material_site
from benchmarks.timing import extent, interleaved, print_row, timed

ROOT = Path(__file__).parent.parent
SMALL, LARGE = 1_000, 10_000


def run(rounds: int = 3) -> None:
    """Print the medians of interleaved runs. Reading the YAML is part of every time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = _project(folder / "small", SMALL), _project(folder / "large", LARGE)
        for project in (small, large):
            _build(project)
        make_hugo_site(folder / "hugo", large / "catalog", large / "site")
        make_material_site(folder / "material", small / "catalog")
        spent: dict[str, list[float]] = {"small": [], "large": []}
        results = interleaved(
            [
                ("ours small", lambda: _pages_alone(small, spent["small"])),
                ("ours large", lambda: _pages_alone(large, spent["large"])),
                ("hugo", lambda: timed(["hugo", "--quiet", "--cleanDestinationDir"], folder / "hugo")),
                ("material", lambda: timed([sys.executable, "-m", "mkdocs", "build", "-q"], folder / "material")),
                ("copy", lambda: _copy(large / "site", folder / "copy")),
            ],
            rounds,
        )
        files, size = extent(large / "site")
        index_files, index_size = extent(large / "site" / "search-index")
        hugo_files, hugo_size = extent(folder / "hugo" / "public")
        pages, page_size = extent(large / "site", "approvals/*/index.html")
    reference = results["ours large"].seconds
    index = sorted(spent["large"])[len(spent["large"]) // 2]
    print(f"Publishing, medians of {rounds} interleaved runs (search index apart):")
    print_row(f"ours, {SMALL:,} items", results["ours small"].seconds, reference)
    print_row(
        f"ours, {LARGE:,} items", reference, reference, f"{files - index_files:,} files, {_mb(size - index_size)}"
    )
    print_row(f"Hugo, {LARGE:,} items", results["hugo"].seconds, reference, f"{hugo_files:,} files, {_mb(hugo_size)}")
    print_row(f"MkDocs Material, {SMALL:,} items", results["material"].seconds, reference)
    print_row(f"copy of the site of {LARGE:,} items", results["copy"].seconds, reference, "the floor, with index")
    print_row("our search index", index, reference, f"{index_files:,} files, {_mb(index_size)}")
    print(f"  item page: {page_size // pages:,} bytes of HTML on average")


def _project(folder: Path, items: int) -> Path:
    folder.mkdir()
    write_city(folder, items)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    return folder


def _build(project: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.ours", str(project)]
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    spent: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return spent


def _pages_alone(project: Path, index_seconds: list[float]) -> float:
    started = time.perf_counter()
    spent = _build(project)
    index_seconds.append(spent["index"])
    return time.perf_counter() - started - spent["index"]


def _copy(source: Path, target: Path) -> float:
    shutil.rmtree(target, ignore_errors=True)
    started = time.perf_counter()
    shutil.copytree(source, target)
    return time.perf_counter() - started


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
