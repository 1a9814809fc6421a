import datetime as dt

import pytest

from wg_excel.functions import wg_days_overdue, wg_decline, wg_due, wg_quarter, wg_short_name

FRIDAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "working_days", "days_off", "due"),
    [
        (FRIDAY, 0, None, "20.11.2026"),
        (FRIDAY, 1, None, "23.11.2026"),
        (FRIDAY, 5.0, None, "27.11.2026"),
        (dt.datetime.combine(FRIDAY, dt.time(15, 30)), 1, None, "23.11.2026"),
        (46346.0, 1, None, "23.11.2026"),
        (FRIDAY, 1, dt.date(2026, 11, 23), "24.11.2026"),
        (FRIDAY, 1, [[dt.date(2026, 11, 23)], [None], [46350.0]], "25.11.2026"),
        (dt.date(2026, 12, 31), 1, None, "11.01.2027"),
    ],
)
def test_a_term_ends_after_its_working_days(day: object, working_days: float, days_off: object, due: str) -> None:
    found = wg_due(day, working_days, days_off)  # type: ignore[arg-type]
    assert isinstance(found, dt.datetime)
    assert f"{found:%d.%m.%Y}" == due


@pytest.mark.parametrize(
    ("due", "today", "overdue"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, dt.date(2026, 11, 19), 0),
        (FRIDAY, dt.date(2026, 11, 22), 0),
        (FRIDAY, dt.date(2026, 11, 24), 2),
    ],
)
def test_a_term_is_overdue_by_working_days(due: dt.date, today: dt.date, overdue: int) -> None:
    assert wg_days_overdue(due, today) == overdue


def test_without_a_day_the_computers_counts() -> None:
    assert wg_days_overdue(dt.datetime.now().astimezone().date() + dt.timedelta(days=30)) == 0
    assert wg_days_overdue(dt.date(2020, 1, 9)) != 0


@pytest.mark.parametrize(
    ("day", "quarter"), [(dt.date(2026, 1, 1), "2026-Q1"), (dt.date(2026, 12, 31), "2026-Q4"), (46346, "2026-Q4")]
)
def test_a_day_belongs_to_a_quarter(day: dt.date | float, quarter: str) -> None:
    assert wg_quarter(day) == quarter


def test_a_name_is_shortened() -> None:
    assert wg_short_name("Иванова Мария Петровна") == "Иванова М. П."


@pytest.mark.parametrize(
    ("case", "declined"),
    [
        ("род", "Ивановой Марии Петровны"),
        ("дательный", "Ивановой Марии Петровне"),
        ("Вин.", "Иванову Марию Петровну"),
    ],
)
def test_a_name_is_declined(case: str, declined: str) -> None:
    assert wg_decline("Иванова Мария Петровна", case) == declined


def test_empty_cells_give_empty_cells() -> None:
    results = [
        wg_due(None, 5), wg_days_overdue(""), wg_quarter(None), wg_short_name(None), wg_decline(None), wg_short_name("")
    ]  # fmt: skip
    assert results == [""] * 6


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (wg_quarter("завтра"), "«завтра» — не дата: введите её как 01.09.2026."),
        (wg_quarter(-5), "«-5» — не дата: введите её как 01.09.2026."),
        (wg_quarter(1e12), "«1000000000000.0» — не дата: введите её как 01.09.2026."),
        (wg_quarter(float("nan")), "«nan» — не дата: введите её как 01.09.2026."),
        (wg_due(FRIDAY, -1), "«-1» — не число дней: введите целое число от 0 до 1000."),
        (wg_due(FRIDAY, float("inf")), "«inf» — не число дней: введите целое число от 0 до 1000."),
        (wg_due(FRIDAY, 1.5), "«1.5» — не число дней: введите целое число от 0 до 1000."),
        (wg_due(FRIDAY, 5, "скоро"), "«скоро» — не дата: введите её как 01.09.2026."),
        (wg_decline("Иванова Мария", "имен"), "«имен» — не падеж: напишите род, дат, вин или твор."),
    ],
)
def test_what_cannot_be_understood_is_told_in_the_cell(found: object, sentence: str) -> None:
    assert found == sentence
