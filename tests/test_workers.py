import os
import signal
import time
from pathlib import Path

import pytest

from tests.support.project import in_child
from wudan.workers import WorkerError, fork_map


@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(count: int, processes: int) -> None:
    assert fork_map(lambda item: item * item, range(count), processes) == [item * item for item in range(count)]


def test_the_work_is_done_by_several_processes() -> None:
    assert len(set(fork_map(lambda _: os.getpid(), range(9), 3))) == 3


@pytest.mark.parametrize("bad", [1, 2])
def test_a_failure_in_another_process_is_raised_here_with_its_traceback(bad: int) -> None:
    def work(item: int) -> int:
        if item == bad:
            raise LookupError("no such thing")
        return item

    with pytest.raises(WorkerError, match="no such thing"):
        fork_map(work, range(6), 3)


def test_a_failure_in_this_process_is_raised_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        fork_map(lambda item: 1 // item, range(6), 3)


def test_an_error_of_the_system_in_another_process_is_raised_as_it_is(tmp_path: Path) -> None:
    def work(item: int) -> str:
        return (tmp_path / str(item)).read_text()

    (tmp_path / "0").touch()
    (tmp_path / "2").touch()

    with pytest.raises(FileNotFoundError) as raised:
        fork_map(work, [0, 1, 2, 3], 2)

    assert raised.value.filename == str(tmp_path / "1")


def test_a_process_that_is_killed_is_reported() -> None:
    def work(item: int) -> int:
        if item == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(WorkerError, match="ended"):
        fork_map(work, range(4), 2)


def test_workers_stop_when_the_process_that_wanted_their_work_is_killed(tmp_path: Path) -> None:
    ours, theirs = os.pipe()  # which is at its end when the last process that holds the other side has ended

    def work_until_killed() -> None:
        wanting = os.getpid()

        def work(item: int) -> None:
            (tmp_path / str(item)).touch()
            if os.getpid() == wanting and item >= 40:
                os.kill(wanting, signal.SIGKILL)
            time.sleep(0.01)  # as if it were work: ten thousand of these take long

        fork_map(work, range(10_000), 2)

    in_child(work_until_killed)
    os.close(theirs)

    assert os.read(ours, 1) == b""
    os.close(ours)
    assert 0 < len(list(tmp_path.iterdir())) < 10_000 / 2
