"""How long `wudan check` takes, cold, to refuse files that are made to hurt."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)
HOSTILE = {
    "a million open brackets": b"[" * 1_000_000,
    "an alias bomb": _BOMB.encode(),
    "a file of 100 MB": b"- a\n" * 25_000_000,
}


def run() -> None:
    """Print the wall time of one cold check for each hostile file; the interpreter's start is part of it."""
    print("Refusing, one cold run each:")
    for name, content in HOSTILE.items():
        with tempfile.TemporaryDirectory() as folder:
            catalog = Path(folder) / "catalog"
            (catalog / "approvals").mkdir(parents=True)
            (catalog / "catalog.yml").write_text("format: 1\n", encoding="utf-8")
            (catalog / "approvals" / "wjw.yml").write_bytes(content)
            started = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "wudan", "check", str(catalog)], capture_output=True, text=True, check=False
            )
            seconds = time.perf_counter() - started
        refused = "S001" in done.stdout and done.returncode == 1
        print(f"  {name:<44} {seconds:8.2f} s  {'refused' if refused else 'NOT REFUSED'}", flush=True)
