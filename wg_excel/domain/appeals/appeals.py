"""Appeals («Обращения»): the journal of help given (A I.1, IV.2.1; B 2.2, 5.2–5.4, 6.4)."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Обращения",
    "tblAppeals",
    clause="B 6.4",
    key="number",
    hint="Одна строка — одно обращение за помощью. Не записывайте пароли и лишние персональные данные. "
    "Жалобы граждан (59-ФЗ) сюда не вносят: для них в школе свой журнал.",
)
class Appeal(Record):
    """One request for help and what was done about it."""

    number: str = column("№", required=True, unique=True, width=10, hint="Год и номер по порядку: 2026-001")
    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    applicant: str = column("Заявитель", Kind.FIO, required=True, width=28)
    category: str = column("Категория", required=True, choices=lists.CATEGORIES, width=18)
    channel: str = column("Канал", choices=lists.CHANNELS, width=16)
    help_kind: str = column("Вид помощи", required=True, choices=lists.HELP_KINDS, width=18)
    theme: str = column("Тема", required=True, choices=lists.THEMES, width=24)
    essence: str = column("Суть обращения", Kind.LONG_TEXT, required=True, width=46)
    priority: str = column("Приоритет", required=True, choices=lists.PRIORITIES, width=12)
    executor: str = column("Исполнитель", refers="tblMembers", width=28)
    due: dt.date | None = column("Срок", Kind.DATE, width=12, hint="Пусто — срок считается по приоритету")
    status: str = column("Статус", required=True, choices=lists.APPEAL_STATES, width=22)
    measures: str = column("Принятые меры", Kind.LONG_TEXT, width=40)
    solved: dt.date | None = column("Дата решения", Kind.DATE, width=14)
    support_number: str = column("№ в поддержке ЭлЖур", width=16)
    meeting: str = column("Заседание", refers="tblMeetings", width=12)
    rating: str = column("Оценка", choices=lists.RATINGS, width=9)
    note: str = column("Примечание", Kind.LONG_TEXT, width=30)
    request: str = column("Запрос", refers="tblRequests", width=10, hint="Заполняет кнопка «Запрос педагогу»")
    training: str = column("Обучение", refers="tblTraining", width=11, hint="Заполняет кнопка «В обучение»")
    support_answer: str = column(
        "Ответ поддержки", Kind.LONG_TEXT, width=34, hint="Впишите ответ и нажмите «Вернуть ответы»"
    )
    source: str = column("Источник", width=18, hidden=True, hint="Отпечаток письма: оно записывается один раз")
    time: dt.time | None = column("Время", Kind.TIME, width=9, hint="Нужно, если срок — в часах; пусто — начало дня")
    solved_time: dt.time | None = column(
        "Время решения", Kind.TIME, width=11, hint="Нужно, если срок — в часах; пусто — конец дня"
    )

    @property
    def is_open(self) -> bool:
        """Tell whether the appeal still waits for its solution."""
        return self.status not in {"Решено", "Отклонено"}
