import datetime as dt

from hypothesis import given, strategies as st

from tests.facts_notation import date, facts, lessons, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts, Lesson, day_key
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor, to_json
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

STAFF = teachers("Иванова", "Ким")
TERM = Period(dt.date(2026, 9, 1), dt.date(2026, 10, 23))


def monitored(known: Facts, first: str = "09-01", last: str = "10-23", today: str = "10-10") -> Monitoring:
    period = Period(date(first), date(last))
    return monitor(known, STAFF, SchoolCalendar(), Settings(), period, date(today))


def counted(known: Facts, **days: str) -> Counts:
    return monitored(known, **days).school


def test_a_lesson_counts_its_topic_and_its_homework() -> None:
    known = facts("""
        09-01 1 5А Алгебра Иванова + +
        09-01 2 5А Алгебра Иванова - -
        09-02 1 5А Алгебра Иванова + не
        09-03 1 5А Алгебра Иванова + - control
        09-04 1 5А Алгебра Иванова + + exempt
    """)
    counts = counted(known)
    assert (counts.lessons, counts.topics, counts.homework_due, counts.homework) == (5, 4, 3, 2)


def test_a_lesson_after_today_or_outside_the_period_does_not_count() -> None:
    known = facts("""
        09-01 1 5А Алгебра Иванова + +
        09-14 1 5А Алгебра Иванова + +
        09-15 1 5А Алгебра Иванова + +
    """)
    assert counted(known, today="09-14").lessons == 2
    assert counted(known, first="09-02", today="09-14").lessons == 1


def test_the_last_lesson_of_an_ended_term_needs_no_homework() -> None:
    known = facts("""
        10-22 1 5А Алгебра Иванова + -
        10-23 1 5А Алгебра Иванова + -
        10-23 3 5А Алгебра Иванова + +
        11-02 1 5А Алгебра Иванова + -
    """)
    ended = counted(known, last="12-30", today="11-02")
    assert (ended.lessons, ended.homework_due, ended.homework) == (4, 3, 0)
    assert counted(known, today="10-23").homework_due == 3


def test_the_last_lesson_is_that_of_the_whole_term_not_of_the_monitored_days() -> None:
    known = facts("""
        10-20 1 5А Алгебра Иванова + -
        10-23 1 5А Алгебра Иванова + -
    """)
    assert counted(known, last="10-21", today="11-10").homework_due == 1


def test_the_first_class_has_no_homework_and_no_marks() -> None:
    known = facts(
        "09-01 1 1А Чтение Ким + +\n09-01 1 11А Чтение Ким + +",
        reports="journal 09-01 10-23 1А Чтение Ким lessons=9 marks=5 marks_required=9 lessons_without_marks=1",
    )
    first, eleventh = (row.counts for row in monitored(known, today="11-01").rows)
    assert (first.lessons, first.homework_due, first.homework) == (1, 0, 0)
    assert (first.marks, first.marks_required, first.lessons_without_marks) == (None, None, None)
    assert eleventh.homework_due == 0  # the last lesson of the term
    assert counted(facts("09-01 1 11А Чтение Ким + +")).homework_due == 1


def test_one_lesson_in_two_imports_counts_once_as_in_the_later() -> None:
    first = lessons("09-01 1 5А Алгебра Иванова - -", source=1)
    later = lessons("09-01 1 5А Алгебра Иванова + +", source=2)
    counts = counted(Facts(first + later))
    assert (counts.lessons, counts.topics) == (1, 1)


def test_two_spellings_of_a_teacher_are_one() -> None:
    staff = teachers("Иванова Мария Петровна")
    rows = tuple(
        Lesson(20260901, 1, "5А", "Алгебра", "", name, 1, 0, 1, 0, 0, source)
        for source, name in enumerate(("Иванова М. П.", "Иванова  Мария Петровна"), 1)
    )
    made = monitor(Facts(rows), staff, SchoolCalendar(), Settings(), TERM, date("10-10"))
    assert [(row.teacher, row.counts.lessons) for row in made.rows] == [("Иванова Мария Петровна", 1)]


