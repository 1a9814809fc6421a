"""Readiness («Готовность»): the eight conditions for the introduction (A III)."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table

CONDITIONS = (
    "Уровень знаний и навыков сотрудников, достаточный для самостоятельной работы в «ЭлЖур»",
    "Техническое оснащение и возможность дополнительного оснащения техникой и средствами связи",
    "Расположение компьютеров в помещениях и организация доступа к ним",
    "Наличие нормативных актов, регламентирующих порядок внедрения и использования «ЭлЖур»",
    "Обучение пользователей «ЭлЖур»",
    "Разъяснительная работа членов рабочей группы",
    "Вовлечение учащихся и их родителей (законных представителей)",
    "Анализ эффективности внедрения и использования «ЭлЖур» сотрудниками",
)
# The same conditions for a narrow line of «Сводка».
SHORT_CONDITIONS = (
    "Навыки сотрудников",
    "Техническое оснащение",
    "Доступ к компьютерам",
    "Нормативные акты",
    "Обучение пользователей",
    "Разъяснительная работа",
    "Вовлечение учащихся и родителей",
    "Анализ эффективности",
)


@table(
    "Готовность",
    "tblReadiness",
    clause="A III",
    hint="Восемь условий внедрения (регламент, раздел III). Оценка: 0 — нет, 1 — частично, 2 — в основном, 3 — да.",
)
class Readiness(Record):
    """The assessment of one condition of A III."""

    condition: str = column("Условие", Kind.LONG_TEXT, required=True, unique=True, width=60)
    score: str = column("Оценка", choices=lists.SCORES, width=10)
    date: dt.date | None = column("Дата", Kind.DATE, width=12)
    responsible: str = column("Ответственный", refers="tblMembers", width=30)
    remarks: str = column("Замечания", Kind.LONG_TEXT, width=36)
    measures: str = column("Меры", Kind.LONG_TEXT, width=36)
