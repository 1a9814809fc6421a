"""Meetings of the group («Заседания», «Явка», «Повестка»): B 3.2, 4.2, 6.1–6.3."""

import datetime as dt

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Заседания",
    "tblMeetings",
    clause="B 6.1",
    key="number",
    hint="Заседания проводятся не реже одного раза в квартал; после каждого оформляется протокол.",
)
class Meeting(Record):
    """One meeting, planned or held."""

    number: str = column("№", required=True, unique=True, width=7)
    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    start: dt.time | None = column("Начало", Kind.TIME, width=10)
    end: dt.time | None = column("Окончание", Kind.TIME, width=11)
    place: str = column("Место", width=22)
    kind: str = column("Вид", choices=lists.MEETING_KINDS, width=15)
    form: str = column("Форма", choices=lists.MEETING_FORMS, width=15)
    chair: str = column("Председатель", refers="tblMembers", width=28)
    secretary: str = column("Секретарь", refers="tblMembers", width=28)
    invited: str = column(
        "Приглашённые", Kind.LONG_TEXT, width=34, hint="ФИО, должность; каждый — через точку с запятой"
    )
    status: str = column("Статус", required=True, choices=lists.MEETING_STATES, width=16)
    protocol: str = column("Протокол", Kind.LINK, width=16, hint="Заполняет кнопка «Создать протокол»")
    protocol_date: dt.date | None = column("Протокол оформлен", Kind.DATE, width=14)
    proposed: str = column(
        "Предложено",
        width=24,
        hint="Что «Запланировать заседание» уже предлагала; удалённый вопрос не вернётся, пока он назван здесь",
    )
    sealed: dt.date | None = column("Опечатан", Kind.DATE, width=12, hint="Заполняет кнопка «Опечатать протокол»")
    sealed_by: str = column("Кем опечатан", width=18)
    revision: int | None = column("Редакция", Kind.INTEGER, width=10)
    reason: str = column("Причина исправления", width=28, hint="Впишите до кнопки «Открыть протокол»")
    fingerprint: str = column("Отпечаток", width=14, hint="SHA-256 записей заседания и листа протокола")
    sealed_parts: str = column("Состав отпечатка", width=14, hint="По нему видно, что изменено после опечатывания")

    @property
    def is_by_letter(self) -> bool:
        """Tell whether the members do not meet but vote by letter."""
        return self.form == "Заочная"

    @property
    def is_held(self) -> bool:
        """Tell whether the meeting has taken place."""
        return self.status == "Проведено"


@table(
    "Явка",
    "tblAttendance",
    clause="B 4.2",
    hint="Одна строка на каждого члена группы, состоявшего в ней в день заседания.",
)
class Attendance(Record):
    """Whether one member was present at one meeting."""

    meeting: str = column("Заседание", required=True, refers="tblMeetings", width=12)
    member: str = column("Член группы", required=True, refers="tblMembers", width=34)
    presence: str = column("Явка", required=True, choices=lists.PRESENCES, width=16)
    reason: str = column("Причина", width=34)
    letter: dt.date | None = column(
        "Письмо от", Kind.DATE, width=12, hint="Заочное заседание: когда член группы проголосовал письмом"
    )

    @property
    def is_present(self) -> bool:
        """Tell whether the member was there."""
        return self.presence == "Присутствовал"


@table(
    "Повестка",
    "tblAgenda",
    clause="B 2.2",
    hint="Вопросы заседаний и решения по ним. Вопрос начинается с «О» или «Об»; каждое решение — с новой строки.",
)
class AgendaItem(Record):
    """One item of a meeting's agenda, with what was decided and the votes."""

    meeting: str = column("Заседание", required=True, refers="tblMeetings", width=12)
    number: int | None = column("Вопрос №", Kind.INTEGER, required=True, width=10)
    question: str = column("Вопрос", Kind.LONG_TEXT, required=True, width=44)
    speaker: str = column("Докладчик", width=28)
    heard: str = column("Слушали", Kind.LONG_TEXT, width=44)
    discussed: str = column("Выступили", Kind.LONG_TEXT, width=40)
    decided: str = column("Решили", Kind.LONG_TEXT, width=44, hint="Каждое решение — с новой строки (Alt+Enter)")
    votes_for: int | None = column("За", Kind.INTEGER, width=7)
    votes_against: int | None = column("Против", Kind.INTEGER, width=9)
    abstained: int | None = column("Воздержались", Kind.INTEGER, width=13)
    appeal: str = column("Обращение", refers="tblAppeals", width=12)
    assignment: str = column("Поручение", refers="tblAssignments", width=12)
    basis: str = column("Основание", width=24, hint="Откуда вопрос: Документ № 3; Заседание № 4, вопрос 2")
    carried: str = column("Перенесено", width=14, hidden=True, hint="Отпечатки решений, ставших поручениями")
