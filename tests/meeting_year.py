"""A year of meetings as a secretary's deeds, which the test of each engine plays: what is typed, what is pressed.

A deed is plain data, so that it can be handed to LibreOffice's own Python:

    ("add", sheet, values)           types a row below the others; values by heading
    ("set", sheet, rows, values)     types over rows: those whose cells equal, or after `~` contain, what is asked for
    ("press", button, sheet, rows)   puts the cursor on the first such row and presses; without a sheet it only presses

A day is written `@2026-01-19`; a value None empties the cell.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

Deed = tuple[Any, ...]
PEOPLE = (
    ("Даценко Ирина Александровна", "директор", "Руководитель", None),
    ("Белова Анна Игоревна", "секретарь", "Секретарь", "Администратор сайта"),
    ("Громов Олег Юрьевич", "учитель", "Администратор ЭлЖур", "Системный администратор"),
    ("Кравец Наталья Борисовна", "завуч", "Ответственный за внедрение", None),
)
VOTES = {"За": 4, "Против": 0, "Воздержались": 0}
ITEM = ("Заседание", "Вопрос №", "Вопрос", "Докладчик", "Обращение", "Основание")


def value(text: object) -> object:
    """Return what a cell gets: a text beginning with `@` is a day."""
    return dt.datetime.fromisoformat(text[1:]) if isinstance(text, str) and text.startswith("@") else text


def deeds() -> Iterator[Deed]:
    """Yield the deeds of the year."""
    yield from group()
    yield from _first_quarter()
    yield from _second_quarter()
    yield from _third_quarter()
    yield from _fourth_quarter()


def group() -> Iterator[Deed]:
    """Yield the deeds that bring four members and the order into an empty workbook."""
    for number, (fio, post, role, second) in enumerate(PEOPLE, 1):
        values = {"Код": f"Ч{number}", "ФИО": fio, "Должность": post, "Роль": role, "Вторая роль": second}
        yield "add", "Члены группы", values | {"В составе с": "@2026-01-12", "Приказ о включении": "№ 1 от 12.01.2026"}
    for title, text in (
        ("Директор", PEOPLE[0][0]),
        ("Приказ о рабочей группе, №", "1"),
        ("Приказ о рабочей группе, дата", "@2026-01-12"),
    ):
        yield "set", "Настройки", {"Параметр": title}, {"Значение": text}


def _first_quarter() -> Iterator[Deed]:
    """The conditions are due; the decision becomes an assignment, the protocol its files."""
    yield from on("2026-01-19", ("press", "plan_meeting"))
    yield from hold("1", "2026-01-28", {"условий": "Громову О. Ю. проверить компьютеры до 20.02.2026."}, seal=False)
    yield "press", "create_protocol", "Заседания", {"№": "1"}
    yield "press", "write_protocol_files", "Заседания", {"№": "1"}
    yield "press", "seal_protocol", "Заседания", {"№": "1"}
    yield from _done("1", "2026-02-18")
    yield "set", "Готовность", {}, {"Оценка": "2", "Дата": "@2026-02-18"}


def _second_quarter() -> Iterator[Deed]:
    """An appeal and a document come to the meeting; its protocol is refused, sealed, opened and sealed again."""
    document = {"№": "1", "Вид": "Положение", "Наименование": "Положение", "Анализ": "Требует изменений"}
    yield "add", "Документы", document | {"На сайте": "Не требуется"}
    appeal = {"№": "2026-001", "Дата": "@2026-04-01", "Заявитель": "Соколова Вера Павловна", "Категория": "Педагог"}
    appeal |= {"Вид помощи": "Методическая", "Тема": "Пропуски", "Суть обращения": "Чем отмечать пропуски"}
    yield "add", "Обращения", appeal | {"Приоритет": "Низкий", "Исполнитель": PEOPLE[3][0], "Статус": "В работе"}
    yield "set", "Обращения", {"№": "2026-001"}, {"Статус": "Вынесено на заседание"}
    yield from on("2026-04-06", ("press", "plan_meeting"))
    yield "press", "seal_protocol", "Заседания", {"№": "2"}  # refused: not held yet
    decided = {
        "обращении": "Кравец Н. Б. разослать разъяснение до 30.04.2026.",
        "документ": "Кравец Н. Б. и Беловой А. И. подготовить новую редакцию до 30.10.2026.",
    }
    yield from hold("2", "2026-04-15", decided)
    yield "set", "Заседания", {"№": "2"}, {"Причина исправления": "Пропущено слово"}
    yield "press", "reopen_protocol", "Заседания", {"№": "2"}
    yield "set", "Повестка", {"Заседание": "2", "Вопрос": "~обращении"}, {"Слушали": "Кравец Н. Б. об обращении"}
    yield "press", "seal_protocol", "Заседания", {"№": "2"}
    yield from _done("2", "2026-04-29")
    yield "set", "Обращения", {"№": "2026-001"}, {"Статус": "Решено", "Дата решения": "@2026-04-29"}


def _third_quarter() -> Iterator[Deed]:
    """A meeting is cancelled; its items go to the next one, where the members vote by letter."""
    yield from on("2026-09-01", ("press", "plan_meeting"))
    yield "add", "Повестка", {"Заседание": "3", "Вопрос №": 9, "Вопрос": "О графике консультаций"}
    yield "set", "Заседания", {"№": "3"}, {"Статус": "Отменено"}
    yield from on("2026-09-02", ("press", "plan_meeting"))
    yield "set", "Заседания", {"№": "4"}, {"Форма": "Заочная"}
    yield from hold("4", "2026-09-10", {}, {"Письмо от": "@2026-09-09"})


def _fourth_quarter() -> Iterator[Deed]:
    """A meeting is postponed and keeps its agenda; an extraordinary one is typed by hand; then the year is told."""
    yield from on("2026-11-02", ("press", "plan_meeting"))
    yield "set", "Повестка", {"Заседание": "5", "Вопрос": "~условий"}, dict.fromkeys(ITEM)
    yield "set", "Заседания", {"№": "5"}, {"Статус": "Перенесено", "Дата": "@2026-12-03"}
    yield from on("2026-11-16", ("press", "plan_meeting"))
    extra = {"№": "6", "Дата": "@2026-11-20", "Вид": "Внеочередное", "Форма": "Очная", "Статус": "Запланировано"}
    yield "add", "Заседания", extra | {"Председатель": PEOPLE[0][0], "Секретарь": PEOPLE[1][0]}
    yield "add", "Повестка", {"Заседание": "6", "Вопрос №": 1, "Вопрос": "О сбое в «ЭлЖур»"}
    yield from hold("6", "2026-11-20", {"сбое": "Громову О. Ю. сообщить педагогам до 25.11.2026."})
    yield from hold("5", "2026-12-03", {})
    yield from on("2026-12-31", ("press", "show_participation"))
    yield "press", "write_reminders"
    yield "press", "check_entries"


def on(day: str, *then: Deed) -> Iterator[Deed]:
    """Yield the deeds done on a day."""
    yield "set", "Настройки", {"Параметр": "Дата расчёта"}, {"Значение": f"@{day}"}
    yield from then


def hold(
    number: str, day: str, decisions: dict[str, str], letter: dict[str, str] | None = None, *, seal: bool = True
) -> Iterator[Deed]:
    """Hold a meeting: attendance, decisions by a word of the question, votes, assignments, seal."""
    yield "set", "Заседания", {"№": number}, {"Статус": "Проведено", "Дата": f"@{day}"}
    yield from on(day, ("press", "fill_attendance", "Заседания", {"№": number}))
    yield "set", "Явка", {"Заседание": number}, {"Явка": "Присутствовал"} | (letter or {})
    yield "set", "Повестка", {"Заседание": number}, {"Решили": "Принять к сведению."} | VOTES
    for word, decision in decisions.items():
        yield "set", "Повестка", {"Заседание": number, "Вопрос": f"~{word}"}, {"Решили": decision}
    if decisions:
        yield "press", "carry_decisions", "Повестка", {"Заседание": number}
    if seal:
        yield "press", "seal_protocol", "Заседания", {"№": number}


def _done(number: str, day: str) -> Iterator[Deed]:
    done = {"Статус": "Выполнено", "Дата выполнения": f"@{day}", "Отчёт": "Сделано"}
    yield "set", "Поручения", {"№": number}, done
