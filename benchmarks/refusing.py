"""How long `wudan check` takes, cold, to refuse a file that is larger, or deeper, than is allowed."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from wudan.catalog.reading.reader import MAX_BYTES, MAX_DEPTH

_ITEM = "- {{id: wjw-xk-{number:06}, name: 公共场所卫生许可, type: 行政许可, status: 在用}}\n"
_COUNT = MAX_BYTES // len(_ITEM.format(number=0).encode()) + 1
_WHOLE = "".join(_ITEM.format(number=number) for number in range(_COUNT))
REFUSED = {
    f"an ordinary list of {len(_WHOLE.encode()):,} bytes": _WHOLE,
    f"a text of {MAX_DEPTH + 1} levels": "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
    "a list of 10,000 items, its last line not plain": "".join(_ITEM.format(number=number) for number in range(10_000))
    + "- &name {id: wjw-xk-999999}\n",
}


def run() -> None:
    """Print the wall time of one cold check for each such file; the interpreter's start is part of it."""
    print("Refusing, one cold run each:")
    for name, text in REFUSED.items():
        with tempfile.TemporaryDirectory() as folder:
            catalog = Path(folder) / "catalog"
            (catalog / "approvals").mkdir(parents=True)
            (catalog / "catalog.yml").write_text("format: 1\n", encoding="utf-8")
            (catalog / "approvals" / "wjw.yml").write_text(text, encoding="utf-8")
            started = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "wudan", "check", str(catalog)], capture_output=True, text=True, check=False
            )
            seconds = time.perf_counter() - started
        refused = "S001" in done.stdout and done.returncode == 1
        print(f"  {name:<52} {seconds:8.2f} s  {'refused' if refused else 'NOT REFUSED'}", flush=True)
