"""Issue of personal access data («Доступы»): A II.1, II.3. Passwords are never stored."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Доступы",
    "tblAccess",
    clause="A II.3",
    hint="Кому и когда выданы данные доступа и когда подписана ответственность. Пароли сюда не записываются.",
)
class Access(Record):
    """One issue of access data to a person."""

    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    fio: str = column("ФИО", Kind.FIO, required=True, width=34)
    category: str = column("Категория", required=True, choices=lists.CATEGORIES, width=20)
    issued_by: str = column("Выдал", required=True, refers="tblMembers", width=30)
    signed: dt.date | None = column("Ответственность подписана", Kind.DATE, width=18)
    revoked: dt.date | None = column("Отозван", Kind.DATE, width=12)
