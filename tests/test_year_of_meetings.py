"""A whole year of meetings played through on the headless engine, as a secretary would press the buttons."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.actions.creating import create
from wg_excel.book.master import read_group
from wg_excel.book.tables import append_rows, write_cells
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.readiness import Readiness
from wg_excel.headless import open_book

PEOPLE = {
    "Даценко Ирина Александровна": ("директор", "Руководитель", ""),
    "Белова Анна Игоревна": ("секретарь", "Секретарь", "Администратор сайта"),
    "Громов Олег Юрьевич": ("учитель", "Администратор ЭлЖур", "Системный администратор"),
    "Кравец Наталья Борисовна": ("завуч", "Ответственный за внедрение", ""),
}
NOTED = "Принять к сведению."


class Year:
    """The group's workbook and its secretary."""

    def __init__(self, book: xw.Book, folder: Path) -> None:
        self.book = book
        self.folder = folder

    def add(self, record: type[Record], **values: object) -> None:
        append_rows(self.book, record, [[values.get(column.name) for column in record.table.columns]])

    def write(self, row: Record, **values: object) -> None:
        write_cells(self.book, type(row), {(row.row, name): value for name, value in values.items()})

    def plan(self, today: str) -> str:
        """Plan the next meeting; return its number."""
        return buttons.plan_meeting(self.book, today=day(today)).meeting.number

    def meeting(self, number: str) -> Meeting:
        found = read_group(self.book).index.meeting(number)
        assert found
        return found

    def agenda(self, number: str) -> list[str]:
        return [item.question for item in read_group(self.book).index.agenda(number)]

    def keep_only(self, number: str, *words: str) -> None:
        """Delete from the agenda what the secretary does not want."""
        for item in read_group(self.book).index.agenda(number):
            if not any(word in item.question for word in words):
                self.write(item, **dict.fromkeys(("meeting", "number", "question", "speaker", "appeal", "basis")))

    def hold(self, number: str, decisions: dict[str, str]) -> dt.date:
        """Hold a meeting: attendance, decisions by a word of the question, votes; then carry, protocol and seal."""
        meeting = self.meeting(number)
        assert meeting.date
        self.write(meeting, status="Проведено")
        for line in buttons.fill_attendance(self.book, number, today=meeting.date):
            assert line.presence == ""
        for mark in read_group(self.book).index.attendance(number):
            self.write(mark, presence="Присутствовал")
        for item in read_group(self.book).index.agenda(number):
            said = next((text for word, text in decisions.items() if word in item.question), NOTED)
            self.write(item, decided=said or None, votes_for=4, votes_against=0, abstained=0)
        buttons.carry_decisions(self.book, number, today=meeting.date)
        if "" not in decisions.values():
            buttons.seal_protocol(self.book, number, today=meeting.date)
        return meeting.date

    def done(self, number: str, on: dt.date) -> None:
        task = next(task for task in read_group(self.book)[Assignment] if task.number == number)
        self.write(task, status="Выполнено", done=moment(on), report="Сделано")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def moment(value: dt.date) -> dt.datetime:
    return dt.datetime.combine(value, dt.time())


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    create(tmp_path / "книга.xlsm", school="МБОУ «Школа»")
    book = open_book(tmp_path / "книга.xlsm")
    made = Year(book, tmp_path)
    since = moment(day("2026-01-12"))
    for number, (fio, (post, role, second)) in enumerate(PEOPLE.items(), 1):
        made.add(
            Member,
            code=f"Ч{number}",
            fio=fio,
            post=post,
            role=role,
            second_role=second or None,
            since=since,
            inclusion_order="№ 1-од от 12.01.2026",
        )
    values = {"Директор": "Даценко Ирина Александровна", "Приказ о рабочей группе, №": "1-од"}
    for line in read_group(book)[SettingLine]:
        if line.title in values:
            made.write(line, value=values[line.title])
        if line.title == "Приказ о рабочей группе, дата":
            made.write(line, value=since)
    yield made
    book.close()


