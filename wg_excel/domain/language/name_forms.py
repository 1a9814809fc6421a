"""How a school declines names that grammar leaves to their bearers («Склонение имён»): Заяц – Заяца or Зайца."""

from collections.abc import Iterable

from wg_excel.domain import lists
from wg_excel.domain.language.declension import Gender, OwnForms
from wg_excel.domain.schema import Record, column, table

GENDERS = dict(zip(lists.NAME_GENDERS.values, (Gender.MALE, Gender.FEMALE), strict=True))


@table(
    "Склонение имён",
    "tblNameForms",
    key="word",
    hint="Сюда впишите фамилию, имя или отчество, которые программа склоняет не так, как их носитель. "
    "Пустая форма — слово не изменяется.",
)
class NameForms(Record):
    """One family name, first name or patronymic with its forms."""

    word: str = column(
        "Слово", required=True, width=24, hint="Одно слово: Заяц. Двойную фамилию — по частям или целиком"
    )
    gender: str = column("Чьё имя", choices=lists.NAME_GENDERS, width=14, hint="Пусто — и мужское, и женское")
    genitive: str = column("Кого? (родительный)", width=24, hint="Нет кого: Заяца")
    dative: str = column("Кому? (дательный)", width=24, hint="Поручить кому: Заяцу")
    accusative: str = column("Кого? (винительный)", width=24, hint="Слушали кого: Заяца")
    instrumental: str = column("Кем? (творительный)", width=24, hint="Согласовано с кем: Заяцем")


def own_forms(lines: Iterable[NameForms]) -> tuple[OwnForms, ...]:
    """Return the school's forms as `decline` takes them."""
    return tuple(
        OwnForms(line.word, GENDERS.get(line.gender), (line.genitive, line.dative, line.accusative, line.instrumental))
        for line in lines
        if line.word
    )
