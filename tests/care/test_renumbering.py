import pytest

from tests.care.tables import contents
from wg_excel.care.renumbering import next_free, renumbered


@pytest.mark.parametrize(
    ("number", "taken", "free"),
    [
        ("2026-015", {"2026-015"}, "2026-016"),
        ("2026-099", {"2026-100"}, "2026-101"),
        ("3", set(), "4"),
        ("П-09а", {"П-10а"}, "П-11а"),
        ("первый", {"первый-2"}, "первый-3"),
        ("", set(), "-2"),
    ],
)
def test_the_next_free_number_keeps_its_form(number: str, taken: set[str], free: str) -> None:
    assert next_free(number, taken) == free


def test_a_clashing_meeting_takes_its_agenda_and_attendance_along() -> None:
    a = contents("""
        tblMeetings
        № | Дата
        3 | 2026-11-20
    """)
    b = contents("""
        tblMeetings
        № | Дата
        3 | 2026-11-21

        tblAgenda
        Заседание | Вопрос № | Вопрос
        3 | 1 | Об итогах четверти

        tblAttendance
        Заседание | Член группы | Явка
        3 | Ким О. Е. | Присутствовал
        2 | Ким О. Е. | Присутствовал
    """)
    moved, said = renumbered(a, b)
    assert said == (("Заседания", "3", "4"),)
    meetings, agenda, attendance = moved.tables
    assert [row[0] for row in meetings.rows] == [4.0]
    assert [row[0] for row in agenda.rows] == [4.0]
    assert [row[0] for row in attendance.rows] == [4.0, 2.0]


def test_a_clashing_appeal_takes_its_states_along_and_no_number_of_a_deleted_one() -> None:
    a = contents("""
        tblAppeals
        № | Дата | Заявитель | Суть обращения
        2026-061 | 2026-11-20 | Ким О. Е. | Не открывается журнал

        tblAppealStates
        Обращение | Дата | Статус
        2026-061 | 2026-11-20 | Новое
        2026-062 | 2026-11-20 | Новое
    """)
    b = contents("""
        tblAppeals
        № | Дата | Заявитель | Суть обращения
        2026-061 | 2026-11-21 | Юдин П. И. | Просит обучить выставлению итоговых отметок

        tblAppealStates
        Обращение | Дата | Статус
        2026-061 | 2026-11-21 | Новое
    """)
    moved, said = renumbered(a, b)
    assert said == (("Обращения", "2026-061", "2026-063"),)
    assert [table.rows[0][0] for table in moved.tables] == ["2026-063", "2026-063"]


def test_a_clashing_item_of_an_agenda_is_numbered_within_its_meeting() -> None:
    a = contents("""
        tblAgenda
        Заседание | Вопрос № | Вопрос
        1 | 1 | О плане на год
        2 | 7 | О сайте школы
    """)
    b = contents("""
        tblAgenda
        Заседание | Вопрос № | Вопрос
        1 | 1 | Об обучении классных руководителей

        tblAssignments
        № | Заседание | Вопрос № | Поручение
        5 | 1 | 1 | Составить расписание занятий
    """)
    moved, said = renumbered(a, b)
    assert said == (("Повестка", "1 · 1", "1 · 2"),)
    assert [table.rows[0][:3] for table in moved.tables] == [
        (1.0, 2.0, "Об обучении классных руководителей"),
        (5.0, 1.0, 2.0),
    ]


def test_a_free_number_is_free_in_both_copies() -> None:
    a = contents("""
        tblPlan
        № | Мероприятие
        1 | Семинар для педагогов
    """)
    b = contents("""
        tblPlan
        № | Мероприятие
        1 | Опрос родителей
        2 | Проверка журналов
    """)
    moved, said = renumbered(a, b)
    assert said == (("План", "1", "3"),)
    assert [row[0] for row in moved.tables[0].rows] == [3.0, 2.0]


def test_a_row_that_was_merged_before_gets_the_number_it_has_there() -> None:
    a = contents("""
        tblPlan
        № | Мероприятие
        1 | Семинар для педагогов
        9 | Опрос родителей
    """)
    b = contents("""
        tblPlan
        № | Мероприятие
        1 | Опрос родителей
    """)
    assert renumbered(a, b)[1] == (("План", "1", "9"),)