def test_lessons_without_a_number_all_count() -> None:
    known = facts("09-01 0 5А Алгебра Иванова + +\n09-01 0 5А Алгебра Иванова + -")
    assert counted(known).lessons == 2


def test_entries_are_in_time_on_the_day_of_the_lesson_or_before() -> None:
    known = facts("""
        09-01 1 5А Алгебра Иванова 09-01 09-02
        09-02 1 5А Алгебра Иванова 08-31 -
        09-03 1 5А Алгебра Иванова - +
    """)
    counts = counted(known)
    assert (counts.entries, counts.entries_in_time) == (3, 2)


def test_entries_of_unknown_time_are_no_data_and_of_known_time_may_be_none() -> None:
    assert counted(facts("09-01 1 5А Алгебра Иванова + +")).entries is None
    timed = facts("09-01 1 5А Алгебра Иванова - -\n09-01 1 6А Алгебра Иванова 09-01 09-01")
    assert [row.counts.entries for row in monitored(timed).rows] == [0, 2]


def test_what_list_and_log_both_know_counts_once() -> None:
    known = facts(
        """
        09-01 1 5А Алгебра Иванова 09-01 09-02
        09-01 2 5А Алгебра Иванова 09-01 -
        """,
        """
        09-01 5А Алгебра Иванова topic 09-01 2
        09-01 5А Алгебра Иванова homework 09-02
        """,
    )
    counts = counted(known)
    assert (counts.entries, counts.entries_in_time) == (3, 2)


def test_the_log_adds_what_a_list_without_times_has() -> None:
    known = facts(
        "09-01 1 4А Чтение Ким + -\n09-02 1 4А Чтение Ким + +",
        """
        09-01 4А Чтение Ким topic 09-01
        09-01 4А Чтение Ким homework 09-01
        09-02 4А Чтение Ким topic 09-05
        """,
    )
    counts = counted(known)
    assert (counts.entries, counts.entries_in_time) == (2, 1)  # the homework of 1 September was taken away again


def test_the_log_alone_gives_entries_but_no_lessons() -> None:
    (row,) = monitored(facts(log="09-01 4А Чтение Ким topic 09-01\n09-01 4А Чтение Ким mark 09-02 3")).rows
    assert row.counts == Counts(entries=4, entries_in_time=4)


def test_a_mark_has_one_working_day_and_after_a_control_work_seven() -> None:
    known = facts(
        "09-04 1 4А Чтение Ким + - control\n09-11 1 4А Чтение Ким + +",
        """
        09-04 4А Чтение Ким mark 09-15 2
        09-04 4А Чтение Ким mark 09-16
        09-11 4А Чтение Ким mark 09-14 3
        09-11 4А Чтение Ким mark 09-15 4
        """,
    )
    counts = counted(known)
    assert (counts.entries, counts.entries_in_time) == (10, 5)


def test_a_public_holiday_is_no_working_day_for_marks() -> None:
    log = "11-03 4А Чтение Ким mark 11-05\n11-03 4А Чтение Ким mark 11-06"
    counts = counted(facts(log=log), last="11-22", today="11-22")
    assert (counts.entries, counts.entries_in_time) == (2, 1)


def test_a_page_gives_marks_and_the_lessons_without_them() -> None:
    known = facts(
        reports="""
        journal 09-01 10-23 5А Алгебра Иванова pupils=20 lessons=30 marks=90 marks_required=140 lessons_without_marks=4
        filling 09-01 10-23 5А Алгебра Иванова lessons=31 topics=29 homework=28 lessons_without_marks=6
        """
    )
    counts = counted(known)
    assert (counts.marks, counts.marks_required, counts.lessons_checked, counts.lessons_without_marks) == (
        90,
        140,
        30,
        4,
    )
    assert (counts.lessons, counts.topics, counts.homework_due, counts.homework) == (31, 29, 31, 28)


