"""The counts of the demo's list of lessons, computed once more by pandas over its raw rows, agree."""

import datetime as dt

import pandas as pd
import pytest

from tests.exports.whole import read
from wg_excel.demo import school_year
from wg_excel.domain.calendar import school_calendar
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import SchoolTerm, Settings
from wg_excel.domain.staff.teachers import Teacher

FILE = next(path for path in school_year.exports() if path.name == "lessons.xls")
TODAY, TERM_END = dt.date(2026, 11, 22), dt.date(2026, 10, 23)
KEY = ["teacher", "school_class", "subject"]
COUNTS = ["lessons", "topics", "homework_due", "homework"]
COLUMNS = ["day", "number", "school_class", "subject", "teacher", "topic", "homework_text", "entered"]
CONTROL = "контрольн|самостоятельн|проверочн|практическ|лабораторн|диктант|тест|зач[её]т|изложен|сочинен"
NOBODY = ["Бойко М. С.", "Нестеренко Павел Андреевич"]  # initials of two people; no teacher of the school
SPELT = {"Куртиев Э.": "Куртиев Эдем", "Эдем Ибраимович": "Куртиев Эдем"}
Counted = dict[tuple[str, ...], tuple[int, ...]]


@pytest.fixture(scope="module")
def by_pandas() -> Counted:
    rows = pd.read_excel(
        FILE, engine="calamine", header=None, skiprows=4, names=COLUMNS, dtype={"topic": str, "homework_text": str}
    )
    rows = rows[~rows.teacher.isin(NOBODY)]
    rows["teacher"] = rows.teacher.map(_person)
    days = pd.to_datetime(rows.day).dt.date
    rows["lessons"] = 1
    rows["topics"] = rows.topic.fillna("").str.strip().str.len() >= 3
    ended = rows[days <= TERM_END].sort_values(["day", "number"]).groupby(KEY).tail(1).index
    control = rows.topic.fillna("").str.contains(CONTROL, case=False, regex=True)
    rows["homework_due"] = ~control & ~rows.index.isin(ended)
    written = ~rows.homework_text.fillna("").str.strip().isin(["", "—", "-", "/", "."])
    rows["homework"] = rows.homework_due & written
    counted = rows.groupby(KEY)[COUNTS].sum()
    return {tuple(key): tuple(map(int, line)) for key, line in zip(counted.index, counted.to_numpy(), strict=True)}


@pytest.fixture(scope="module")
def by_product() -> Counted:
    (reading,) = read([FILE], today=TODAY)
    assert reading.export
    calendar = school_calendar([SchoolTerm(*line) for line in school_year.rows(SchoolTerm)], ())  # type: ignore[arg-type]
    staff = [Teacher(str(line[0])) for line in school_year.rows(Teacher)]
    period = Period(dt.date(2026, 9, 1), TODAY)
    rows = monitor(reading.export.facts, staff, calendar, Settings(), period, TODAY).rows
    return {
        (_person(row.teacher), row.school_class, row.subject): tuple(getattr(row.counts, name) for name in COUNTS)
        for row in rows
    }


def _person(name: str) -> str:
    words = " ".join(name.replace("ё", "е").split()[:2])
    return SPELT.get(words, words)


def test_both_count_the_same_for_every_teacher_class_and_subject(by_pandas: Counted, by_product: Counted) -> None:
    assert by_product == by_pandas


def test_there_is_enough_to_compare(by_pandas: Counted) -> None:
    assert len(by_pandas) > 30
    assert any(line[1] < line[0] for line in by_pandas.values())
    assert any(line[3] < line[2] for line in by_pandas.values())
