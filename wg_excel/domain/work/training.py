"""Training and consultations («Обучение»): A IV.3.3."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table

PLANNED, HELD, CANCELLED = lists.TRAINING_STATES.values


@table(
    "Обучение",
    "tblTraining",
    clause="A IV.3.3",
    key="number",
    hint="Обучение и консультации пользователей «ЭлЖур», назначенные и проведённые.",
)
class Training(Record):
    """One training for users of the journal; without a status it counts as held: so it was in earlier workbooks."""

    number: str = column("№", unique=True, width=7)
    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    theme: str = column("Тема", Kind.LONG_TEXT, required=True, width=46)
    form: str = column("Форма", choices=lists.TRAINING_FORMS, width=16)
    category: str = column("Категория слушателей", required=True, choices=lists.CATEGORIES, width=20)
    listeners: int | None = column("Слушателей", Kind.INTEGER, required=True, width=12)
    leader: str = column("Ведущий", required=True, refers="tblMembers", width=30)
    hours: float | None = column("Часы", Kind.NUMBER, width=8)
    status: str = column("Статус", choices=lists.TRAINING_STATES, width=15, hint="Пусто — проведено")
    result: str = column("Итог", Kind.LONG_TEXT, width=36)
    basis: str = column("Основание", width=24, hint="Откуда обучение: Обращения № 2026-014, 2026-020")

    @property
    def is_held(self) -> bool:
        """Tell whether the training has taken place."""
        return self.status in {"", HELD}
