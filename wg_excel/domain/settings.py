"""Settings of the school («Настройки», «Календарь»): what differs from school to school (A IV.1.3)."""

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from wg_excel.domain import lists
from wg_excel.domain.appeals.terms import Term
from wg_excel.domain.meetings.protocol_checks import checks
from wg_excel.domain.schema import Kind, Record, column, table

QUARTER_KINDS = ("Календарные", "Учебные")
FIVE_DAYS, SIX_DAYS = WEEKS = ("Пятидневная", "Шестидневная")
DECISION_WORDS = ("РЕШИЛИ", "ПОСТАНОВИЛИ")
YES, NO = "Да", "Нет"
TERM_HINT = "Рабочих дней (5, «3 р. д.») или рабочих часов («8 ч», «4 часа»)"
CHECK_HINT = "Да — без этого протокол не составляется; Нет — не проверять"


class Within(NamedTuple):
    """The least and the greatest number that a setting may be, and the step between those, 0 for any."""

    least: float
    greatest: float
    step: float = 0


PERCENT = Within(0, 100)
LONGEST_TERM = 366


@dataclass(frozen=True)
class Setting:
    """One line of «Настройки»: its Russian title, what it holds, what it means, the words or numbers it may be."""

    title: str
    kind: Kind
    hint: str
    section: str
    choices: tuple[str, ...] = ()
    within: Within | None = None


def setting(
    default: object,
    title: str,
    kind: Kind,
    section: str,
    hint: str = "",
    choices: tuple[str, ...] = (),
    within: Within | None = None,
) -> Any:  # noqa: ANN401 - a field
    """Declare a setting of the school with its default."""
    return field(default=default, metadata={"setting": Setting(title, kind, hint, section, choices, within)})


def days(default: int, title: str, hint: str = "Рабочих дней") -> Any:  # noqa: ANN401 - a field
    """Declare a term in days."""
    return setting(default, title, Kind.INTEGER, "Сроки", hint, within=Within(0, LONGEST_TERM))


def term(days: int, title: str) -> Any:  # noqa: ANN401 - a field
    """Declare a term that a school may count in working days or hours."""
    return setting(Term(days), title, Kind.TERM, "Сроки", TERM_HINT)


def threshold(default: float, title: str, hint: str = "") -> Any:  # noqa: ANN401 - a field
    """Declare a threshold of the monitoring in percent."""
    return setting(default, title, Kind.NUMBER, "Пороги", hint, within=PERCENT)


