import datetime as dt

import pytest

from wg_excel.care.content import Value
from wg_excel.care.likeness import are_alike, are_two_things
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.work.assignments import Assignment

DAY = dt.datetime.fromisoformat("2026-09-01")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Не входит", "Не входит в систему с телефона, ошибка 403"),
        ("Иванова Анна Петровна", "Сидорова Анна Петровна"),
        ("Не открывается журнал 5А", "не открывается  журнал 5а"),
        ("", "Нет расписания"),
        (3.0, "3"),
        (DAY, DAY),
    ],
)
def test_an_edited_value_may_tell_of_the_same_thing(a: Value, b: Value) -> None:
    assert are_alike(a, b)
    assert are_alike(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Не может войти в ЭлЖур с телефона", "Не отображаются отметки по химии в дневнике"),
        ("Иванова Анна Петровна", "Петрова Мария Ивановна"),
        ("Забыл пароль", "Не приходит письмо для сброса пароля"),
        (DAY, dt.datetime.fromisoformat("2026-09-08")),
    ],
)
def test_other_values_tell_of_another_thing(a: Value, b: Value) -> None:
    assert not are_alike(a, b)


def test_one_wording_with_no_common_witness_tells_of_two_things() -> None:
    a: dict[str, Value] = {"Поручение": "Подготовить отчёт", "Заседание": 1.0, "Исполнитель": "Ким О. Е."}
    assert not are_two_things(Assignment, a, {**a, "Исполнитель": "Лось И. П."})
    assert are_two_things(Assignment, a, {**a, "Исполнитель": "Лось И. П.", "Заседание": 2.0})


def test_a_row_whose_key_says_all_is_always_one_thing() -> None:
    assert not are_two_things(SettingLine, {"Значение": "да"}, {"Значение": "Совсем другое"})
