"""Taking times, and printing them as a table of ratios."""

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Timing:
    """One contender: the median of its runs in seconds, and what it wrote."""

    name: str
    seconds: float
    runs: int
    files: int = 0
    size: int = 0


def interleaved(contenders: Sequence[tuple[str, Callable[[], float]]], rounds: int) -> dict[str, Timing]:
    """Run the contenders by turns, so that a slow minute of the machine hits all of them; each gives its seconds."""
    seconds: dict[str, list[float]] = {name: [] for name, _ in contenders}
    for _ in range(rounds):
        for name, run in contenders:
            seconds[name].append(run())
    return {name: Timing(name, statistics.median(times), rounds) for name, times in seconds.items()}


def timed(command: Sequence[str | Path], folder: Path) -> float:
    """Run a command and give its wall time in seconds. Raises CalledProcessError with what it printed."""
    started = time.perf_counter()
    subprocess.run([str(word) for word in command], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def extent(folder: Path, pattern: str = "**/*") -> tuple[int, int]:
    """Give the number of files below a folder and their bytes."""
    sizes = [path.stat().st_size for path in folder.glob(pattern) if path.is_file()]
    return len(sizes), sum(sizes)


def print_row(name: str, seconds: float, reference: float, note: str = "") -> None:
    """Print one line: the median, and its ratio to the reference."""
    print(f"  {name:<44} {seconds:8.2f} s {seconds / reference:7.2f}x  {note}", flush=True)
