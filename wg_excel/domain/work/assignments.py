"""Assignments («Поручения»): tasks between meetings (B 3.2)."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Поручения",
    "tblAssignments",
    clause="B 3.2",
    key="number",
    hint="Поручения, данные на заседаниях и между ними. Невыполненные вернутся в повестку следующего заседания.",
)
class Assignment(Record):
    """One task given to a member, with its term."""

    number: str = column("№", required=True, unique=True, width=8)
    meeting: str = column("Заседание", refers="tblMeetings", width=12)
    item: int | None = column("Вопрос №", Kind.INTEGER, width=10)
    task: str = column("Поручение", Kind.LONG_TEXT, required=True, width=50)
    executor: str = column("Исполнитель", required=True, refers="tblMembers", width=30)
    due: dt.date | None = column("Срок", Kind.DATE, required=True, width=12)
    status: str = column("Статус", required=True, choices=lists.ASSIGNMENT_STATES, width=14)
    done: dt.date | None = column("Дата выполнения", Kind.DATE, width=14)
    report: str = column("Отчёт", Kind.LONG_TEXT, width=40)

    @property
    def is_open(self) -> bool:
        """Tell whether the task is still to be done."""
        return self.status in {"Выдано", "В работе"}
