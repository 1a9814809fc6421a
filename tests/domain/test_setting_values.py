import pytest

from wg_excel.domain.setting_values import read_settings
from wg_excel.domain.settings import Settings, declared

TITLES = {name: known.title for name, known, _ in declared()}


def read(name: str, value: object) -> tuple[object, list[str]]:
    """Return what a setting becomes of a cell, and the findings."""
    settings, findings = read_settings({TITLES[name]: (7, value)})
    return getattr(settings, name), [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("topics_green", 98, 98.0),
        ("topics_green", "98,5", 98.5),
        ("topics_green", "98 %", 98.0),
        ("without_marks_limit", 0, 0.0),
        ("without_marks_limit", 1, 1.0),
        ("protocol_days", "5", 5),
        ("quarters", "учебные", "Учебные"),
        ("public_decisions", " да ", "Да"),
        ("finals_border", 0.6, 0.6),
        ("finals_border", "0,55", 0.55),
        ("quorum", 0.5, 0.5),
    ],
)
def test_a_value_is_read_as_what_the_setting_holds(name: str, value: object, wanted: object) -> None:
    assert read(name, value) == (wanted, [])


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("topics_green", "сто", "«сто» не подходит, нужно число от 0 до 100"),
        ("topics_green", 0.95, "«0,95» не подходит, нужно число от 0 до 100, например 95, а не 0,95"),
        ("topics_green", 120, "«120» не подходит"),
        ("topics_green", -5, "«-5» не подходит"),
        ("topics_green", "nan", "«nan» не подходит"),
        ("protocol_days", 2.5, "«2,5» не подходит, нужно целое число от 0 до 366; пока действует 3."),
        ("protocol_days", 400, "«400» не подходит"),
        ("quarters", "Полугодия", "выберите: Календарные или Учебные; пока действует Календарные."),
        ("public_decisions", "ага", "выберите: Да или Нет; пока действует Нет."),
        ("finals_border", 0.52, "нужно число от 0,4 до 0,8 через 0,05; пока действует 0,5."),
        ("finals_border", 3.5, "нужно число от 0,4 до 0,8"),
        ("quorum", 50, "нужно число от 0 до 1"),
        ("order_date", "вчера", "нужна дата вида 22.11.2026."),
    ],
)
def test_a_wrong_value_is_told_and_the_default_stays(name: str, value: object, told: str) -> None:
    stands, (message,) = read(name, value)
    assert stands == getattr(Settings(), name)
    assert told in message


def test_a_blank_keeps_the_default_in_silence() -> None:
    assert read("topics_green", "") == (100.0, [])