@dataclass(frozen=True)
class Settings:
    """Everything that a school sets; terms are in working days, thresholds in percent."""

    school: str = setting("", "Наименование школы", Kind.TEXT, "Школа", "Как в приказе: МБОУ «…»")
    place: str = setting("", "Населённый пункт", Kind.TEXT, "Школа", "Ставится в протокол")
    director: str = setting("", "Директор", Kind.FIO, "Школа", "Фамилия, имя, отчество")
    order_number: str = setting("", "Приказ о рабочей группе, №", Kind.TEXT, "Школа", "Например: 154-од")
    order_date: dt.date | None = setting(None, "Приказ о рабочей группе, дата", Kind.DATE, "Школа")
    group_name: str = setting(
        "рабочей группы по ведению электронного журнала",
        "Название группы в родительном падеже",
        Kind.TEXT,
        "Школа",
        "Стоит в заголовке протокола после слова «заседания»",
    )
    today: dt.date | None = setting(
        None, "Дата расчёта", Kind.DATE, "Сроки", "Пусто — сегодняшний день. В учебной книге дата закреплена"
    )
    term_low: Term = term(10, "Срок обращения: низкий приоритет")
    term_normal: Term = term(5, "Срок обращения: обычный приоритет")
    term_high: Term = term(2, "Срок обращения: высокий приоритет")
    term_critical: Term = term(1, "Срок обращения: критический приоритет")
    work_from: dt.time = setting(dt.time(8, 30), "Рабочий день с", Kind.TIME, "Сроки", "Для сроков обращений в часах")
    work_until: dt.time = setting(dt.time(17), "Рабочий день до", Kind.TIME, "Сроки", "Для сроков обращений в часах")
    appeals_from: dt.date | None = setting(
        None, "Сроки обращений считать с", Kind.DATE, "Сроки", "Более ранние обращения по сроку не судят; пусто — все"
    )
    support_days: int = days(5, "Ответ поддержки ждать", "Рабочих дней до напоминания")
    protocol_days: int = days(3, "Протокол оформляется за", "Рабочих дней после заседания")
    report_days: int = days(7, "Срок устранения замечаний мониторинга", "Дней после даты справки")
    warning_days: int = days(3, "Предупреждать о сроке за")
    quarters: str = setting(
        "Календарные",
        "Кварталы",
        Kind.TEXT,
        "Сроки",
        "Календарные или Учебные (четверти из «Календаря»)",
        QUARTER_KINDS,
    )
    quorum: float = setting(
        0.0,
        "Кворум, доля состава",
        Kind.NUMBER,
        "Заседания",
        "0 — не проверять; 0,5 — больше половины",
        within=Within(0, 1),
    )
    contacts: str = setting(
        "", "Как обратиться за помощью", Kind.TEXT, "Сайт", "Телефон школы, кабинет, часы: видно на странице для сайта"
    )
    public_decisions: str = setting(
        "Нет",
        "Решения заседаний на сайте",
        Kind.TEXT,
        "Сайт",
        "Да — вопросы и решения без имён посторонних",
        ("Да", "Нет"),
    )
    decided_word: str = setting(
        "РЕШИЛИ", "Слово решения", Kind.TEXT, "Заседания", "РЕШИЛИ или ПОСТАНОВИЛИ", DECISION_WORDS
    )
    topics_green: float = threshold(100.0, "Заполнение тем: норма, %")
    topics_red: float = threshold(90.0, "Заполнение тем: мало, %", "Меньше — отмечается")
    homework_green: float = threshold(95.0, "Заполнение ДЗ: норма, %")
    homework_red: float = threshold(90.0, "Заполнение ДЗ: мало, %")
    timeliness_green: float = threshold(95.0, "Своевременность: норма, %")
    timeliness_red: float = threshold(80.0, "Своевременность: мало, %")
    density_green: float = threshold(100.0, "Накопляемость: норма, %")
    density_red: float = threshold(70.0, "Накопляемость: мало, %")
    without_marks_limit: float = threshold(0.0, "Уроки без отметок: не больше, %")
    pupils_without_marks_limit: float = threshold(0.0, "Учащиеся без отметок: не больше, %", "По каждому предмету")
    finals_off_limit: float = threshold(0.0, "Итоговые не по среднему баллу: не больше, %")
    checks_off: frozenset[str] = frozenset()  # ids of the checks before a protocol that the school switched off

    briefing_subjects: str = setting(
        "Физик, Химия, Биолог, Информ, Физкульт, Физ-ра, Физическ, Труд, Технолог, ОБЖ, ОБЗР",
        "Предметы с инструктажем",
        Kind.TEXT,
        "Пороги",
        "Начала названий через запятую: первый урок сентября и января — с инструктажем",
    )
    attendance_green: float = threshold(90.0, "Посещаемость: норма, %")
    attendance_red: float = threshold(80.0, "Посещаемость: мало, %")
    week: str = setting(FIVE_DAYS, "Рабочая неделя", Kind.TEXT, "Сроки", "По ней считаются сроки в рабочих днях", WEEKS)
    finals_border: float = setting(
        0.5,
        "Граница округления итоговых",
        Kind.NUMBER,
        "Пороги",
        "По локальному акту школы: 0,5 — 3,50 даёт «4»; 0,6 — «4» даёт только 3,60",
        within=Within(0.4, 0.8, 0.05),
    )
    finals_act: str = setting(
        "",
        "Граница округления: каким актом задана",
        Kind.TEXT,
        "Пороги",
        "Например: Положение о текущем контроле и аттестации, п. 4.2",
    )
    every_lesson_marked: str = setting(
        YES,
        "Урок без отметок и без «н» — просроченный",
        Kind.TEXT,
        "Пороги",
        "Да — на каждом уроке нужна отметка или «н»; Нет — просрочены только темы и ДЗ",
        (YES, NO),
    )
    mark_days: int = days(1, "Отметки выставляются за", "Рабочих дней после урока")
    control_days: int = days(7, "Отметки за контрольную выставляются за", "Рабочих дней после урока")
    overdue_limit: float = threshold(0.0, "Просроченные уроки: не больше, %")
    finals_set_norm: float = threshold(100.0, "Итоговые выставлены: норма, %")
    not_certified_limit: float = threshold(0.0, "Не аттестованы: не больше, %")
    logins_norm: float = threshold(50.0, "Входы учащихся и родителей: норма, %")

    def needs_briefing(self, subject: str) -> bool:
        """Tell whether the first lessons of a subject begin with a safety briefing."""
        beginnings = tuple(part.strip().casefold() for part in self.briefing_subjects.split(",") if part.strip())
        return subject.casefold().startswith(beginnings)

    def term_for(self, priority: str) -> Term:
        """Return the term of an appeal by its priority; an unknown one counts as ordinary."""
        terms = {"Низкий": self.term_low, "Высокий": self.term_high, "Критический": self.term_critical}
        return terms.get(priority, self.term_normal)

    @property
    def work_hours(self) -> tuple[dt.time, dt.time]:
        """Return when the working day begins and ends; one that ends before it begins is the usual one."""
        if self.work_from < self.work_until:
            return self.work_from, self.work_until
        return Settings.work_from, Settings.work_until

    @property
    def counts_hours(self) -> bool:
        """Tell whether some appeals have their term in hours, so that their time of day matters."""
        return any(one.in_hours for one in (self.term_low, self.term_normal, self.term_high, self.term_critical))


