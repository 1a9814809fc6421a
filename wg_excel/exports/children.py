"""Many files read by child processes side by side, each file within its time."""

import contextlib
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Self

from wg_excel.exports import starting, wire
from wg_excel.exports.parts import Begun, Collector, Job, Part, Reading
from wg_excel.exports.refusals import ReaderStopped, Refusal, TooBig, TooSlow

# A term of a whole school (15 MB) takes 3 seconds; a bomb is mostly small and must end within ten.
LEAST_SECONDS = 6.0
SECONDS_A_MEGABYTE = 0.6
MOST_SECONDS = 60.0
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
        self._timed_out = 0.0

    def look_ahead(self, path: str) -> None:
        """Name a file for which a job will follow."""
        wire.send_ahead(starting.pipes(self._started())[0], path)

    def read(self, job: Job) -> list[Reading]:
        """Return the readings of a job; what ends the child is refused, further members are read by the next child."""
        readings: list[Reading] = []
        collector = Collector()
        while not self._ended:
            begun, done = Begun(Path(job.path).name, 0), 0
            self._timed_out = 0.0
            try:
                for part in self._frames(job):
                    if isinstance(part, Begun):
                        begun, done = part, done + 1
                    readings += collector.take(part)
            except (EOFError, OSError, ValueError):  # ValueError: the pipe was closed by `end`
                if self._ended:
                    break
                readings.append(self._stopped(begun))
                self._kill()
                if "/" not in begun.name:
                    break
            else:
                break
            job = job._replace(skip=job.skip + done)
        return readings

    def _frames(self, job: Job) -> Iterator[Part]:
        process = self._started()
        given, answers = starting.pipes(process)
        wire.send_job(given, job)
        timer = self._timer(process, LEAST_SECONDS + _seconds(_size(job.path)))
        try:
            for part in wire.receive_parts(answers):
                if isinstance(part, Begun):
                    timer.cancel()
                    timer = self._timer(process, LEAST_SECONDS + _seconds(part.size))
                yield part
        finally:
            timer.cancel()

    def _timer(self, process: starting.Process, seconds: float) -> threading.Timer:
        def stop() -> None:
            self._timed_out = seconds
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        return timer

    def _stopped(self, begun: Begun) -> Reading:
        from wg_excel.exports.pupil_names import without_likely_names

        code = 0
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = self._process.wait(1)
        refusal: Refusal = ReaderStopped()
        if self._timed_out:
            refusal = TooSlow(self._timed_out)
        elif code in _ABORTED:
            refusal = TooBig()
        return Reading(without_likely_names(begun.name), "refused", None, refusal.message)

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


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _seconds(size: int) -> float:
    return min(SECONDS_A_MEGABYTE * size / 1e6, MOST_SECONDS)