def play(year: Year) -> str:
    """Play the whole year; return the number of its last meeting."""
    # First quarter: the conditions are due; the decision becomes an assignment.
    first = year.plan("2026-01-19")
    assert first == "1"
    assert [question.split(" (")[0] for question in year.agenda(first)] == ["Об оценке условий внедрения «ЭлЖур»"]
    held = year.hold(first, {"условий": "Громову О. Ю. проверить компьютеры до 20.02.2026."})
    for row in read_group(year.book)[Readiness]:
        year.write(row, score="2", date=moment(held))
    year.done("1", day("2026-02-18"))

    # Second quarter: an appeal taken to the meeting and a document to change; one item stays undecided.
    year.add(
        Document,
        number="1",
        kind="Положение",
        title="Положение",
        analysis="Требует изменений",
        publication="Не требуется",
    )
    year.add(
        Appeal,
        number="2026-001",
        date=moment(day("2026-04-01")),
        applicant="Соколова Вера Павловна",
        category="Педагог",
        help_kind="Методическая",
        theme="Пропуски",
        essence="Чем отмечать пропуски",
        priority="Низкий",
        executor="Кравец Наталья Борисовна",
        status="Вынесено на заседание",
    )
    second = year.plan("2026-04-06")
    year.keep_only(second, "обращении", "документ")
    assert year.plan("2026-04-06") == second
    assert year.agenda(second) == [
        "Об обращении № 2026-001 от 01.04.2026: пропуски",
        "О внесении изменений в документ «Положение»",
    ]
    held = year.hold(second, {"обращении": "Кравец Н. Б. разослать разъяснение до 30.04.2026.", "документ": ""})
    (appeal,) = read_group(year.book)[Appeal]
    assert (appeal.status, appeal.meeting) == ("В работе", "2")
    year.done("2", day("2026-04-29"))
    year.write(appeal, status="Решено", solved=moment(day("2026-04-29")))

    # Third quarter: what was left undecided comes back with its history, is cancelled once more and then decided.
    third = year.plan("2026-09-01")
    assert "О внесении изменений в документ «Положение» (перенесён с заседания № 2)" in year.agenda(third)
    year.keep_only(third, "документ")
    year.write(year.meeting(third), status="Отменено")
    left = read_group(year.book).index.agenda(second)[1]
    year.write(left, decided="Вопрос перенести.")
    buttons.seal_protocol(year.book, second, today=held)
    fourth = year.plan("2026-09-02")
    assert "О внесении изменений в документ «Положение» (перенесён с заседаний № 2, 3)" in year.agenda(fourth)
    year.keep_only(fourth, "документ")
    year.hold(fourth, {"документ": "Кравец Н. Б. подготовить новую редакцию до 30.11.2026."})
    (document,) = read_group(year.book)[Document]
    assert document.due == day("2026-11-30")

    # Fourth quarter: the open assignment comes first; the meeting is postponed and keeps its agenda.
    fifth = year.plan("2026-11-02")
    assert year.agenda(fifth)[0] == "Об исполнении поручения № 3"
    year.write(year.meeting(fifth), status="Перенесено", date=moment(day("2026-12-03")))
    assert year.plan("2026-11-16") == fifth
    year.done("3", day("2026-11-27"))
    year.write(document, analysis="Изменён")
    for row in read_group(year.book)[Readiness]:
        year.write(row, score="3", date=moment(day("2026-11-20")))
    year.hold(fifth, {})
    buttons.show_participation(year.book, today=day("2026-12-31"))
    buttons.write_reminders(year.book, year.folder, today=day("2026-12-31"))
    return fifth


def test_a_year_of_meetings_leaves_nothing_open(year: Year) -> None:
    last = play(year)
    group = read_group(year.book)
    assert [(task.number, task.meeting, task.item) for task in group[Assignment]] == [
        ("1", "1", 1),
        ("2", "2", 1),
        ("3", "4", 1),
    ]
    assert {line.presence for line in group[Attendance]} == {"Присутствовал"}
    assert all(meeting.sealed for meeting in group[Meeting] if meeting.is_held)
    assert [item.assignment for item in group[AgendaItem] if item.assignment] == ["1", "2", "3"]
    found = buttons.check_entries(year.book, today=day("2026-12-31")).findings
    assert [(one.rule, one.message) for one in found if one.rule.startswith(("MTG", "ASG", "APP", "RDY"))] == []
    assert f"Протокол № {last}" in year.book.sheet_names
