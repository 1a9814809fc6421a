import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from wg_excel.exports import cells

DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2098, 12, 31))
GENITIVE = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
FORMS: dict[str, Callable[[dt.date], cells.Value]] = {
    "dotted": lambda day: f"{day:%d.%m.%Y}",
    "short": lambda day: f"{day.day}.{day.month}.{day:%y}",
    "slashes": lambda day: f"{day:%d/%m/%Y}",
    "iso": lambda day: day.isoformat(),
    "iso with time": lambda day: f"{day.isoformat()}T08:30:00",
    "with time": lambda day: f"{day:%d.%m.%Y} 18:05",
    "with weekday": lambda day: f"вт, {day:%d.%m.%Y} г.",
    "in words": lambda day: f"{day.day} {GENITIVE[day.month - 1]} {day.year} г.",
    "serial": lambda day: float((day - dt.date(1899, 12, 30)).days),
    "serial as text": lambda day: str((day - dt.date(1899, 12, 30)).days),
    "date": lambda day: day,
    "moment": lambda day: dt.datetime(day.year, day.month, day.day, 23, 59),  # noqa: DTZ001 - cells have no zone
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_a_day_reads_the_same_in_every_form(form: str, day: dt.date) -> None:
    assert cells.day(FORMS[form](day)) == day.year * 10000 + day.month * 100 + day.day


@pytest.mark.parametrize(
    "value", ["", None, "—", "32.01.2026", "29.02.2026", "15.13.2026", 5.0, "5/4", "2026", True, "I"]
)
def test_what_is_no_day_is_none(value: cells.Value) -> None:
    assert cells.day(value) == 0


SPELLINGS = (
    *("{n}{a}", "{n}-{a}", "{n} {a}", '{n} "{a}"', "{n}«{a}»", "{n} - {a}", " {n}{a} ", "{n}\xa0{a}"),
    *("{n}{a} класс", "{n} класс {a}", "{n}-й {a}", "класс {n}{a}", "{n}.{a}", "{n}_{a}", "{n}'{a}'"),
)


@given(
    number=st.integers(1, 11),
    letter=st.sampled_from("АБВГДЕЖЗИКЛМНОПРСТ"),
    form=st.sampled_from(SPELLINGS),
    case=st.sampled_from((str.lower, str.upper)),
    script=st.sampled_from(({}, str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX"))),
)
def test_a_class_reads_the_same_in_every_spelling(
    number: int, letter: str, form: str, case: Callable[[str], str], script: dict[int, int]
) -> None:
    written = form.format(n=number, a=case(letter.translate(script)))
    assert cells.school_class(written) == (f"{number}{letter}", "")


@pytest.mark.parametrize(
    ("written", "school_class", "group"),
    [
        ("7А/1", "7А", "1"),
        ("7А (2 группа)", "7А", "2"),
        ("7-А 1 подгруппа", "7А", "1"),
        ("10а гр. 2", "10А", "2"),
        ("9А, 9Б", "9А, 9Б", ""),
        ("11", "11", ""),
        (5.0, "5", ""),
        ("5 класс", "5", ""),
        ("10В (профиль)", "10В", ""),
        ("05А", "5А", ""),
        ("10 (1)", "10-1", ""),
        ("10-1", "10-1", ""),
        ("11 ФМ", "11ФМ", ""),
    ],
)
def test_groups_and_several_classes_are_told(written: cells.Value, school_class: str, group: str) -> None:
    assert cells.school_class(written) == (school_class, group)


@pytest.mark.parametrize("value", ["", None, "Хор", "Итого", 54.0, 0.5, "54", "2026", dt.date(2026, 9, 1)])
def test_what_is_no_class_is_none(value: cells.Value) -> None:
    assert cells.school_class(value) is None


@pytest.mark.parametrize(
    ("value", "number"),
    [
        *[("87,5%", 87.5), ("5", 5.0), (5, 5.0), ("1 234", 1234.0), ("1\xa0234,5", 1234.5), ("−3", -3.0)],
        *[("12.5 %", 12.5), ("", None), ("—", None), (True, None), ("5А", None), (None, None)],
    ],
)
def test_numbers_with_commas_blanks_and_percents_are_read(value: cells.Value, number: float | None) -> None:
    assert cells.number(value) == number


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Иванова  Мария   Петровна ", ("Иванова Мария Петровна",)),
        ("Иванова И. И.", ("Иванова И. И.",)),
        ("Ким А.В., Иванова М.П.", ("Ким А.В.", "Иванова М.П.")),
        ("Ким Анна; Иванова Мария", ("Ким Анна", "Иванова Мария")),
        ("Ким Анна\nИванова Мария", ("Ким Анна", "Иванова Мария")),
        ("Ким Анна / Ким Анна", ("Ким Анна",)),
        ("Иванова, Мария Петровна", ("Иванова Мария Петровна",)),
        ("Семёнова-Ткач Ирина и Ким Анна", ("Семёнова-Ткач Ирина", "Ким Анна")),
        ("", ("",)),
        (None, ("",)),
    ],
)
def test_people_in_a_cell_are_parted(written: cells.Value, names: tuple[str, ...]) -> None:
    assert cells.people(written) == names


@pytest.mark.parametrize(
    ("written", "subject", "group"),
    [
        ("Русс.лит", "Русс.лит", ""),
        ("Английский  язык (1 группа)", "Английский язык", "1"),
        ("Информатика, 2 гр.", "Информатика", "2"),
        ("Технология (группа М)", "Технология", "м"),
        ("Групповая психология", "Групповая психология", ""),
        ("География", "География", ""),
    ],
)
def test_a_subject_keeps_its_name_and_gives_its_group(written: str, subject: str, group: str) -> None:
    assert cells.subject(written) == (subject, group)


@given(name=st.text("абвгдежзик", min_size=4, max_size=20))
def test_a_message_never_shows_a_word_that_could_be_a_name(name: str) -> None:
    assert name not in cells.shown(f"{name.title()} 5А") + cells.shown(name)


def test_a_message_shows_dates_and_classes() -> None:
    assert cells.shown("32.13.2026") == "«32.13.2026»"
    assert cells.shown("12-Ъ") == "«12-Ъ»"


@pytest.mark.parametrize(
    "written", ["вакансия", "Вакансия (Ким)", "ВАКАНТНО", "не назначен", "без учителя", "нет учителя"]
)
def test_a_place_without_a_teacher_is_nobody_s(written: str) -> None:
    assert cells.people(written) == ("",)


@pytest.mark.parametrize(
    ("written", "school_class"),
    [("10 (физмат)", "10 (физмат)"), ("11 (соц.-эконом.)", "11 (соц.-эконом.)"), ("9В, 1 четверть", "9В")],
)
def test_a_profile_names_a_class_and_a_term_beside_it_does_not(written: str, school_class: str) -> None:
    assert cells.school_class(written) == (school_class, "")
