import datetime as dt

from wg_excel.domain.appeals.answer_lines import answer_lines
from wg_excel.domain.appeals.appeals import Appeal


def solved(number: str, theme: str, essence: str, measures: str, day: int, status: str = "Решено") -> Appeal:
    date = dt.date(2026, 9, day)
    return Appeal(number, date, theme=theme, essence=essence, measures=measures, status=status)


def test_the_same_question_is_one_line_with_the_latest_measures() -> None:
    lines = answer_lines(
        [
            solved("2", "Вход", "Не пускает  в журнал", "Сброшен кэш", 20),
            solved("1", "Вход", "не пускает в журнал", "Перезагрузка", 1),
            solved("3", "Вход", "Забыла имя", "Выдано", 5),
            solved("4", "Пропуски", "Как отметить?", "Показано", 5),
            solved("5", "Вход", "Ещё не решено", "Смотрим", 5, status="В работе"),
        ]
    )
    assert [(line.theme, line.essence, line.measures, line.times, line.number) for line in lines] == [
        ("Вход", "Не пускает  в журнал", "Сброшен кэш", 2, "2"),
        ("Вход", "Забыла имя", "Выдано", 1, "3"),
        ("Пропуски", "Как отметить?", "Показано", 1, "4"),
    ]


def test_a_password_is_not_handed_around() -> None:
    assert answer_lines([solved("1", "Вход", "Не пускает, пароль: Zima2026!", "Сброшен", 1)]) == ()
