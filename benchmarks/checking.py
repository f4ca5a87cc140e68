"""`wudan check`, cold, beside the C loader of PyYAML and beside check-jsonschema, on the same files."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.city import DEPARTMENTS, PLANTED, write_city
from benchmarks.timing import extent, interleaved, print_row

ITEMS = 5_000
SIZES = (1_000, 5_000, 10_000, 50_000)
MEMORY_LIMIT = 600_000_000
_LOAD = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
_POLL_SECONDS = 0.02


def run(rounds: int = 5) -> None:
    """Print medians of interleaved cold runs, the peak memory, and the cost of an item from 1,000 to 50,000."""
    with tempfile.TemporaryDirectory() as name:
        catalog = write_city(Path(name), ITEMS)
        _, size = extent(catalog, "**/*.yml")
        schema = Path(name) / "approvals.json"
        schema.write_bytes(_output([sys.executable, "-m", "wudan", "schema", "approvals"]))
        found = json.loads(_output(_check(catalog)))["findings"]
        if len(found) != DEPARTMENTS or not all(PLANTED in finding["message"] for finding in found):
            raise SystemExit(f"{DEPARTMENTS} findings are planted, {len(found)} were found")
        files = sorted((catalog / "approvals").glob("*.yml"))
        other = [str(Path(sys.executable).with_name("check-jsonschema")), "--schemafile", str(schema), *map(str, files)]
        _output(other)  # it finds nothing, for what is planted obeys the schema; anything else ends the run
        results = interleaved(
            [
                ("ours", lambda: _seconds(_check(catalog))),
                ("load", lambda: _seconds([sys.executable, "-c", _LOAD, str(catalog)])),
            ],
            rounds,
        )
        jsonschema = _seconds(other)
        memory = _peak_memory(_check(catalog))
    load = results["load"].seconds
    print(f"Checking {ITEMS:,} items in {DEPARTMENTS} files ({size / 1e6:.1f} MB), cold, medians of {rounds} runs:")
    print_row("wudan check, all rules", results["ours"].seconds, load, f"{DEPARTMENTS} of {DEPARTMENTS} planted found")
    print_row("yaml.load, C loader, the same files", load, load)
    print_row("check-jsonschema, one run, the item files", jsonschema, load, "no rules, no lines")
    print(f"  peak memory of all processes {memory / 1e6:,.0f} MB (wanted under {MEMORY_LIMIT / 1e6:,.0f} MB)")
    print("Cost of an item, cold, median of 3 runs, baseline entries with name, type and body:")
    for items in SIZES:
        with tempfile.TemporaryDirectory() as name:
            catalog = write_city(Path(name), items, six_aspects=False)
            seconds = sorted(_seconds(_check(catalog)) for _ in range(3))[1]
        print(f"  {items:>7,} items {seconds:8.2f} s {seconds / items * 1000:8.3f} ms an item", flush=True)


def _check(catalog: Path) -> Sequence[str]:
    return [sys.executable, "-m", "wudan", "check", str(catalog), "--format", "json", "--fail-on", "never"]


def _output(command: Sequence[str]) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def _seconds(command: Sequence[str]) -> float:
    """Give the wall time of a command, whatever its exit code."""
    started = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - started


def _peak_memory(command: Sequence[str]) -> int:
    """Give the most bytes that a command and all its children held at one time; shared pages count once (PSS)."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, sum(_proportional_set(pid) for pid in _family(process.pid)))
            time.sleep(_POLL_SECONDS)
    return peak


def _family(pid: int) -> list[int]:
    """Give a process and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _proportional_set(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        return 0
    return 0
