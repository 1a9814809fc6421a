"""The plan of activities («План»): A IV.1.2, B 4.2."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "План",
    "tblPlan",
    clause="B 4.2",
    key="number",
    hint="План мероприятий группы на учебный год по направлениям.",
)
class Activity(Record):
    """One activity of the year's plan."""

    number: str = column("№", required=True, unique=True, width=7)
    goal: str = column("Цель", Kind.LONG_TEXT, width=34)
    title: str = column("Мероприятие", Kind.LONG_TEXT, required=True, width=46)
    direction: str = column("Направление", choices=lists.DIRECTIONS, width=26)
    responsible: str = column("Ответственный", required=True, refers="tblMembers", width=30)
    start: dt.date | None = column("Начало", Kind.DATE, width=12)
    due: dt.date | None = column("Срок", Kind.DATE, required=True, width=12)
    status: str = column("Статус", required=True, choices=lists.ACTIVITY_STATES, width=14)
    done: dt.date | None = column("Дата выполнения", Kind.DATE, width=14)
    result: str = column("Результат", Kind.LONG_TEXT, width=36)

    @property
    def is_open(self) -> bool:
        """Tell whether the activity is still to be done."""
        return self.status in {"Не начато", "В работе"}
