"""Reading of many files: child processes side by side, each file within its time; the package's entry."""

import contextlib
import datetime as dt
import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Self

from wg_excel.domain.periods import Period
from wg_excel.exports import wire
from wg_excel.exports.pupil_names import without_likely_names
from wg_excel.exports.reading import Begun, Collector, Job, Part, Reading
from wg_excel.exports.refusals import ReaderStopped, Refusal, TooBig, TooSlow
from wg_excel.exports.spans import Calendar
from wg_excel.exports.synonyms import Synonyms

LEAST_SECONDS = 8.0
SECONDS_A_MEGABYTE = 2.0
MOST_SECONDS = 120.0
MOST_PROCESSES = 4
# How a process ends that is refused memory: SIGABRT, and STATUS_STACK_BUFFER_OVERRUN, which is abort() on Windows.
_ABORTED = frozenset((-6, 0xC0000409, 0xC0000409 - (1 << 32)))
CHILD = "from wg_excel.exports.child import main; main()"
Progress = Callable[[int, int], None]


def recognise(
    paths: Sequence[Path],
    extra: Synonyms | None = None,
    *,
    today: dt.date | None = None,
    terms: Sequence[Period] = (),
    progress: Progress | None = None,
) -> tuple[Reading, ...]:
    """Say what each file is, with period, rows and what was rejected, but without facts."""
    calendar = Calendar(today or dt.date.today(), tuple(terms))  # noqa: DTZ011 - a school's day has no zone
    return _read_all([Job(str(path), "", calendar, extra, with_facts=False) for path in paths], progress)


def read(
    paths: Sequence[Path],
    *,
    kind: str = "",
    today: dt.date,
    terms: Sequence[Period] = (),
    extra: Synonyms | None = None,
    progress: Progress | None = None,
) -> tuple[Reading, ...]:
    """Read files into facts: one reading a file, one a member of an archive, in the order of the paths.

    `kind` is an id or title where the user names it; `today` ends what counts as held; `terms` are the school's
    четверти; `progress` is told how many of how many files are done.
    """
    calendar = Calendar(today, tuple(terms))
    return _read_all([Job(str(path), kind, calendar, extra) for path in paths], progress)


def look_ahead(path: Path) -> None:
    """Let a child process open a file while the caller still loads its libraries; `read` goes on from there."""
    child = _Child()
    with contextlib.suppress(OSError):
        child.look_ahead(str(path))
    _ahead.append(child)


def _read_all(jobs: Sequence[Job], progress: Progress | None) -> tuple[Reading, ...]:
    readings: list[Reading] = []
    with _without_collecting(), _Children(min(len(jobs), os.cpu_count() or 1, MOST_PROCESSES)) as children:
        for done, found in enumerate(children.read(jobs), 1):
            readings += found
            if progress:
                progress(done, len(jobs))
    return tuple(readings)


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the collector from looking through half a million new facts again and again; they hold no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Children:
    """Child processes, one a thread, that are all ended with the block, on an interruption too."""

    def __init__(self, many: int) -> None:
        self._free: list[_Child] = [_Child() for _ in range(many - len(_ahead))] + _ahead  # the last one goes first
        _ahead.clear()
        self._all = tuple(self._free)
        self._pool = ThreadPoolExecutor(max(many, 1), "export")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for child in self._all:
            child.end()
        self._pool.shutdown()

    def read(self, jobs: Sequence[Job]) -> Iterator[list[Reading]]:
        """Give the readings of each job in order."""
        yield from self._pool.map(self._one, jobs)

    def _one(self, job: Job) -> list[Reading]:
        child = self._free.pop()
        try:
            return child.read(job)
        finally:
            self._free.append(child)


class _Child:
    """One child process, started on the first job and again after a crash."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._timed_out = 0.0

    def look_ahead(self, path: str) -> None:
        """Name a file for which a job will follow."""
        wire.send_ahead(_pipes(self._started())[0], path)

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
            except (EOFError, OSError):
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
        given, answers = _pipes(process)
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

    def _timer(self, process: subprocess.Popen[bytes], seconds: float) -> threading.Timer:
        def stop() -> None:
            self._timed_out = seconds
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        return timer

    def _stopped(self, begun: Begun) -> Reading:
        process, code = self._process, 0
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = process.wait(1) if process else 0
        refusal: Refusal = ReaderStopped()
        if self._timed_out:
            refusal = TooSlow(self._timed_out)
        elif code in _ABORTED:
            refusal = TooBig()
        return Reading(without_likely_names(begun.name), "refused", None, refusal.message)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = _start()
        return self._process

    def end(self) -> None:
        """End the child for good."""
        self._ended = True
        self._kill()

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()
            process.wait()


_ahead: list[_Child] = []


def _start() -> subprocess.Popen[bytes]:
    from wg_excel.exports import windows

    root = str(Path(__file__).parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        creationflags=windows.NO_WINDOW,
    )
    windows.bound(process)
    return process


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _seconds(size: int) -> float:
    return min(SECONDS_A_MEGABYTE * size / 1e6, MOST_SECONDS)
