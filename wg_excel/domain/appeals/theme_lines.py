"""The sheet «Темы квартала»: what appeals and monitoring repeat, and what was made of it (A IV.3.3; B 2.2)."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Темы квартала",
    "tblThemes",
    clause="B 2.2",
    generated=True,
    hint="Заполняет кнопка «Темы квартала»: вопросы обращений и замечания мониторинга об одном и том же.",
)
class ThemeLine(Record):
    """One theme that is repeated in a quarter."""

    theme: str = column("Тема", width=26)
    first: dt.date | None = column("Период с", Kind.DATE, width=12)
    last: dt.date | None = column("Период по", Kind.DATE, width=12)
    appeals: int | None = column("Обращений", Kind.INTEGER, width=11)
    who: str = column("Кто обращался", Kind.LONG_TEXT, width=34)
    remarks: int | None = column("Замечаний мониторинга", Kind.INTEGER, width=14)
    teachers: int | None = column("У педагогов", Kind.INTEGER, width=12)
    people: int | None = column("Человек", Kind.INTEGER, width=10, hint="Обратившиеся и педагоги с замечаниями")
    proposal: str = column("Предложение", width=18)
    category: str = column("Кому нужно", width=20)
    accepted: str = column("Принято", Kind.LONG_TEXT, width=34)
