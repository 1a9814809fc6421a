import datetime as dt

import pytest

from tests.exports.sheets import rows
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.lines import Lines
from wg_excel.exports.pages import days_of, find_page
from wg_excel.exports.terms import Calendar

KIND = vocabulary().kinds["journal"]
CALENDAR = Calendar(dt.date(2026, 11, 22))
LINES = Lines({"period": "01.09.2026 – 23.10.2026"}, ())

SEPTEMBER_TO_OCTOBER = [20260901, 20260915, 20261006]
HEADINGS = [
    "ФИО | Сентябрь | | Октябрь\n | 1 | 15 | 6",
    "ФИО | Сентябрь 2026 | | Октябрь 2026\nФИО | 01 | 15 | 06",
    "ФИО | 1 | 15 | 6",
    "ФИО | 01.09 | 15.09 | 06.10",
    "ФИО | 01.09.2026 | 15.09.2026 | 06.10.2026",
    "ФИО | 1 сентября | 15 сентября | 6 октября",
    "ФИО | вт 1 | вт 15 | вт 6",
    "№ | Ученик | сен | | окт\n | | 1 | 15 | 6",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_days_are_found_in_every_layout(heading: str) -> None:
    page = find_page(rows(heading), 0, KIND, "pupil")
    assert page is not None
    assert list(days_of(page, LINES, CALENDAR).values()) == SEPTEMBER_TO_OCTOBER


@pytest.mark.parametrize("table", ["ФИО | Класс\nБеляев | 5", "ФИО | Русский | Физика\nБеляев | 5 | 4", "Имя | 1 | 2"])
def test_tables_of_other_things_are_no_pages(table: str) -> None:
    assert find_page(rows(table), 0, KIND, "pupil") is None


@pytest.mark.parametrize("last", ["1 п/г", "1 полугодие", "1 ч.", "2 трим.", "Итог", "Кол-во 5"])
def test_a_term_beside_the_days_is_no_day(last: str) -> None:
    page = find_page(rows(f"ФИО | 01.09 | 15.09 | {last}"), 0, KIND, "pupil")
    assert page is not None
    assert len(page.dates) == 2


def test_an_impossible_day_is_none() -> None:
    page = find_page(rows("ФИО | Февраль | \n | 28 | 30"), 0, KIND, "pupil")
    assert page is not None
    assert list(days_of(page, Lines({}, ("Учебный год: 2026/2027",)), CALENDAR).values()) == [20270228, 0]
