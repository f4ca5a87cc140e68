"""One `map` over the machine's processors, for work that leaves its result on disk and gives back little."""

import gc
import os
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_FORKING = 500


class WorkerError(RuntimeError):
    """A worker process failed in a way that nobody foresaw; the message is its traceback."""


def fork_map(function: Callable[[Item], Result], items: Sequence[Item], processes: int | None = None) -> list[Result]:
    """Give the result of the function for each item, in the order of the items.

    The items are dealt out to as many processes as there are processors, this one among them. They are
    forked, so neither items nor function need be picklable; results must be. Few items, and a process with several
    threads, which may not safely be forked, are worked off here alone. Raises what the function
    raises here, the OSError that it raised in another process, and WorkerError for all else that it raised there.
    """
    count = processes or os.cpu_count() or 1
    if count < 2 or threading.active_count() > 1 or (processes is None and len(items) < WORTH_FORKING):
        return [function(item) for item in items]
    results: list[Any] = [None] * len(items)
    with _Workers(function, [items[start::count] for start in range(1, count)]) as workers:
        results[::count] = [function(item) for item in items[::count]]
        for start, part in enumerate(workers.results(), 1):
            results[start::count] = part
    return results


class _Workers:
    """The other processes, each with its part of the items; none outlives the block."""

    def __init__(self, function: Callable[[Any], Any], parts: Sequence[Sequence[Any]]) -> None:
        import multiprocessing  # noqa: PLC0415 (small catalogs are worked off in one process)

        context = multiprocessing.get_context("fork")
        self._receivers: list[Connection] = []
        self._processes = []
        gc.freeze()  # the children share this memory as long as no collector writes into it
        for part in parts:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(function, part, sender, os.getpid()), daemon=True)
            process.start()
            sender.close()
            self._receivers.append(receiver)
            self._processes.append(process)
        gc.unfreeze()

    def __enter__(self) -> "_Workers":
        return self

    def results(self) -> list[list[Any]]:
        """Wait for each part and give its results. Raises OSError and WorkerError."""
        return [self._result(receiver) for receiver in self._receivers]

    def _result(self, receiver: "Connection") -> list[Any]:
        try:
            result: list[Any] | OSError | str = receiver.recv()
        except EOFError:
            raise WorkerError("A worker process ended before its work was done.") from None
        if isinstance(result, OSError):
            raise result
        if isinstance(result, str):
            raise WorkerError(result)
        return result

    def __exit__(self, failure: type[BaseException] | None, *details: object) -> None:
        for process in self._processes:
            if failure is not None:
                process.terminate()
            process.join()


def _work(function: Callable[[Any], Any], part: Sequence[Any], sender: "Connection", parent: int) -> None:
    results: list[Any] = []
    try:
        for item in part:
            if os.getppid() != parent:  # it was killed: nobody will read what is made here
                return
            results.append(function(item))
        sender.send(results)
    except OSError as error:
        sender.send(error)
    except Exception:
        import traceback  # noqa: PLC0415

        sender.send(traceback.format_exc())
