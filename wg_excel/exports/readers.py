"""The package's entry: files → readings, each file opened in a child process."""

import contextlib
import datetime as dt
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from wg_excel.domain.periods import Period
from wg_excel.exports.children import Children
from wg_excel.exports.parts import Job, Reading
from wg_excel.exports.synonyms import Synonyms
from wg_excel.exports.terms import Calendar

MOST_PROCESSES = 4
Progress = Callable[[int, int], object]


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
    with _begun([Job(str(path), "", calendar, extra, with_facts=False) for path in paths], progress) as found:
        return tuple(found)


@contextlib.contextmanager
def begun(
    paths: Sequence[Path],
    *,
    kind: str = "",
    today: dt.date,
    terms: Sequence[Period] = (),
    extra: Synonyms | None = None,
    progress: Progress | None = None,
) -> Iterator[Iterator[Reading]]:
    """Begin to read files into facts, and give their readings as they come: one a file, one a member of an archive.

    They come in the order of the paths. `kind` is an id or title where the user names it; `today` ends what counts
    as held; `terms` are the school's четверти; `progress` is told how many of how many files are done, ten times a
    second: what it raises stops all.
    """
    calendar = Calendar(today, tuple(terms))
    with _begun([Job(str(path), kind, calendar, extra) for path in paths], progress) as found:
        yield found


@contextlib.contextmanager
def _begun(jobs: Sequence[Job], progress: Progress | None) -> Iterator[Iterator[Reading]]:
    with _without_collecting(), Children(jobs, min(len(jobs), os.cpu_count() or 1, MOST_PROCESSES)) as children:
        yield _in_order(children, len(jobs), progress or (lambda _done, _all: None))


def _in_order(children: Children, many: int, tell: Progress) -> Iterator[Reading]:
    for done, found in enumerate(children.readings(lambda given: tell(given, many)), 1):
        tell(done, many)
        yield from found


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
