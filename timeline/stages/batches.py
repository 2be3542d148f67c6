"""Many texts: read in batches, in one process or several, each document answered for whatever happens to another."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Generic, TypeVar

from timeline.errors import InvalidOptionError, LostWorkerError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 2  # chunks given to each process beyond the one it works on: enough to keep it busy, few enough to hold


def check_sizes(*, n_process: int, batch_size: int) -> int:
    """Return how many processes to work in.

    Raises
    ------
    InvalidOptionError
        When `batch_size` is below 1 or `n_process` is 0; below 0 the latter means all processors.
    """
    if batch_size < 1:
        raise InvalidOptionError(f"batch_size is the number of texts read together, at least 1, not {batch_size}.")
    if n_process == 0:
        raise InvalidOptionError("n_process is the number of processes, at least 1, or below 0 for all processors.")
    return n_process if n_process > 0 else os.cpu_count() or 1


def chunks_of(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists; what a source raises is raised after the items that came before it.

    Examples
    --------
    >>> list(chunks_of("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    chunk: list[T] = []
    try:
        for item in items:
            chunk.append(item)
            if len(chunk) == size:
                yield chunk
                chunk = []
    except Exception:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


def _worked(work: Callable[[list[T]], list[R]], chunk: list[T]) -> list[R]:
    """Do some work in a process of the pool, whose models live as long as it does: no collection looks at them."""
    results = work(chunk)
    if not gc.get_freeze_count():
        gc.freeze()
    return results


class WorkerPool(Generic[T, R]):
    """Processes that turn lists of items into lists of results, and outlive the death of one of them.

    A process that is killed (by the system for want of memory, say) breaks a `ProcessPoolExecutor` for good, and nobody
    learns which item killed it. Then the chunks under way are done again, one at a time in new processes; a chunk that
    kills again is cut into its items, and an item that kills alone is answered for by `lost`.

    Parameters
    ----------
    work : callable
        From a list of items to as many results; pickled by its name.
    lost : callable
        From an item and an error to its result.
    n_process : int
        At least 1.
    """

    def __init__(
        self, work: Callable[[list[T]], list[R]], lost: Callable[[T, LostWorkerError], R], *, n_process: int
    ) -> None:
        self._work, self._lost, self._n_process = work, lost, n_process
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> WorkerPool[T, R]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def map(self, chunks: Iterable[list[T]]) -> Iterator[R]:
        """Yield the results of all items, in their order."""
        under_way: deque[tuple[list[T], Future[list[R]]]] = deque()
        source = iter(chunks)
        error: Exception | None = None
        exhausted = False
        while True:
            while not exhausted and len(under_way) < self._n_process * (1 + _AHEAD):
                try:
                    chunk = next(source)
                except StopIteration:
                    exhausted = True
                except Exception as raised:  # what the caller's own source raises, told after what came before it
                    exhausted, error = True, raised
                else:
                    under_way.append((chunk, self._submit(chunk)))
            if not under_way:
                break
            chunk, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                waiting = [chunk, *(other for other, _ in under_way)]
                under_way.clear()
                for one in waiting:
                    yield from self._alone(one)
        if error is not None:
            raise error

    def _submit(self, chunk: list[T]) -> Future[list[R]]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._n_process)
        try:
            return self._executor.submit(_worked, self._work, chunk)
        except BrokenProcessPool as broken:
            failed: Future[list[R]] = Future()
            failed.set_exception(broken)
            return failed

    def _alone(self, chunk: Sequence[T]) -> Iterator[R]:
        self._stop()
        try:
            yield from self._submit(list(chunk)).result()
        except BrokenProcessPool:
            if len(chunk) == 1:
                error = LostWorkerError(
                    "The process that read it was killed, twice. It may need more memory than there is: read it alone, "
                    "or with fewer processes (n_process)."
                )
                yield self._lost(chunk[0], error)
                self._stop()
            else:
                for item in chunk:
                    yield from self._alone([item])

    def _stop(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
