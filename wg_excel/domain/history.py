"""The history of what the buttons did («История»)."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table


@table("История", "tblHistory", generated=True, hint="Записи добавляют кнопки; править их не нужно.")
class HistoryEntry(Record):
    """One press of a button and what it changed; a corrected cell has a line of its own, so that it can be undone."""

    when: dt.datetime | None = column("Когда", Kind.MOMENT, width=17)
    who: str = column("Кто", width=24)
    action: str = column("Действие", width=34)
    details: str = column("Подробности", Kind.LONG_TEXT, width=80)
    cell: str = column("Ячейка", width=22)
    was: str = column("Было", width=30)
    became: str = column("Стало", width=30)
