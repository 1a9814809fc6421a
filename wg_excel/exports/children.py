"""Many files read by child processes side by side, each file within its time."""

import contextlib
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple, Self

from wg_excel.exports import starting, wire
from wg_excel.exports.parts import Begun, Collector, Job, Part, Reading
from wg_excel.exports.refusals import ArchiveGivenUp, ReaderStopped, Refusal, TooBig, TooSlow
from wg_excel.exports.watching import Patience, Watch

LEAVE = 1.0  # seconds that a thread may take to see that its child has ended
PAUSE = 0.1  # seconds; so often the user may stop the reading
# How a process ends that is refused memory: SIGABRT, and STATUS_STACK_BUFFER_OVERRUN, which is abort() on Windows.
_ABORTED = frozenset((-6, 0xC0000409, 0xC0000409 - (1 << 32)))


class Children:
    """Child processes, one a thread, that are all ended with the block, on an interruption too."""

    def __init__(self, jobs: Sequence[Job], many: int) -> None:
        self._all = [Child() for _ in range(many - len(_ahead))] + _ahead
        _ahead.clear()
        first_ahead = self._all[::-1]  # the one that looked ahead takes the first file
        self._threads = [threading.Thread(target=self._work, args=(child,), daemon=True) for child in first_ahead]
        self._places = range(len(jobs))
        self._todo = deque(enumerate(jobs))
        self._done: SimpleQueue[tuple[int, list[Reading] | BaseException]] = SimpleQueue()

    def __enter__(self) -> Self:
        """Begin to read; whoever asks for the readings may do something else before."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._todo.clear()
        for child in self._all:
            child.end()
        for thread in self._threads:
            thread.join(LEAVE)

    def readings(self, pause: Callable[[int], object]) -> Iterator[list[Reading]]:
        """Give the readings of each job in order; `pause` is told now and then how many were given, and may raise."""
        ready: dict[int, list[Reading]] = {}
        for place in self._places:
            while place not in ready:
                pause(place)
                ready.update(self._finished())
            yield ready.pop(place)

    def _finished(self) -> Iterator[tuple[int, list[Reading]]]:
        """Give what is done within a tenth of a second; a wait without end could not be interrupted on Windows."""
        with contextlib.suppress(Empty):
            place, found = self._done.get(timeout=PAUSE)
            if isinstance(found, BaseException):
                raise found
            yield place, found

    def _work(self, child: "Child") -> None:
        place = -1
        try:
            while self._todo:
                place, job = self._todo.popleft()
                self._done.put((place, child.read(job)))
        except BaseException as error:  # noqa: BLE001 - raised again where somebody waits for it
            self._done.put((place, error))


class Child:
    """One child process, started on the first job and again after a crash."""

    def __init__(self) -> None:
        self._process: starting.Process | None = None
        self._ended = False

    def look_ahead(self, path: str) -> None:
        """Name a file for which a job will follow."""
        wire.send_ahead(starting.pipes(self._started())[0], path)

    def read(self, job: Job) -> list[Reading]:
        """Return the readings of a job; what ends the child is refused, further members are read by the next child."""
        readings: list[Reading] = []
        patience = Patience()
        while not self._ended:
            found, stopped = self._attempt(job, patience)
            readings += found
            if stopped is None or self._ended:
                break
            readings.append(stopped.reading)
            if not stopped.is_member or stopped.is_last:
                break
            job = job._replace(skip=job.skip + stopped.place)
        return readings

    def _attempt(self, job: Job, patience: Patience) -> "tuple[list[Reading], _Stopped | None]":
        """Read a job until its end or the child's; return the readings, and where the child ended if it did."""
        readings: list[Reading] = []
        collector, begun, place = Collector(), Begun(job.name), 0
        process = self._started()
        with Watch(process, patience) as watch:
            try:
                for part in _parts(process, job):
                    if isinstance(part, Begun):
                        begun, place = part, place + 1
                    readings += collector.take(part)
                    patience.hear(part)
            except (EOFError, OSError, ValueError):  # ValueError: the pipe was closed by `end`
                stopped = _Stopped(begun.name, place, _why(process, begun.name, watch, patience))
                self._kill()
                return readings, stopped
        return readings, None

    def _started(self) -> starting.Process:
        if self._process is None:
            self._process = starting.started()
        return self._process

    def end(self) -> None:
        """End the child for good."""
        self._ended = True
        self._kill()

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process:
            starting.end(process)


_ahead: list[Child] = []


def look_ahead(path: Path) -> None:
    """Let a child process open a file while the caller still loads its libraries; the first job goes on from there."""
    child = Child()
    with contextlib.suppress(OSError):
        child.look_ahead(str(path))
    _ahead.append(child)


class _Stopped(NamedTuple):
    """A child that ended with a file: its name and place among the members, and why."""

    name: str
    place: int
    refusal: Refusal

    @property
    def is_member(self) -> bool:
        return "/" in self.name

    @property
    def is_last(self) -> bool:
        return isinstance(self.refusal, ArchiveGivenUp)

    @property
    def reading(self) -> Reading:
        from wg_excel.exports.pupil_names import without_likely_names

        return Reading(without_likely_names(self.name), "refused", None, self.refusal.message)


def _parts(process: starting.Process, job: Job) -> Iterator[Part]:
    given, answers = starting.pipes(process)
    wire.send_job(given, job)
    yield from wire.receive_parts(answers)


def _why(process: starting.Process, name: str, watch: Watch, patience: Patience) -> Refusal:
    """Say why a child ended; what is not known is told by its exit code."""
    if watch.has_ended_it:
        return (ArchiveGivenUp if "/" in name else TooSlow)(patience.seconds)
    code = 0
    with contextlib.suppress(subprocess.TimeoutExpired):
        code = process.wait(1)
    return TooBig() if code in _ABORTED else ReaderStopped()
