"""The log of imported exports («Импорт»): what was read, when, with what result (A IV.1.3)."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table

BY_IMPORT = "по дню загрузки"


@table(
    "Импорт",
    "tblImports",
    clause="A IV.1.3",
    key="number",
    generated=True,
    hint="Журнал загрузок из «ЭлЖур»; заполняет кнопка «Импорт выгрузок».",
)
class Import(Record):
    """One imported export."""

    number: str = column("№", unique=True, width=6)
    when: dt.datetime | None = column("Когда", Kind.MOMENT, width=17)
    file: str = column("Файл", width=28)
    kind: str = column("Отчёт", width=26)
    first: dt.date | None = column("Период с", Kind.DATE, width=12)
    last: dt.date | None = column("Период по", Kind.DATE, width=12)
    rows: int | None = column("Строк", Kind.INTEGER, width=9)
    rejected: int | None = column("Отклонено", Kind.INTEGER, width=11)
    sha256: str = column("SHA-256", width=18)
    who: str = column("Кто", width=14)
    result: str = column("Результат", width=32)
    made: dt.date | None = column("Данные на", Kind.DATE, width=11, hint="День, в который выгрузка сделана")
    made_known: str = column("Откуда известен день", width=15)

    @property
    def data_day(self) -> dt.date | None:
        """Return the day of the data: when the export was made, else when it was imported."""
        return self.made or (self.when.date() if self.when else None)
