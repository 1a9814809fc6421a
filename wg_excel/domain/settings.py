"""Settings of the school («Настройки», «Календарь»): what differs from school to school (A IV.1.3)."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from wg_excel.domain import lists
from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.meetings.protocol_checks import checks
from wg_excel.domain.schema import Kind, Record, column, table

QUARTER_KINDS = ("Календарные", "Учебные")
DECISION_WORDS = ("РЕШИЛИ", "ПОСТАНОВИЛИ")
YES, NO = "Да", "Нет"
CHECK_HINT = "Да — без этого протокол не составляется; Нет — не проверять"


@dataclass(frozen=True)
class Setting:
    """One line of «Настройки»: its Russian title, what it holds, what it means and the words it may be."""

    title: str
    kind: Kind
    hint: str
    section: str
    choices: tuple[str, ...] = ()


def setting(
    default: object, title: str, kind: Kind, section: str, hint: str = "", choices: tuple[str, ...] = ()
) -> Any:  # noqa: ANN401 - a field
    """Declare a setting of the school with its default."""
    return field(default=default, metadata={"setting": Setting(title, kind, hint, section, choices)})


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
    days_low: int = setting(10, "Срок обращения: низкий приоритет", Kind.INTEGER, "Сроки", "Рабочих дней")
    days_normal: int = setting(5, "Срок обращения: обычный приоритет", Kind.INTEGER, "Сроки", "Рабочих дней")
    days_high: int = setting(2, "Срок обращения: высокий приоритет", Kind.INTEGER, "Сроки", "Рабочих дней")
    days_critical: int = setting(1, "Срок обращения: критический приоритет", Kind.INTEGER, "Сроки", "Рабочих дней")
    appeals_from: dt.date | None = setting(
        None, "Сроки обращений считать с", Kind.DATE, "Сроки", "Более ранние обращения по сроку не судят; пусто — все"
    )
    support_days: int = setting(5, "Ответ поддержки ждать", Kind.INTEGER, "Сроки", "Рабочих дней до напоминания")
    protocol_days: int = setting(3, "Протокол оформляется за", Kind.INTEGER, "Сроки", "Рабочих дней после заседания")
    report_days: int = setting(
        7, "Срок устранения замечаний мониторинга", Kind.INTEGER, "Сроки", "Дней после даты справки"
    )
    warning_days: int = setting(3, "Предупреждать о сроке за", Kind.INTEGER, "Сроки", "Рабочих дней")
    quarters: str = setting(
        "Календарные",
        "Кварталы",
        Kind.TEXT,
        "Сроки",
        "Календарные или Учебные (четверти из «Календаря»)",
        QUARTER_KINDS,
    )
    quorum: float = setting(
        0.0, "Кворум, доля состава", Kind.NUMBER, "Заседания", "0 — не проверять; 0,5 — больше половины"
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
    topics_green: float = setting(100.0, "Заполнение тем: норма, %", Kind.NUMBER, "Пороги")
    topics_red: float = setting(90.0, "Заполнение тем: мало, %", Kind.NUMBER, "Пороги", "Меньше — отмечается")
    homework_green: float = setting(95.0, "Заполнение ДЗ: норма, %", Kind.NUMBER, "Пороги")
    homework_red: float = setting(90.0, "Заполнение ДЗ: мало, %", Kind.NUMBER, "Пороги")
    timeliness_green: float = setting(95.0, "Своевременность: норма, %", Kind.NUMBER, "Пороги")
    timeliness_red: float = setting(80.0, "Своевременность: мало, %", Kind.NUMBER, "Пороги")
    density_green: float = setting(100.0, "Накопляемость: норма, %", Kind.NUMBER, "Пороги")
    density_red: float = setting(70.0, "Накопляемость: мало, %", Kind.NUMBER, "Пороги")
    without_marks_limit: float = setting(0.0, "Уроки без отметок: не больше, %", Kind.NUMBER, "Пороги")
    pupils_without_marks_limit: float = setting(
        0.0, "Учащиеся без отметок: не больше, %", Kind.NUMBER, "Пороги", "По каждому предмету"
    )
    finals_off_limit: float = setting(
        0.0, "Итоговые не по среднему баллу: не больше, %", Kind.NUMBER, "Пороги", "Граница округления — 0,5"
    )
    checks_off: frozenset[str] = frozenset()  # ids of the checks before a protocol that the school switched off

    briefing_subjects: str = setting(
        "Физик, Химия, Биолог, Информ, Физкульт, Физ-ра, Физическ, Труд, Технолог, ОБЖ, ОБЗР",
        "Предметы с инструктажем",
        Kind.TEXT,
        "Пороги",
        "Начала названий через запятую: первый урок сентября и января — с инструктажем",
    )
    attendance_green: float = setting(90.0, "Посещаемость: норма, %", Kind.NUMBER, "Пороги")
    attendance_red: float = setting(80.0, "Посещаемость: мало, %", Kind.NUMBER, "Пороги")

    def needs_briefing(self, subject: str) -> bool:
        """Tell whether the first lessons of a subject begin with a safety briefing."""
        beginnings = tuple(part.strip().casefold() for part in self.briefing_subjects.split(",") if part.strip())
        return subject.casefold().startswith(beginnings)

    def days_for(self, priority: str) -> int:
        """Return the term of an appeal in working days by its priority; an unknown one counts as ordinary."""
        terms = {"Низкий": self.days_low, "Высокий": self.days_high, "Критический": self.days_critical}
        return terms.get(priority, self.days_normal)


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


class WrongSetting(Finding):
    """A setting's value cannot be read; the default stays in force."""

    rule = "SET-2"
    clause = "A IV.1.3"

    def __init__(self, declared: Setting, row: int, value: object, default: object) -> None:
        wanted = {Kind.DATE: "дата вида 22.11.2026", Kind.INTEGER: "целое число", Kind.NUMBER: "число"}
        super().__init__(
            f"Настройка «{declared.title}»: «{value}» не подходит, нужна {wanted[declared.kind]}."
            if declared.kind is Kind.DATE
            else f"Настройка «{declared.title}»: «{value}» не подходит, нужно {wanted[declared.kind]}; "
            f"пока действует {default}.",
            Place.in_table(SettingLine.table, row, "value"),
            declared.title,
        )


def read_settings(values: Mapping[str, tuple[int, object]]) -> tuple[Settings, tuple[Finding, ...]]:
    """Read the settings from `{title: (sheet row, cell value)}`; what is blank or wrong keeps its default."""
    read: dict[str, object] = {}
    findings: list[Finding] = []
    for name, known, default in declared():
        row, value = values.get(known.title, (0, None))
        if value is None or value == "":
            continue
        try:
            read[name] = _READERS[known.kind](value)
        except (ValueError, TypeError):
            findings.append(WrongSetting(known, row, value, default))
    off = frozenset(each.id for each in checks() if read.pop(each.id, YES) == NO)
    settings = replace(Settings(checks_off=off), **read)  # type: ignore[arg-type]  # names come from the class itself
    return settings, tuple(findings)


def _day(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    return dt.datetime.strptime(str(value).strip(), "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


def _number(value: object) -> float:
    return float(str(value).replace(",", "."))


def _whole(value: object) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


_READERS: dict[Kind, Callable[[object], object]] = {
    Kind.TEXT: lambda value: str(value).strip(),
    Kind.FIO: lambda value: " ".join(str(value).split()),
    Kind.DATE: _day,
    Kind.INTEGER: _whole,
    Kind.NUMBER: _number,
}
