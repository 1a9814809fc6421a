"""Frames between the child process and its parent: marshalled plain values, facts in blocks, nothing executable."""

import datetime as dt
import marshal
from collections.abc import Iterator
from typing import IO, Any

from wg_excel.domain.imported.facts import Export, RejectedRow
from wg_excel.domain.periods import Period
from wg_excel.exports.parts import Begun, Job, Part, Portion, Reading
from wg_excel.exports.synonyms import Synonyms
from wg_excel.exports.terms import Calendar

BLOCK = 10_000
LENGTH = 4


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


def send_ahead(stream: IO[bytes], path: str) -> None:
    """Name a file for which a job will follow."""
    send(stream, (path,))
    stream.flush()


def receive_job(stream: IO[bytes]) -> Job | str:
    """Take a job from the parent, or the path of one to come; raise EOFError when there are no more."""
    path, *rest = receive(stream)
    if not rest:
        return str(path)
    kind, (today, terms), extra, with_facts, skip = rest
    calendar = Calendar(dt.date.fromordinal(today), tuple(Period(*map(_date, term)) for term in terms))
    return Job(path, kind, calendar, Synonyms(*extra) if extra else None, with_facts, skip)


def send_part(stream: IO[bytes], part: Part) -> None:
    """Send what reading a file gives, as it comes; long portions in blocks."""
    if isinstance(part, Portion):
        for first in range(0, len(part.rows) or 1, BLOCK):  # without rows too: that the reading goes on is told
            send(stream, ("portion", part.kind, part.place, part.rows[first : first + BLOCK]))
    elif isinstance(part, Begun):
        send(stream, ("begun", *part))
    else:
        send(stream, ("reading", *part._replace(export=None), _plain(part.export)))
    stream.flush()


def receive_parts(stream: IO[bytes]) -> Iterator[Part]:
    """Take what the child sends for one job, to its end; raise EOFError when the child has ended before."""
    while (frame := receive(stream))[0] != "end":
        sort, *values = frame
        if sort == "reading":
            *values, export = values
            yield Reading(*values)._replace(export=_export(export))
        else:
            yield Begun(*values) if sort == "begun" else Portion(*values)


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
        "made": export.made and export.made.toordinal(),
        "rejected": [tuple(vars(row).values()) for row in export.rejected],
    }


def _export(plain: dict[str, Any] | None) -> Export | None:
    if plain is None:
        return None
    days = {name: _date(plain[name]) if plain[name] else None for name in ("first", "last", "made")}
    return Export(**{**plain, **days, "rejected": tuple(RejectedRow(*row) for row in plain["rejected"])})


def _ordinals(*days: dt.date) -> tuple[int, ...]:
    return tuple(day.toordinal() for day in days)


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(ordinal)
