import datetime as dt
from pathlib import Path

import pytest

from wg_excel import buttons
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.selection import selected_meeting
from wg_excel.book.tables import append_rows, read_cells, write_rows
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment

TODAY = dt.date(2026, 11, 22)


def test_attendance_of_the_selected_meeting_is_completed_and_nothing_overwritten(demo_book: Path) -> None:
    with changing(demo_book) as book:
        before = read_cells(book, Attendance).rows
        group = read_group(book)
        sheet = book.sheets["Заседания"]
        sheet.activate()
        sheet.range(f"B{group[Meeting][1].row}").select()
        (line,) = buttons.fill_attendance(book, today=TODAY)
        after = read_cells(book, Attendance).rows
    assert (line.meeting, line.member) == ("2", "Рудаков Степан Ефимович")
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def test_a_row_of_another_sheet_names_its_meeting(demo_book: Path) -> None:
    with changing(demo_book) as book:
        group = read_group(book)
        found: dict[type[Record], str] = {}
        for record, row in ((AgendaItem, group[AgendaItem][-1].row), (Assignment, group[Assignment][0].row)):
            sheet = book.sheets[record.table.sheet]
            sheet.activate()
            sheet.range(f"A{row}").select()
            found[record] = selected_meeting(book, group)
        book.sheets["Педагоги"].activate()
        found[Meeting] = selected_meeting(book, group)
    assert found == {AgendaItem: "6", Assignment: "1", Meeting: ""}


def test_decisions_become_assignments_and_the_appeal_learns_its_decision(demo_book: Path) -> None:
    decision = "Кравец Н. Б. утвердить перечень работ до 15.12.2026"
    with changing(demo_book) as book:
        row = ["5", 4, "Об обращении № 2026-051", None, None, None, decision, 8, 0, 0, "2026-051", None, None, None]
        append_rows(book, AgendaItem, [row])
        done = buttons.carry_decisions(book, "5", today=TODAY)
    with changing(demo_book) as book:
        group = read_group(book)
        again = buttons.carry_decisions(book, "5", today=TODAY)
    (task,) = done.assignments
    assert group[Assignment][-1].task == "Утвердить перечень работ"
    assert group[AgendaItem][-1].assignment == task.number == "14"
    assert next(appeal.status for appeal in group[Appeal] if appeal.number == "2026-051") == "В работе"
    assert (again.assignments, again.items, again.appeals, again.documents) == ((), (), (), ())


def test_a_meeting_that_does_not_exist_is_named(demo_book: Path) -> None:
    with changing(demo_book) as book, pytest.raises(NoSuchMeeting, match="№ 99"):
        buttons.carry_decisions(book, "99", today=TODAY)


def test_a_planned_meeting_gets_what_waits_and_never_what_was_deleted(demo_book: Path) -> None:
    with changing(demo_book) as book:
        added = buttons.plan_meeting(book, today=TODAY).items
    with changing(demo_book) as book:
        agenda = read_cells(book, AgendaItem)
        write_rows(book, AgendaItem, [row for row in agenda.rows if "Документ № 3" not in row])
    with changing(demo_book) as book:
        assert buttons.plan_meeting(book, today=TODAY).items == ()
    assert {"Обращение № 2026-051", "Документ № 3", "Готовность"} <= {item.basis for item in added}
