"""Requests to extract data from the journal («Выгрузки»): A IV.3.4."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Выгрузки",
    "tblExtractions",
    clause="A IV.3.4",
    key="number",
    hint="Запросы руководителя на извлечение данных из «ЭлЖур» и их исполнение.",
)
class Extraction(Record):
    """One request of the head for data."""

    number: str = column("№", required=True, unique=True, width=7)
    date: dt.date | None = column("Дата запроса", Kind.DATE, required=True, width=13)
    asked_by: str = column("Запросил", required=True, refers="tblMembers", width=30)
    what: str = column("Что извлечь", Kind.LONG_TEXT, required=True, width=46)
    due: dt.date | None = column("Срок", Kind.DATE, required=True, width=12)
    executor: str = column("Исполнитель", required=True, refers="tblMembers", width=30)
    done: dt.date | None = column("Дата выполнения", Kind.DATE, width=14)
    imported: str = column("Импорт", refers="tblImports", width=10)
