import datetime as dt

from hypothesis import given, strategies as st

from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.lesson_gaps import HEADINGS, LINES, LONGEST_LINE, PAGE_ROWS, lesson_gaps, pages
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

DUE = dt.date(2026, 9, 17)
LESSONS = """
    09-01 1 5А Алгебра Иванова - +
    09-02 1 5А Алгебра Иванова + -
    09-02 2 5А Алгебра Иванова - -
    09-03 1 5А Алгебра Иванова + - control
    09-01 1 6А Чтение Ким + не
    09-04 0 6А Чтение Ким - +
    09-10 1 6А Чтение Ким - -
    09-20 1 6А Чтение Ким - -
    09-02 1 1А Чтение Цой + -
"""


def monitored(lessons: str, day: str = "09-10") -> Monitoring:
    staff = teachers("Иванова", "Ким", "Цой")
    return monitor(facts(lessons), staff, SchoolCalendar(), Settings(), Period(date("09-01"), date("09-30")), date(day))


def test_only_held_lessons_that_lack_something_are_listed() -> None:
    found = [
        (g.teacher, g.school_class, f"{g.day:%m-%d}", g.number, g.missing) for g in lesson_gaps(monitored(LESSONS))
    ]
    assert found == [
        ("Иванова", "5А", "09-01", 1, "тема"),
        ("Иванова", "5А", "09-02", 1, "домашнее задание"),
        ("Иванова", "5А", "09-02", 2, "тема, домашнее задание"),
        ("Ким", "6А", "09-04", None, "тема"),
    ]


def test_every_teacher_begins_on_a_page_of_their_own() -> None:
    rows = pages(monitored(LESSONS), DUE)
    assert [row[0] for row in rows[::PAGE_ROWS]] == ["Иванова", "Ким"]
    assert str(rows[1][0]).startswith("На 10.09.2026 не хватает записей у 3 уроков")
    assert str(rows[1][0]).endswith("Внесите их до 17.09.2026.")
    assert rows[2] == list(HEADINGS)
    assert rows[3][2] == dt.date(2026, 9, 1)


def test_many_gaps_go_on_to_further_pages_with_their_head() -> None:
    many = "\n".join(f"09-01 {n} 5А Алгебра Иванова - +" for n in range(1, LINES + 2))
    rows = pages(monitored(many), DUE)
    assert [row[0] for row in rows[::PAGE_ROWS]] == ["Иванова (лист 1 из 2)", "Иванова (лист 2 из 2)"]
    assert rows[PAGE_ROWS + 2] == list(HEADINGS)
    assert len(rows) == 2 * PAGE_ROWS


def test_where_nothing_is_missing_the_sheet_says_so() -> None:
    assert [row[0] for row in pages(monitored("09-01 1 5А Алгебра Иванова + +"), DUE)] == [
        "Чего не хватает",
        "На 10.09.2026 во всех проведённых уроках записаны темы и нужные задания; об отметках данных нет.",
    ]


def test_without_exports_the_reason_is_told_within_the_width_of_the_page() -> None:
    title, *told = (str(row[0]) for row in pages(monitored(""), DUE))
    assert title == "Чего не хватает"
    assert "сказать, чего не хватает, нельзя" in " ".join(told)
    assert "«Импорт выгрузок»" in " ".join(told)
    assert max(map(len, told)) <= LONGEST_LINE


lines = st.tuples(
    st.integers(1, 14),
    st.integers(0, 3),
    st.sampled_from(("1А", "5А", "6Б")),
    st.sampled_from(("Иванова", "Ким")),
    st.sampled_from("-+"),
    st.sampled_from(("-", "+", "не")),
    st.sampled_from(("", "control", "exempt")),
)


@given(st.lists(lines, max_size=25))
def test_there_are_as_many_gaps_as_overdue_lessons(drawn: list[tuple[object, ...]]) -> None:
    text = "\n".join(
        f"09-{d:02} {n} {c} Алгебра {t} {topic} {given_} {work}" for d, n, c, t, topic, given_, work in drawn
    )
    monitoring = monitored(text) if drawn else monitored("09-29 1 5А Алгебра Ким + +")
    assert len(lesson_gaps(monitoring)) == (monitoring.school.overdue or 0)
