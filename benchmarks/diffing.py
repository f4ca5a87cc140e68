"""`wudan diff` beside deepdiff: two catalogs of 5,000 items with 500 edits between them, the same data in memory."""

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import yaml
from deepdiff import DeepDiff

from benchmarks.city import write_city
from benchmarks.timing import print_row
from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.change import Change
from wudan.diff.compare import compare
from wudan.diff.match import match
from wudan.diff.record import records_of
from wudan.diff.report import report_of

ITEMS, EDITS = 5_000, 500
WANTED_SECONDS, WANTED_RATIO = 1.5, 0.25


def run(rounds: int = 5) -> None:
    """Print medians of interleaved runs in one process; neither of them reads anything."""
    with tempfile.TemporaryDirectory() as name:
        old = write_city(Path(name) / "old", ITEMS)
        new = write_city(Path(name) / "new", ITEMS)
        edited = _edit(new, Random(7))  # noqa: S311
        before, after = load_catalog(open_folder(old)), load_catalog(open_folder(new))
    old_data, new_data = ({key: record.data for key, record in records_of(side).items()} for side in (before, after))
    found = _changes(before, after)
    if len(found) != edited:
        raise SystemExit(f"{edited} edits were made, {len(found)} were found")
    seconds: dict[str, list[float]] = {"compare": [], "written": [], "deepdiff": []}
    for _ in range(rounds):
        seconds["compare"].append(_timed(lambda: _changes(before, after)))
        seconds["written"].append(_timed(lambda: report_of(_changes(before, after), {}, "zh")))
        seconds["deepdiff"].append(_timed(lambda: DeepDiff(old_data, new_data)))
    middle = {name: median(runs) for name, runs in seconds.items()}
    other = middle["deepdiff"]
    print(f"Comparing {ITEMS:,} items with {ITEMS:,}, {EDITS} edits, medians of {rounds} runs, without reading:")
    note = f"{len(found)} of {edited} found; wanted under {WANTED_SECONDS} s and {WANTED_RATIO} x"
    print_row("wudan diff, compared", middle["compare"], other, note)
    print_row("wudan diff, compared and written out", middle["written"], other)
    print_row("deepdiff, the same data", other, other)


def _changes(before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Compare all over again: a catalog keeps its records once a difference has asked for them."""
    return compare(before, after, match(records_of(before), records_of(after)))


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _edit(catalog: Path, random: Random) -> int:
    """Change the promise of as many items, and give how many were changed."""
    files = sorted((catalog / "approvals").glob("*.yml"))
    data = {file: yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files}
    every = [item for items in data.values() for item in items]
    for item in random.sample(every, EDITS):
        item["time_limit"]["promised"]["count"] += 1
    for file, items in data.items():
        file.write_text(
            yaml.dump(items, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    return EDITS
