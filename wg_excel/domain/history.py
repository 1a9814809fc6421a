"""The history of what the buttons did («История»)."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table


@table("История", "tblHistory", generated=True, hint="Записи добавляют кнопки; править их не нужно.")
class HistoryEntry(Record):
    """One press of a button and what it changed."""

    when: dt.datetime | None = column("Когда", Kind.MOMENT, width=17)
    who: str = column("Кто", width=24)
    action: str = column("Действие", width=34)
    details: str = column("Подробности", Kind.LONG_TEXT, width=80)
