"""Spellings of exports that stand for nobody yet; the user decides each once («Имена в выгрузках», B 5.2)."""

from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Имена в выгрузках",
    "tblSpellings",
    clause="B 5.2",
    key="spelling",
    hint="Имена, которых нет в «Педагогах» точно: выберите педагога, и следующий импорт или мониторинг запомнит выбор.",
)
class NameDecision(Record):
    """One spelling that waits; `teacher` is the user's decision, the rest is filled by the program."""

    spelling: str = column("Имя в выгрузке", width=34, hint="Заполняет программа")
    why: str = column("Почему ждёт", width=24, hint="Заполняет программа")
    rows: int | None = column("Строк ждёт", Kind.INTEGER, width=12, hint="Заполняет программа")
    proposals: str = column("Возможно, это", Kind.LONG_TEXT, width=44, hint="Заполняет программа")
    teacher: str = column("Педагог", refers="tblTeachers", width=34, hint="Чьё это имя")
