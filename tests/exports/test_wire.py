import datetime as dt
import io

import pytest

from wg_excel.domain.imported.facts import Export, RejectedRow
from wg_excel.domain.periods import Period
from wg_excel.exports import wire
from wg_excel.exports.parts import Begun, Job, Portion, Reading
from wg_excel.exports.synonyms import Synonyms
from wg_excel.exports.terms import Calendar

DAY = dt.date(2026, 9, 1)


@pytest.mark.parametrize("extra", [None, Synonyms((("а", "б"),), "x = 1")])
def test_a_job_arrives_as_it_was_sent(extra: Synonyms | None) -> None:
    job = Job("/папка/файл.xls", "lessons", Calendar(DAY, (Period(DAY, DAY),)), extra, with_facts=False, skip=3)
    pipe = io.BytesIO()
    wire.send_job(pipe, job)
    pipe.seek(0)
    assert wire.receive_job(pipe) == job


def test_parts_arrive_in_order_and_long_portions_in_blocks() -> None:
    export = Export("файл", "lessons", "00", DAY, None, rows=2, rejected=(RejectedRow(5, "нет"),), warnings=("так",))
    rows = [(n, "а", 1.5) for n in range(wire.BLOCK + 1)]
    reading = Reading("файл", "known", export, "сказано", ("а",))
    pipe = io.BytesIO()
    for part in (Begun("файл"), Portion("lessons", 0, rows), reading):
        wire.send_part(pipe, part)
    wire.send_end(pipe)
    pipe.seek(0)
    begun, first, second, last = wire.receive_parts(pipe)
    assert (begun, last) == (Begun("файл"), reading)
    assert isinstance(first, Portion)
    assert isinstance(second, Portion)
    assert [*first.rows, *second.rows] == rows


def test_a_stream_that_ends_early_is_told() -> None:
    pipe = io.BytesIO()
    wire.send_part(pipe, Begun("файл"))
    with pytest.raises(EOFError):
        list(wire.receive_parts(io.BytesIO(pipe.getvalue())))
    with pytest.raises(EOFError):
        list(wire.receive_parts(io.BytesIO(pipe.getvalue()[:-1])))