def in_cell(value: object) -> object:
    """Return a setting's default as its cell holds it: a term in its own form, a time as a part of a day."""
    if isinstance(value, dt.time):
        return (value.hour * 60 + value.minute) / 1440
    return value.in_cell if isinstance(value, Term) else value


def declared() -> tuple[tuple[str, Setting, object], ...]:
    """Return every setting as (English name, declaration, default) in the order of the sheet, the checks last."""
    ours = ((part.name, part.metadata["setting"], part.default) for part in fields(Settings) if part.metadata)
    switches = ((each.id, Setting(each.title, Kind.TEXT, CHECK_HINT, "Заседания", (YES, NO)), YES) for each in checks())
    return (*ours, *switches)


@table("Настройки", "tblSettings", hint="Сведения о школе, сроки и пороги. Меняйте только столбец «Значение».")
class SettingLine(Record):
    """One line of «Настройки»; its value is read by the declaration of the setting."""

    section: str = column("Раздел", width=14)
    title: str = column("Параметр", required=True, unique=True, width=40)
    value: str = column("Значение", width=46)
    hint: str = column("Пояснение", Kind.LONG_TEXT, width=52)


@table("Настройки", "tblRules", key="rule", hint="Вес правил проверки: можно смягчить или выключить.")
class RuleWeight(Record):
    """The school's own weight of a rule of validation."""

    rule: str = column("Правило", required=True, unique=True, width=12)
    what: str = column("Что проверяется", Kind.LONG_TEXT, width=60)
    default: str = column("В программе", width=18)
    weight: str = column("Важность", choices=lists.RULE_WEIGHTS, width=18, hint="Пусто — как задано в программе")
    reason: str = column("Почему изменено", width=40)


@table("Календарь", "tblTerms", hint="Учебные четверти и нерабочие дни школы.")
class SchoolTerm(Record):
    """One term (четверть) of the school year."""

    title: str = column("Четверть", required=True, unique=True, width=16)
    first: dt.date | None = column("Начало", Kind.DATE, required=True, width=13)
    last: dt.date | None = column("Конец", Kind.DATE, required=True, width=13)


@table("Календарь", "tblDaysOff", hint="Государственные праздники известны программе; впишите свои дни.")
class DayOff(Record):
    """Days that differ from the ordinary working week; `last` is empty for a single day."""

    first: dt.date | None = column("С", Kind.DATE, required=True, width=13)
    last: dt.date | None = column("По", Kind.DATE, width=13)
    kind: str = column("Вид дня", required=True, choices=lists.DAY_KINDS, width=14)
    note: str = column("Пояснение", width=40)
