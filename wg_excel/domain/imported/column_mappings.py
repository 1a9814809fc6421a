"""Headings that a school maps once («Соответствие столбцов»), so that its exports are known (2-eljur-exports 2.2)."""

from wg_excel.domain.schema import Record, column, table


@table(
    "Соответствие столбцов",
    "tblMappings",
    clause="A IV.1.3",
    hint="Если выгрузка не узнана, впишите её заголовок и столбец, который он значит; программа запомнит.",
)
class ColumnMapping(Record):
    """One heading of an export and the known column it stands for."""

    heading: str = column("Заголовок в файле", required=True, unique=True, width=36, hint="Как написано в выгрузке")
    known: str = column("Что это", required=True, width=28, hint="Например: Тема, Домашнее задание, Учитель")
    note: str = column("Примечание", width=40)
