"""The counts that the texts state are those of the code; `make numbers` writes them."""

import subprocess
import sys

from tests.support.root import ROOT


def test_every_count_that_a_text_states_is_true() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/stated_counts.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
