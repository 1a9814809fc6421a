"""Meetings that go another way than planned, pressed through in the demonstration's workbook."""

import datetime as dt
from pathlib import Path

import pytest

from wg_excel import buttons
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.protocol_texts import read_text
from wg_excel.book.rows import cell_of
from wg_excel.book.tables import write_cells
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.meetings.protocol_gaps import ProtocolNotReady
from wg_excel.domain.schema import Record

TODAY, COUNTED = dt.date(2026, 11, 22), dt.date(2026, 12, 10)


def write(book: object, row: Record, **values: object) -> None:
    write_cells(book, type(row), {(row.row, name): cell_of(value) for name, value in values.items()})  # type: ignore[arg-type]


def test_a_meeting_by_letter_goes_from_its_plan_to_the_seal(demo_book: Path) -> None:
    with changing(demo_book) as book:
        number = buttons.plan_meeting(book, today=TODAY).meeting.number
        group = read_group(book)
        (meeting,) = (one for one in group[Meeting] if one.number == number)
        write(book, meeting, form="Заочная", kind="Внеочередное", status="Проведено", start=None, place="")
        for item in group.index.agenda(number):
            write(book, item, decided="Принять к сведению.")
        lines = buttons.fill_attendance(book, number, today=COUNTED)
        for mark in read_group(book).index.attendance(number):
            write(book, mark, presence="Присутствовал")
        with pytest.raises(ProtocolNotReady, match="впишите в «Письмо от» день"):
            buttons.seal_protocol(book, number, today=COUNTED)
        marks = read_group(book).index.attendance(number)
        for n, mark in enumerate(marks):
            write(book, mark, letter=COUNTED - dt.timedelta(days=n % 2))
        for item in read_group(book).index.agenda(number):
            write(book, item, votes_for=len(marks), votes_against=0, abstained=0)
        buttons.seal_protocol(book, number, today=COUNTED)
        text = "\n".join(read_text(book, f"Протокол № {number}"))
        found = buttons.check_entries(book, today=COUNTED + dt.timedelta(days=1)).findings
    assert len(lines) == len(marks)
    assert "внеочередного заочного заседания" in text
    assert "Письма с голосами получены: с 09.12.2026 по 10.12.2026" in text
    assert "(письмо от 10.12.2026)" in text
    assert [one.message for one in found if one.rule == "MTG-1" and "IV квартал" in one.message] == []
    assert [one for one in found if one.rule == "MTG-11"] == []


def test_a_second_planned_meeting_is_extraordinary_and_says_so_in_its_protocol(demo_book: Path) -> None:
    with changing(demo_book) as book:
        made = buttons.plan_meeting(book, dt.date(2026, 12, 3), today=TODAY)
        number = made.meeting.number
        write(book, next(one for one in read_group(book)[Meeting] if one.number == number), status="Проведено")
        buttons.fill_attendance(book, number, today=dt.date(2026, 12, 3))
        for mark in read_group(book).index.attendance(number):
            write(book, mark, presence="Присутствовал")
        for item in read_group(book).index.agenda(number):
            write(book, item, decided="Принять к сведению.")
        protocol = buttons.create_protocol(book, number, today=dt.date(2026, 12, 3))
    assert made.meeting.kind == "Внеочередное"
    assert protocol.title.startswith("внеочередного заседания")
    assert protocol.date == dt.date(2026, 12, 3)


def test_a_postponed_meeting_keeps_its_items_and_its_protocol_has_the_new_day(demo_book: Path) -> None:
    later = dt.date(2026, 12, 17)
    with changing(demo_book) as book:
        planned = buttons.plan_meeting(book, today=TODAY).meeting
        before = [item.question for item in read_group(book).index.agenda(planned.number)]
        write(book, next(one for one in read_group(book)[Meeting] if one.number == planned.number),
              status="Перенесено", date=later)  # fmt: skip
        again = buttons.plan_meeting(book, today=COUNTED)
        questions = [item.question for item in read_group(book).index.agenda(planned.number)]
    assert (again.meeting.number, again.meeting.date) == (planned.number, later)
    assert questions[: len(before)] == before


def test_the_items_of_a_cancelled_meeting_return_with_their_history(demo_book: Path) -> None:
    with changing(demo_book) as book:
        planned = buttons.plan_meeting(book, today=TODAY).meeting
        write(book, next(one for one in read_group(book)[Meeting] if one.number == planned.number), status="Отменено")
        made = buttons.plan_meeting(book, today=TODAY + dt.timedelta(days=1))
    assert made.is_new
    assert [
        item.question for item in made.items if item.question.endswith(f"(перенесён с заседания № {planned.number})")
    ]
