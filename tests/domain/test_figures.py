import datetime as dt

import pytest

from wg_excel.domain.figures import Figure, State, Unit, on, percent

DAY = on(dt.date(2026, 11, 16))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, Unit.PERCENT, "нет данных"),
        (0, Unit.COUNT, "0"),
        (87.5, Unit.PERCENT, "87,5 %"),
        (96.0, Unit.PERCENT, "96 %"),
        (1.0, Unit.DAYS, "1 раб. дн."),
        ("2026-11-16", Unit.COUNT, "2026-11-16"),
    ],
)
def test_a_value_reads_as_a_person_writes_it(value: float | str | None, unit: Unit, text: str) -> None:
    assert Figure("id", "Имя", value, "Лист", DAY, unit=unit).text == text


def test_the_json_names_value_base_and_period() -> None:
    made = Figure("a.b", "Имя", 50.0, "Лист", DAY, 4, Unit.PERCENT, State.RISK, "слова").to_json()
    assert made == {
        "id": "a.b",
        "title": "Имя",
        "value": 50.0,
        "base": 4,
        "unit": "%",
        "period": {"from": "2026-11-16", "to": "2026-11-16"},
        "sheet": "Лист",
        "state": "risk",
        "note": "слова",
    }


def test_a_percentage_is_cut_so_that_a_hundred_means_all() -> None:
    assert (percent(999, 1000), percent(2, 3), percent(3, 3), percent(0, 0)) == (99.9, 66.6, 100.0, None)


def test_every_state_has_its_own_sign() -> None:
    assert len({state.sign for state in State}) == len(State)