def test_a_filling_report_counts_only_where_no_list_has_the_lessons() -> None:
    report = "filling 09-01 10-23 5А Алгебра Иванова lessons=31 topics=29 homework=28 lessons_without_marks=6"
    listed = counted(facts("09-01 1 5А Алгебра Иванова + +", reports=report))
    assert (listed.lessons, listed.topics, listed.lessons_without_marks) == (1, 1, 6)
    later = counted(facts("11-02 1 5А Алгебра Иванова + +", reports=report), last="12-30", today="11-10")
    assert later.lessons == 32


def test_a_report_counts_only_in_a_period_that_contains_it() -> None:
    known = facts(reports="filling 09-01 10-23 5А Алгебра Иванова lessons=31 topics=29")
    made = monitored(known, first="09-02")
    assert made.rows == ()
    assert made.left_out == (TERM,)
    assert monitored(known, first="11-01", last="11-30").left_out == ()


def test_of_reports_whose_periods_touch_one_counts() -> None:
    known = facts(
        reports="""
        journal 09-01 09-30 5А Алгебра Иванова lessons=15 marks=40 marks_required=60 lessons_without_marks=1
        journal 09-01 10-23 5А Алгебра Иванова lessons=30 marks=90 marks_required=140 lessons_without_marks=4
        """
    )
    assert counted(known).marks == 90


def test_a_name_that_fits_nobody_is_counted_to_nobody_and_told() -> None:
    made = monitored(
        facts(
            "09-01 1 5А Алгебра Кин + +\n09-02 1 5А Алгебра Кин + +",
            "09-02 5А Алгебра Директор mark 09-02 5",
            "filling 09-01 10-23 5А Алгебра Кин lessons=31 topics=29",
        )
    )
    assert made.rows == ()
    assert [(waiting.match.spelling, waiting.rows) for waiting in made.waiting] == [("Директор", 1), ("Кин", 3)]


def test_without_pedagogi_every_full_name_stands_for_itself() -> None:
    rows = tuple(
        Lesson(20260901, number, "5А", "Алгебра", "", name, 1, 0, 1, 0, 0, 1)
        for number, name in enumerate(("Ким Анна Львовна", "Ким А. Л.", "Ким Aнна  Львовна", "Цой А. Л."), 1)
    )
    made = monitor(Facts(rows), (), SchoolCalendar(), Settings(), TERM, date("10-10"))
    assert [(row.teacher, row.counts.lessons) for row in made.rows] == [("Ким Анна Львовна", 3)]
    assert [waiting.match.spelling for waiting in made.waiting] == ["Цой А. Л."]


def test_rows_and_classes_stand_in_the_order_of_the_school() -> None:
    known = facts("""
        09-01 1 10А Алгебра Ким + +
        09-01 2 2Б Чтение Ким + +
        09-01 3 2А Чтение Иванова + +
        09-01 4 2А Алгебра Иванова + +
    """)
    made = monitored(known)
    assert [row.school_class + row.subject[0] for row in made.rows] == ["2АА", "2АЧ", "2БЧ", "10АА"]
    assert [line.name for line in made.by_class] == ["2А", "2Б", "10А"]
    assert [line.name for line in made.by_parallel] == ["2", "10"]
    assert [line.name for line in made.by_subject] == ["Алгебра", "Чтение"]
    assert [line.name for line in made.by_teacher] == ["Иванова", "Ким"]


def test_a_teacher_who_entered_nothing_does_not_work_in_the_journal() -> None:
    known = facts(
        "09-01 1 5А Алгебра Ким - -\n09-01 1 6А Алгебра Иванова + -",
        reports="journal 09-01 10-23 7А Алгебра Ким lessons=9 marks=0 marks_required=60 lessons_without_marks=9",
    )
    assert monitored(known).working_teachers == (1, 2)


def test_a_page_tells_pupils_without_marks_and_finals_that_differ_from_the_mean() -> None:
    known = facts(
        reports="""
        journal 09-01 10-23 5А Труд Ким pupils=20 pupils_without_marks=2 pupils_one_mark=1 finals=18 finals_off=3
        journal 09-01 10-23 6А Алгебра Ким lessons=9 pupils=20 pupils_without_marks=0 pupils_one_mark=0 finals=20
        """
    )
    counts = counted(known)
    assert (counts.pupils, counts.pupils_without_marks, counts.pupils_one_mark) == (40, 2, 1)
    assert (counts.finals, counts.finals_off) == (18, 3)


