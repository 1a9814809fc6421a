"""Training and consultations («Обучение»): A IV.3.3."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Обучение",
    "tblTraining",
    clause="A IV.3.3",
    hint="Проведённое обучение и консультации пользователей «ЭлЖур».",
)
class Training(Record):
    """One training held for users of the journal."""

    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    theme: str = column("Тема", Kind.LONG_TEXT, required=True, width=46)
    form: str = column("Форма", choices=lists.TRAINING_FORMS, width=16)
    category: str = column("Категория слушателей", required=True, choices=lists.CATEGORIES, width=20)
    listeners: int | None = column("Слушателей", Kind.INTEGER, required=True, width=12)
    leader: str = column("Ведущий", required=True, refers="tblMembers", width=30)
    hours: float | None = column("Часы", Kind.NUMBER, width=8)
    result: str = column("Итог", Kind.LONG_TEXT, width=36)
