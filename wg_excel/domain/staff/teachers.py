"""Teachers («Педагоги»): whose journals the group watches (B 5.2)."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Педагоги",
    "tblTeachers",
    clause="B 5.2",
    key="fio",
    hint="Список педагогов школы. Если в выгрузке имя написано иначе, впишите его в «Имя в ЭлЖур».",
)
class Teacher(Record):
    """One teacher; `export_name` is how exports spell the name, several separated by `;`."""

    fio: str = column("ФИО", Kind.FIO, required=True, unique=True, width=34)
    subjects: str = column("Предметы", width=34, hint="Через запятую")
    classes: str = column("Классы", width=22, hint="Через запятую: 5А, 6Б")
    homeroom: str = column("Классное руководство", width=14)
    email: str = column("Эл. почта", width=24)
    since: dt.date | None = column("Работает с", Kind.DATE, width=13)
    until: dt.date | None = column("Работает по", Kind.DATE, width=13)
    export_name: str = column(
        "Имя в ЭлЖур", width=30, hint="Как имя написано в выгрузках; несколько — через точку с запятой"
    )