def test_a_filling_report_may_count_what_is_missing() -> None:
    known = facts(reports="filling 09-01 10-23 5А Алгебра Ким lessons=31 topics=30 homework_missing=4")
    assert (counted(known).homework_due, counted(known).homework) == (31, 27)


def test_the_json_has_counts_and_null_for_what_nothing_gives() -> None:
    told = to_json(monitored(facts("09-01 1 5А Алгебра Ким + -")))
    assert told["period"] == {"from": "2026-09-01", "to": "2026-10-23"}
    counts = {"lessons": 1, "topics": 1, "homework_due": 1, "homework": 0, "overdue": 1, "lessons_judged": 1}
    null = dict.fromkeys(set(Counts._fields) - set(counts))
    assert told["rows"] == [{"teacher": "Ким", "class": "5А", "subject": "Алгебра", **counts, **null}]
    assert told["by_teacher"] == [{"teacher": "Ким", **counts, **null}]
    assert told["by_class"] == [{"class": "5А", **counts, **null}]
    assert told["school"] == {**counts, **null}


LESSONS = st.builds(
    Lesson,
    day=st.dates(dt.date(2026, 9, 1), dt.date(2026, 11, 30)).map(day_key),
    number=st.integers(0, 3),
    school_class=st.sampled_from(["1А", "5А", "5Б"]),
    subject=st.sampled_from(["Алгебра", "Чтение"]),
    group=st.just(""),
    teacher=st.sampled_from(["Иванова", "Ким", "Никто"]),
    topic=st.integers(0, 1),
    work=st.integers(0, 2),
    homework=st.integers(0, 2),
    topic_day=st.sampled_from([0, 20260901, 20261001, 20261130]),
    homework_day=st.sampled_from([0, 20260901, 20261001, 20261130]),
    source=st.integers(1, 2),
)


@given(st.lists(LESSONS, max_size=40), st.dates(dt.date(2026, 9, 1), dt.date(2026, 12, 1)))
def test_parts_stay_within_their_wholes_and_sums_are_the_same_every_way(rows: list[Lesson], today: dt.date) -> None:
    period = Period(dt.date(2026, 9, 1), dt.date(2026, 11, 22))
    made = monitor(Facts(tuple(rows)), STAFF, SchoolCalendar(), Settings(), period, today)
    for row in made.rows:
        counts = {name: value or 0 for name, value in row.counts._asdict().items()}
        assert counts["topics"] <= counts["lessons"] <= len(rows)
        assert counts["homework"] <= counts["homework_due"] <= counts["lessons"]
        assert counts["entries_in_time"] <= counts["entries"] <= counts["lessons"] * 2
        assert counts["overdue"] <= counts["lessons"]
    for name in Counts._fields:
        sums = [
            sum(getattr(line.counts, name) or 0 for line in lines)
            for lines in (made.rows, made.by_teacher, made.by_class, made.by_parallel, made.by_subject)
        ]
        assert sums == [getattr(made.school, name) or 0] * 5


@given(st.lists(LESSONS, max_size=30))
def test_two_halves_of_a_period_make_the_whole(rows: list[Lesson]) -> None:
    def count(first: dt.date, last: dt.date) -> Counts:
        period = Period(first, last)
        return monitor(Facts(tuple(rows)), STAFF, SchoolCalendar(), Settings(), period, dt.date(2026, 12, 1)).school

    whole = count(dt.date(2026, 9, 1), dt.date(2026, 11, 30))
    halves = count(dt.date(2026, 9, 1), dt.date(2026, 10, 5)), count(dt.date(2026, 10, 6), dt.date(2026, 11, 30))
    for name in ("lessons", "topics", "homework_due", "homework"):
        assert sum(getattr(half, name) or 0 for half in halves) == (getattr(whole, name) or 0)
