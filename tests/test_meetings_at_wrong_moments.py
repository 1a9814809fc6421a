"""Buttons of meetings pressed at the wrong moment: a plain sentence with what to do; a second press changes nothing."""

from pathlib import Path

import pytest

from tests.meeting_year import PEOPLE, Deed, group, on
from tests.secretary import Hands, state
from wg_excel.pressing import Answer

BUTTONS = (
    *("plan_meeting", "fill_attendance", "carry_decisions", "create_protocol", "seal_protocol", "reopen_protocol"),
    *("show_participation", "write_reminders"),
)
MEETING = {"№": "1", "Дата": "@2026-11-19", "Статус": "Проведено", "Форма": "Очная"}
MEETING |= {"Председатель": PEOPLE[0][0], "Секретарь": PEOPLE[1][0]}


def held(number: str, day: str) -> tuple[Deed, ...]:
    return (
        ("add", "Заседания", MEETING | {"№": number, "Дата": f"@{day}"}),
        ("add", "Повестка", {"Заседание": number, "Вопрос №": 1, "Вопрос": "О журналах", "Решили": "Принять."}),
        ("press", "fill_attendance", "Заседания", {"№": number}),
        ("set", "Явка", {"Заседание": number}, {"Явка": "Присутствовал"}),
    )


MOMENTS: dict[str, tuple[Deed, ...]] = {
    "nothing": (),
    "no meetings": tuple(group()),
    "no members": (("add", "Заседания", MEETING),),
    "no date": (*group(), ("add", "Заседания", MEETING | {"Дата": None})),
    "no number": (*group(), ("add", "Заседания", {"Дата": "@2026-11-19", "Статус": "Проведено"})),
    "ahead": (*group(), ("add", "Заседания", MEETING | {"Дата": "@2026-12-17", "Статус": "Запланировано"})),
    "passed": (*group(), ("add", "Заседания", MEETING | {"Статус": "Запланировано"})),
    "cancelled": (*group(), ("add", "Заседания", MEETING | {"Статус": "Отменено"})),
    "two of a day": (*group(), *held("1", "2026-11-19"), *held("2", "2026-11-19")),
    "number twice": (*group(), *held("1", "2026-11-18"), ("add", "Заседания", MEETING)),
    "sealed": (*group(), *held("1", "2026-11-19"), ("press", "seal_protocol", "Заседания", {"№": "1"})),
}
# What the buttons say; a button not named here does its work at that moment.
SAID = """
nothing       fill_attendance     Заполнять явку не для чего
nothing       carry_decisions     Переносить нечего
nothing       create_protocol     Протокол составлять не о чем
nothing       seal_protocol       Опечатывать нечего
nothing       reopen_protocol     Ни один протокол не опечатан
nothing       show_participation  Показывать некого
nothing       write_reminders     Открытых поручений нет
no meetings   fill_attendance     Заполнять явку не для чего
no members    fill_attendance     В день заседания № 1 (19.11.2026) в составе группы никого нет
no members    create_protocol     Протокол заседания № 1 пока составить нельзя
no date       fill_attendance     Лист «Заседания», строка 6: впишите дату
no date       create_protocol     Протокол заседания № 1 пока составить нельзя
no number     fill_attendance     Лист «Заседания», строка 6: впишите номер
no number     create_protocol     У заседания нет номера: впишите его
ahead         fill_attendance     Заполнять явку не для чего
ahead         create_protocol     Протокол составлять не о чем
passed        plan_meeting        Заседание № 1 (19.11.2026) всё ещё «Запланировано», хотя день прошёл
passed        carry_decisions     Переносить нечего
cancelled     fill_attendance     Заполнять явку не для чего
cancelled     seal_protocol       Опечатывать нечего
two of a day  fill_attendance     Заполнять нечего
two of a day  create_protocol     Протокол № 2 составлен как проект
number twice  create_protocol     Протокол заседания № 1 пока составить нельзя
number twice  seal_protocol       Протокол заседания № 1 пока составить нельзя
sealed        fill_attendance     Заполнять нечего
sealed        seal_protocol       Протокол № 1 опечатан
sealed        reopen_protocol     Чтобы открыть протокол № 1, впишите на листе «Заседания» «Причину исправления»
"""


@pytest.mark.parametrize("moment", MOMENTS)
def test_each_button_says_plainly_what_is_wanting_and_does_its_work_once(moment: str, tmp_path: Path) -> None:
    hands = Hands.on_new_book(tmp_path, (*on("2026-11-20"), *MOMENTS[moment]))
    before = hands.path.read_bytes()
    said: dict[str, Answer] = {}
    for button in BUTTONS:
        hands.path.write_bytes(before)
        said[button] = hands.press(button)
        once = entries(hands.path)
        hands.press(button)
        assert entries(hands.path) == once, button
    assert [answer.text for answer in said.values() if "из-за ошибки программы" in answer.text] == []
    for line in SAID.strip().splitlines():
        at, button, words = line[:14].strip(), line[14:34].strip(), line[34:]
        if at == moment:
            assert said[button].text.startswith(words), button


def entries(path: Path) -> dict[str, object]:
    """Return everything but the history, which remembers each press."""
    return {name: rows for name, rows in state(path).items() if name != "HistoryEntry"}
