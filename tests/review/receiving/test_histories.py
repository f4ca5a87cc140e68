"""Random histories of a city's repository: every honest push is received, every trespass refused.

`WUDAN_HISTORIES=1000` asks for more of them than the tests usually try.
"""

import os
import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.review.receiving.honest import HONEST, begin, edit_main
from tests.review.receiving.trespassing import TRESPASSES
from tests.review.receiving.workshop import Pushed, Workshop, lay_out

HISTORIES = int(os.environ.get("WUDAN_HISTORIES", "50"))
STEPS = 7


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beginning")
    lay_out(folder)
    return folder


def history(beginning: Path, folder: Path, seed: int) -> list[Pushed]:
    """Give all pushes of one history."""
    shutil.copytree(beginning, folder)
    shop = Workshop(folder, Random(seed))  # noqa: S311 (nothing is kept secret by it)
    for step in (begin, begin, edit_main):
        step(shop)
    for _ in range(STEPS):
        steps = HONEST if shop.random.random() < 0.55 else TRESPASSES
        shop.random.choice(steps)(shop)
    shutil.rmtree(folder)
    return shop.pushes


@pytest.fixture(scope="module")
def pushes(beginning: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, Pushed]]:
    """Every push of every history, with the number of its history."""
    folder = tmp_path_factory.mktemp("histories")
    return [(seed, one) for seed in range(HISTORIES) for one in history(beginning, folder / str(seed), seed)]


def told(pushes: list[tuple[int, Pushed]]) -> list[tuple[int, str, str, list[str]]]:
    """Give what there is to read of pushes: the history, what was done, by whom, and what was said."""
    return [
        (seed, one.what, one.by, [*(objection.write("zh") for objection in one.judgement.objections),
         *(f"{finding.code} {finding.file}" for finding in getattr(one.judgement.report, "findings", ()))])
        for seed, one in pushes
    ]  # fmt: skip


def test_every_honest_push_is_received(pushes: list[tuple[int, Pushed]]) -> None:
    assert told([(seed, one) for seed, one in pushes if one.is_honest and not one.is_judged_rightly]) == []


def test_every_trespass_is_refused(pushes: list[tuple[int, Pushed]]) -> None:
    assert told([(seed, one) for seed, one in pushes if not one.is_honest and not one.is_judged_rightly]) == []


def test_every_kind_of_step_comes_about(pushes: list[tuple[int, Pushed]]) -> None:
    counts = Counter(one.what for _, one in pushes)
    print(HISTORIES, "histories,", len(pushes), "pushes:", dict(counts))
    assert len(counts) == len({*HONEST, *TRESPASSES})
