import datetime as dt
import re

import pytest
from hypothesis import given, strategies as st

from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.monitoring import Monitoring, Row, monitor
from wg_excel.domain.monitoring.monitoring_report import MonitoringReport, monitoring_report, short_names
from wg_excel.domain.monitoring.monitoring_report_text import cells
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

PERIOD, DAY = Period(date("09-01"), date("09-30")), date("10-12")
SINCE = dt.date(2026, 1, 12)
HEAD = Member("1", "Лисовой Андрей Викторович", "директор", "Руководитель", since=SINCE)
CHECKER = Member(
    "2", "Белая Анна Игоревна", "учитель", "Член группы", direction="Мониторинг ведения журналов", since=SINCE
)
SCHOOL = Settings(school="МБОУ «Школа»", order_number="12-од", order_date=dt.date(2026, 1, 12))
LESSONS = """
    09-01 1 5А Алгебра Иванова - +
    09-02 1 5А Алгебра Иванова + +
    09-01 1 6А Алгебра Иванова + +
    09-03 3 5А Труд Цой + +
"""


def report_of(monitoring: Monitoring, *members: Member) -> MonitoringReport:
    return monitoring_report(Group({Member: members}, SCHOOL), monitoring)


def monitored(lessons: str) -> Monitoring:
    return monitor(facts(lessons), teachers("Иванова", "Цой"), SchoolCalendar(), SCHOOL, PERIOD, DAY)


def test_it_names_basis_checkers_and_what_was_covered() -> None:
    made = report_of(monitored(LESSONS), HEAD, CHECKER)
    assert made.basis.startswith("приказ от 12.01.2026 № 12-од; Положение о рабочей группе, п. 5.2")
    assert made.checked_by == "Белая А. И., учитель"
    assert made.covered == (
        "журналы 2 классов (5А, 6А), 2 педагогов, 4 проведённых уроков; уроки учтены по 12.10.2026."
    )
    assert [(one.role, one.name) for one in made.signatures] == [
        ("Проверку провёл", "А. И. Белая"),
        ("Руководитель рабочей группы", "А. В. Лисовой"),
    ]


def test_what_is_good_stands_before_what_is_not_and_remarks_go_by_teacher() -> None:
    made = report_of(monitored(LESSONS), HEAD, CHECKER)
    assert made.good == (
        "Запись домашних заданий – 100,0 % (норма – не менее 95 %).",
        "Без замечаний ведут журналы: Цой.",
    )
    assert made.shortcomings == ("Запись тем уроков – 75,0 % (норма – 100 %).",)
    assert made.by_teacher == ("Иванова: темы – 5А (50,0 %).",)


def test_the_table_sums_up_teachers_with_several_rows_and_the_school() -> None:
    made = report_of(monitored(LESSONS), HEAD, CHECKER)
    shown = [[str(cell) for cell in cells(line) if cell is not None and cell != ""] for line in made.lines]
    assert shown == [
        ["1", "Иванова", "5А", "Алгебра", "2", "50.0", "100.0", "темы; не закрыто: 1", "2026-10-19"],
        ["2", "Иванова", "6А", "Алгебра", "1", "100.0", "100.0"],
        ["Итого: Иванова", "3", "66.6", "100.0", "темы; не закрыто: 1"],
        ["3", "Цой", "5А", "Труд", "1", "100.0", "100.0"],
        ["ИТОГО ПО ШКОЛЕ", "4", "75.0", "100.0", "темы; не закрыто: 1"],
    ]


def test_a_period_without_data_makes_a_report_that_says_so() -> None:
    made = report_of(monitored("12-01 1 5А Алгебра Иванова + +"), HEAD)
    assert made.lines == ()
    assert made.conclusions[0].startswith("Сделать выводы нельзя: за этот период нет ни списков уроков")
    assert "загрузить из «ЭлЖур» отчёт «Темы и ДЗ» и страницы журнала" in made.recommendations[0]
    assert "______" in made.checked_by


def test_namesakes_are_written_in_full() -> None:
    names = ("Бойко Марина Сергеевна", "Бойко Мария Степановна", "Цой Ирина Львовна")
    assert list(short_names(names).values()) == [*names[:2], "Цой И. Л."]


def test_many_remarks_of_one_teacher_are_cut_short() -> None:
    rows = tuple(Row("Иванова", f"{n}А", "Алгебра", Counts(lessons=10, topics=n)) for n in range(1, 9))
    made = report_of(Monitoring(PERIOD, DAY, SCHOOL, rows))
    assert made.by_teacher[0].endswith("6А (60,0 %) и ещё 2 строки таблицы.")


@pytest.mark.parametrize(
    ("school_class", "subjects", "told"),
    [
        ("5А", "Алгебра", "5А (50,0 %)"),
        ("5А", "Алгебра, Физика", "5А Алгебра (50,0 %), 5А Физика (50,0 %)"),
        ("2", "Алгебра", "2 класс (50,0 %)"),
        ("2", "Алгебра, Физика", "2 класс Алгебра (50,0 %), 2 класс Физика (50,0 %)"),
    ],
)
def test_a_class_without_a_letter_does_not_read_as_a_figure(school_class: str, subjects: str, told: str) -> None:
    rows = tuple(Row("Иванова", school_class, name, Counts(lessons=10, topics=5)) for name in subjects.split(", "))
    assert report_of(Monitoring(PERIOD, DAY, SCHOOL, rows)).by_teacher == (f"Иванова: темы – {told}.",)


counts = st.builds(
    lambda parts: Counts(*[None if known is None else known for known in parts]),
    st.tuples(
        *[st.none() | st.integers(20, 30), st.none() | st.integers(0, 20)],
        *[st.none() | st.integers(10, 15), st.none() | st.integers(0, 10), st.none() | st.integers(0, 9)],
        *[st.none() | st.integers(20, 50), st.none() | st.integers(0, 20)],
        *[st.none() | st.integers(0, 90), st.none() | st.integers(1, 60)],
        *[st.none() | st.integers(10, 20), st.none() | st.integers(0, 10)],
        *[st.none() | st.integers(10, 30), st.none() | st.integers(0, 10), st.none()],
        *[st.none() | st.integers(10, 30), st.none() | st.integers(0, 10)],
    ),
)
rows = st.dictionaries(
    st.tuples(
        st.sampled_from(("Иванова", "Ким", "Цой")), st.sampled_from(("5А", "6Б")), st.sampled_from(("Труд", "ИЗО"))
    ),
    counts,
    max_size=8,
)


@given(rows)
def test_every_figure_of_a_sentence_stands_in_the_table(parts: dict[tuple[str, str, str], Counts]) -> None:
    monitoring = Monitoring(PERIOD, DAY, SCHOOL, tuple(Row(*key, parts[key]) for key in sorted(parts)))
    made = report_of(monitoring)
    table = " | ".join(_shown(cell) for line in made.lines for cell in cells(line))
    text = " ".join((*made.good, *made.shortcomings, *made.by_teacher, *made.conclusions))
    for figure in re.findall(
        r"\d+,\d(?= %)|\d+ из \d+(?=[).])", re.sub(r" \(норма[^)]*\)|Замечания есть[^.]*", "", text)
    ):
        assert figure in table, figure


def _shown(cell: object) -> str:
    return f"{cell:.1f}".replace(".", ",") if isinstance(cell, float) else str(cell)
