"""Frames between the child process and its parent: marshalled plain values, facts in blocks, nothing executable."""

import datetime as dt
import marshal
from collections.abc import Iterator
from typing import IO, Any

from wg_excel.domain.facts import Export, RejectedRow
from wg_excel.domain.periods import Period
from wg_excel.exports.reading import Begun, Job, Reading, Result
from wg_excel.exports.spans import Calendar
from wg_excel.exports.synonyms import Synonyms

BLOCK = 10_000
LENGTH = 4
Facts = tuple[list[Any], list[Any], list[Any]]


def send(stream: IO[bytes], value: tuple[Any, ...]) -> None:
    """Write one frame: its length, then the value."""
    frame = marshal.dumps(value)
    stream.write(len(frame).to_bytes(LENGTH, "little"))
    stream.write(frame)


def receive(stream: IO[bytes]) -> Any:  # noqa: ANN401 - plain values of any form
    """Read one frame; raise EOFError at the end of the stream."""
    head = _exactly(stream, LENGTH)
    return marshal.loads(_exactly(stream, int.from_bytes(head, "little")))  # noqa: S302 - from our own child alone


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def send_job(stream: IO[bytes], job: Job) -> None:
    """Send a job to the child."""
    calendar = (job.calendar.today.toordinal(), [_ordinals(term.first, term.last) for term in job.calendar.terms])
    send(stream, (job.path, job.kind, calendar, tuple(job.extra) if job.extra else None, job.with_facts, job.skip))
    stream.flush()


def receive_job(stream: IO[bytes]) -> Job:
    """Take a job from the parent; raise EOFError when there are no more."""
    path, kind, (today, terms), extra, with_facts, skip = receive(stream)
    calendar = Calendar(dt.date.fromordinal(today), tuple(Period(*map(_date, term)) for term in terms))
    return Job(path, kind, calendar, Synonyms(*extra) if extra else None, with_facts, skip)


def send_begun(stream: IO[bytes], begun: Begun) -> None:
    """Say that a file or member is about to be read."""
    send(stream, ("begun", *begun))
    stream.flush()


def send_result(stream: IO[bytes], result: Result) -> None:
    """Send a reading: its facts in blocks, then the rest."""
    for place, rows in enumerate(result.facts):
        for first in range(0, len(rows), BLOCK):
            send(stream, ("facts", place, rows[first : first + BLOCK]))
    reading = result.reading
    send(stream, ("reading", reading.file, reading.status, _plain(reading.export), reading.message, reading.headings))
    stream.flush()


def receive_results(stream: IO[bytes]) -> Iterator[Begun | Result]:
    """Take what the child sends for one job, to its end; raise EOFError when the child has ended before."""
    facts: Facts = ([], [], [])
    while (frame := receive(stream))[0] != "end":
        if frame[0] == "begun":
            yield Begun(*frame[1:])
        elif frame[0] == "facts":
            facts[frame[1]].extend(frame[2])
        else:
            file, status, export, message, headings = frame[1:]
            yield Result(Reading(file, status, _export(export), message, headings), facts)
            facts = ([], [], [])


def send_end(stream: IO[bytes]) -> None:
    """Say that a job is done."""
    send(stream, ("end",))
    stream.flush()


def _plain(export: Export | None) -> object:
    if export is None:
        return None
    return {
        **{name: value for name, value in vars(export).items() if name != "facts"},
        "first": export.first and export.first.toordinal(),
        "last": export.last and export.last.toordinal(),
        "rejected": [tuple(vars(row).values()) for row in export.rejected],
    }


def _export(plain: dict[str, Any] | None) -> Export | None:
    if plain is None:
        return None
    days = {name: _date(plain[name]) if plain[name] else None for name in ("first", "last")}
    return Export(**{**plain, **days, "rejected": tuple(RejectedRow(*row) for row in plain["rejected"])})


def _ordinals(*days: dt.date) -> tuple[int, ...]:
    return tuple(day.toordinal() for day in days)


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(ordinal)
