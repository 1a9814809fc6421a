"""The lines of the sheets that show the appeals of a period: the journal for print and the statistics (B 6.4)."""

import datetime as dt

from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Журнал обращений",
    "tblAppealJournal",
    generated=True,
    hint="Для печати. Впишите период ниже (2026-Q4, 2026-11 или 01.09.2026–30.11.2026) и нажмите «Журнал обращений».",
)
class JournalLine(Record):
    """One appeal as the paper journal shows it."""

    count: int | None = column("№ п/п", Kind.INTEGER, width=6)
    number: str = column("№", width=10)
    date: dt.date | None = column("Дата", Kind.DATE, width=11)
    applicant: str = column("Кто обратился", Kind.LONG_TEXT, width=25)
    help_kind: str = column("Вид помощи, тема", Kind.LONG_TEXT, width=23)
    essence: str = column("Суть обращения", Kind.LONG_TEXT, width=44)
    executor: str = column("Исполнитель", width=16)
    measures: str = column("Принятые меры", Kind.LONG_TEXT, width=38)
    solved: dt.date | None = column("Дата решения", Kind.DATE, width=11)
    term: str = column("Отметка о сроке", Kind.LONG_TEXT, width=20)


@table(
    "Статистика обращений",
    "tblAppealStatistics",
    generated=True,
    hint="Впишите период ниже (2026-Q4, 2026-11 или 01.09.2026–30.11.2026) и нажмите «Статистика обращений».",
)
class StatisticsLine(Record):
    """The appeals of one kind, category, theme, executor or month."""

    cut: str = column("Разрез", width=16)
    value: str = column("Значение", width=30)
    received: int | None = column("Поступило", Kind.INTEGER, width=11)
    solved: int | None = column("Решено", Kind.INTEGER, width=9)
    rejected: int | None = column("Отклонено", Kind.INTEGER, width=11)
    waiting: int | None = column("В работе", Kind.INTEGER, width=10)
    in_term: int | None = column("В срок", Kind.INTEGER, width=9, hint="Закрыто в срок")
    late: int | None = column("С опозданием", Kind.INTEGER, width=12, hint="Закрыто позже срока")
    overdue: int | None = column("Просрочено", Kind.INTEGER, width=12, hint="Ещё открыто, срок прошёл")
    share: float | None = column("В срок, %", Kind.NUMBER, width=10, hint="Из закрытых и просроченных")
    days: float | None = column("Медиана, раб. дней", Kind.NUMBER, width=12, hint="От обращения до решения")
    reopened: int | None = column("Открыто повторно", Kind.INTEGER, width=11)
