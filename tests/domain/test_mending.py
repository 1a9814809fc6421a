import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain import lists
from wg_excel.domain.columns import reader
from wg_excel.domain.lists import ClosedList
from wg_excel.domain.mending import mender
from wg_excel.domain.schema import Column, Kind

STATUS = Column("status", "Статус", Kind.CHOICE, choices=lists.APPEAL_STATES)
NAMES = {"семенова анна олеговна": "Семёнова Анна Олеговна"}


def mended(kind: Kind, text: str, title: str = "Столбец") -> object:
    found = mender(Column("x", title, kind), {}, {})(text)
    return found.value if found else None


@pytest.mark.parametrize(
    "text",
    ["01.09.2026", "1.9.2026", "01.09.26", "2026-09-01", "1 сентября 2026 г.", "«1» сентября 2026 года", "01,09,2026"],
)
def test_a_date_with_one_reading_becomes_a_date(text: str) -> None:
    assert mended(Kind.DATE, text) == dt.date(2026, 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2026",  # the third of April, or American March
        "01.09.85",  # which century
        "пн 01.09.2026",  # it is a Tuesday
        "01.09.2026 14:30",  # the time would be lost
        "31.02.2026",
        "01.09",
        "сентябрь 2026",
    ],
)
def test_a_date_with_several_readings_or_none_is_left(text: str) -> None:
    assert mended(Kind.DATE, text) is None


@pytest.mark.parametrize(("text", "number"), [("1,5", 1.5), ("12", 12), ("1 200", 1200), ("1 200,5", 1200.5)])
def test_a_number_with_one_reading_becomes_a_number(text: str, number: float) -> None:
    assert mended(Kind.NUMBER, text) == number


@pytest.mark.parametrize("text", ["1,200", "1.200", "2 3", "пять", "-1", "12 ч"])
def test_a_number_with_several_readings_or_none_is_left(text: str) -> None:
    assert mended(Kind.NUMBER, text) is None


@pytest.mark.parametrize(("text", "time"), [("14.30", dt.time(14, 30)), ("9:00", dt.time(9)), ("14-15", None)])
def test_a_time_becomes_a_time_but_a_range_is_left(text: str, time: dt.time | None) -> None:
    assert mended(Kind.TIME, text) == time


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.TEXT, " учитель  физики ", "учитель физики"),
        (Kind.TEXT, "учитель\u00a0физики", "учитель физики"),
        (Kind.TEXT, "учи\u200bтель", "учитель"),
        (Kind.LONG_TEXT, "Первая строка \nвторая  ", "Первая строка \nвторая"),
        (Kind.FIO, "Мaркова Вера Анатольевна", "Маркова Вера Анатольевна"),
        (Kind.LONG_TEXT, "Работает c 1 сентября", "Работает с 1 сентября"),
    ],
)
def test_stray_blanks_and_look_alikes_are_mended(kind: Kind, text: str, value: str) -> None:
    assert mended(kind, text) == value


@pytest.mark.parametrize("text", ["СOМ", "Еxcel", "Zoomе", "иванов@mаil.ru", "IT-специалист"])
def test_a_word_that_need_not_be_cyrillic_is_left(text: str) -> None:
    assert mended(Kind.TEXT, text) is None


def test_classes_are_written_in_cyrillic() -> None:
    assert mended(Kind.TEXT, "5A, 6Б", "Классы") == "5А, 6Б"


@pytest.mark.parametrize(
    ("text", "value"), [("решено", "Решено"), ("Ждет заявителя", "Ждёт заявителя"), ("Решено ", "Решено")]
)
def test_a_value_of_a_list_is_spelt_as_in_the_list(text: str, value: str) -> None:
    found = mender(STATUS, {}, {})(text)
    assert found
    assert found.value == value


def test_a_value_that_is_only_like_one_of_the_list_is_left() -> None:
    assert mender(STATUS, {}, {})("Решен") is None


def test_of_two_list_values_that_differ_in_case_none_is_chosen() -> None:
    column = Column("x", "Тема", Kind.CHOICE, choices=ClosedList("lstX", "Тема", ()))
    assert mender(column, {"lstX": ("Иное", "ИНОЕ")}, {})("иное") is None


@pytest.mark.parametrize("text", ["Семенова Анна Олеговна", "СЕМЁНОВА АННА ОЛЕГОВНА ", "Ceмёнова Анна Олеговна"])
def test_a_known_name_is_written_as_on_its_own_sheet(text: str) -> None:
    found = mender(Column("x", "Исполнитель", Kind.REFERENCE), {}, NAMES)(text)
    assert found
    assert found.value == "Семёнова Анна Олеговна"


def test_a_name_in_short_is_not_completed() -> None:
    assert mender(Column("x", "Исполнитель", Kind.REFERENCE), {}, NAMES)("Семёнова А. О.") is None


@pytest.mark.parametrize("text", [" Пароль: Zima2026", "Звонить на +7 978 123-45-67 ", "парoль Zima2026"])
def test_a_text_with_a_secret_or_personal_data_is_never_touched(text: str) -> None:
    assert mended(Kind.LONG_TEXT, text) is None


@pytest.mark.parametrize("text", [" =1+1", " +79", " -5 ", " @СУММ(1)"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert mended(Kind.TEXT, text) is None


@given(st.sampled_from([kind for kind in Kind if kind not in {Kind.CHOICE, Kind.MOMENT}]), st.text(max_size=30))
def test_what_is_mended_needs_no_mending(kind: Kind, text: str) -> None:
    column = Column("x", "Столбец", kind)
    found = mender(column, {}, {})(text)
    if found and isinstance(found.value, str):
        assert mender(column, {}, {})(found.value) is None
    elif found:
        assert reader(column, {})(found.value)[1] == ()
