"""Requests to teachers («Запросы педагогам»): B 4.1."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table

SENT, ANSWERED = "Отправлен", "Получен ответ"


@table(
    "Запросы педагогам",
    "tblRequests",
    clause="B 4.1",
    key="number",
    hint="Запросы группы к педагогам по ведению «ЭлЖур» со сроком и ответом.",
)
class Request(Record):
    """One request to a teacher and the answer."""

    number: str = column("№", required=True, unique=True, width=7)
    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    teacher: str = column("Педагог", required=True, refers="tblTeachers", width=32)
    initiator: str = column("Инициатор", required=True, refers="tblMembers", width=30)
    question: str = column("Запрос", Kind.LONG_TEXT, required=True, width=46)
    due: dt.date | None = column("Срок", Kind.DATE, required=True, width=12)
    status: str = column("Статус", required=True, choices=lists.REQUEST_STATES, width=16)
    answered: dt.date | None = column("Дата ответа", Kind.DATE, width=13)
    answer: str = column("Ответ", Kind.LONG_TEXT, width=40)
    appeal: str = column("Обращение", refers="tblAppeals", width=12)
    basis: str = column("Основание", width=24, hint="Откуда запрос: Обращение № 2026-014; Замечания № 3, 4")

    @property
    def is_answered(self) -> bool:
        """Tell whether the teacher has answered."""
        return self.status == ANSWERED
