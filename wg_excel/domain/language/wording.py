"""Russian wording of numbers and dates for documents."""

import datetime as dt

MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


def agreed(number: int, one: str, few: str, many: str) -> str:
    """Return the form of a noun that agrees with a number: 1 вопрос, 2 вопроса, 5 вопросов, 21 вопрос."""
    if number % 100 in range(11, 15):
        return many
    return one if number % 10 == 1 else few if number % 10 in {2, 3, 4} else many


def counted(number: int, one: str, few: str, many: str) -> str:
    """Return a number with the noun that agrees with it."""
    return f"{number} {agreed(number, one, few, many)}"


def people(number: int) -> str:
    """Return «1 человек», «2 человека», «5 человек», «21 человек»."""
    return counted(number, "человек", "человека", "человек")


def long_date(day: dt.date) -> str:
    """Return «28 августа 2026 г.» (ГОСТ Р 7.0.97-2016, 5.10)."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} г."


def short_date(day: dt.date | None) -> str:
    """Return «28.08.2026», a dash where there is no day."""
    return f"{day:%d.%m.%Y}" if day else "—"
