import datetime as dt

import pytest

from tests.care.tables import contents
from wg_excel.care.content import Value, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("5А", "5А"),
        (3.0, "3"),
        (-0.5, "-0,5"),
        (1e20, "1e+20"),
        (True, "ИСТИНА"),
        (dt.datetime.fromisoformat("2026-09-01"), "01.09.2026"),
        (dt.datetime.fromisoformat("2026-09-01T09:30"), "01.09.2026 09:30"),
        (dt.datetime.fromisoformat("2026-09-01T09:30:15"), "01.09.2026 09:30:15"),
        (dt.datetime.fromisoformat("1899-12-30T09:30"), "09:30"),
        (dt.datetime.fromisoformat("1899-12-30"), "00:00"),
    ],
)
def test_a_value_is_shown_as_people_read_it(value: Value, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("tblAppeals", "Обращения"),
        ("tblRules", "Настройки (tblRules)"),
        ("facts_lessons", "Загруженные уроки"),
        ("Моя", "Моя"),
    ],
)
def test_a_table_is_called_as_its_user_calls_it(name: str, label: str) -> None:
    assert contents(f"{name}\n№\n1").tables[0].label == label
