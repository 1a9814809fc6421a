"""The monitoring report («Справка»): every sentence from figures of its own table (B 5.2; 2-eljur-exports 2.5)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from wg_excel.domain.group import Group
from wg_excel.domain.language.declension import Case, decline
from wg_excel.domain.language.names import initials, short_first
from wg_excel.domain.language.posts import decline_post
from wg_excel.domain.language.wording import counted, long_date
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, Level
from wg_excel.domain.monitoring.monitoring import Monitoring, Row
from wg_excel.domain.monitoring.report_rules import Basis, conclusions, recommendations
from wg_excel.domain.monitoring.report_sayings import SAYINGS, figure_words, measured, norm_words, remark_words
from wg_excel.domain.periods import Period

UNKNOWN = "______________"
PLACES_SHOWN = 6  # rows of the table that one remark names
CHECKING_DIRECTION = "Мониторинг ведения журналов"
CHECKING_ROLES = ("Администратор ЭлЖур", "Ответственный за внедрение")
AIM = "проверить, полно ли и в срок ли педагоги ведут электронные журналы."
LEGEND = (
    "Пустая клетка – в выгрузках нет данных. Проценты округлены вниз. «Без отметок» – уроки без отметок и без «н»; "
    "«не закрыто» – проведённые уроки, в которых нет темы, нужного домашнего задания или отметок."
)
TOTAL, SCHOOL_LINE = "Итого:", "ИТОГО ПО ШКОЛЕ"


@dataclass(frozen=True)
class Line:
    """One line of the table; a line of totals has no number."""

    number: int | None
    teacher: str
    school_class: str
    subject: str
    counts: Counts
    remark: str
    due: dt.date | None = None


@dataclass(frozen=True)
class Signature:
    """Who signs: in which part, and the name «И. О. Фамилия»."""

    role: str
    name: str


@dataclass(frozen=True)
class MonitoringReport:
    """Everything that the report says; `additions` are the group's own texts by their field (see FIELDS)."""

    day: dt.date
    period: Period
    organisation: str
    place: str
    title: str
    basis: str
    checked_by: str
    covered: str
    good: tuple[str, ...]
    shortcomings: tuple[str, ...]
    by_teacher: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    conclusions: tuple[str, ...]
    recommendations: tuple[str, ...]
    signatures: tuple[Signature, ...]
    additions: Mapping[str, str] = field(default_factory=dict)

    @property
    def date(self) -> str:
        """Return the date in words."""
        return long_date(self.day)


def monitoring_report(
    group: Group, monitoring: Monitoring, additions: Mapping[str, str] | None = None
) -> MonitoringReport:
    """Draw up the report of a monitoring on its day; faults are to be mended within the school's number of days."""
    day, settings = monitoring.today, group.settings
    names = short_names(line.name for line in monitoring.by_teacher)
    checkers = _checkers(group, day)
    due = day + dt.timedelta(days=settings.report_days)
    basis = Basis(
        monitoring,
        {name: _dative(group, name, short) for name, short in names.items()},
        due,
        group.calendar.after(due, 1),
        _whom(group, checkers),
    )
    return MonitoringReport(
        day=day,
        period=monitoring.period,
        organisation=settings.school or UNKNOWN,
        place=settings.place,
        title=f"по итогам мониторинга ведения электронных журналов за период {monitoring.period}",
        basis=_basis(group),
        checked_by="; ".join(f"{initials(one.fio)}, {one.post.strip()}" for one in checkers) or UNKNOWN,
        covered=_covered(monitoring),
        good=tuple(_good(basis, names)),
        shortcomings=tuple(_shortcomings(basis)),
        by_teacher=tuple(_by_teacher(basis, names)),
        lines=tuple(_lines(basis, names)),
        notes=tuple(_notes(monitoring)),
        conclusions=conclusions(basis),
        recommendations=recommendations(basis) or ("Рекомендаций по итогам проверки нет.",),
        signatures=_signatures(group, checkers, day),
        additions=dict(additions or {}),
    )


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Return every name with its initials, in full where two people would be written alike."""
    short = {name: initials(name) for name in names}
    written = Counter(short.values())
    return {name: text if written[text] == 1 else name for name, text in short.items()}


def _dative(group: Group, name: str, short: str) -> str:
    declined = decline(name, Case.DATIVE, group.name_forms)
    return declined if short == name else initials(declined)


def _checkers(group: Group, day: dt.date) -> tuple[Member, ...]:
    """Return who monitors: those of this direction, else those in the roles that bring the exports."""
    members = composition(group[Member], day)
    own = tuple(member for member in members if member.direction == CHECKING_DIRECTION)
    return own or tuple(member for member in members if set(member.roles) & set(CHECKING_ROLES))


def _whom(group: Group, checkers: tuple[Member, ...]) -> str:
    if not checkers:
        return "Рабочей группе"
    name, post = initials(decline(checkers[0].fio, Case.DATIVE, group.name_forms)), checkers[0].post.strip()
    return f"{name}, {decline_post(post, Case.DATIVE)}" if post else name


def _basis(group: Group) -> str:
    settings = group.settings
    order = f"приказ от {settings.order_date:%d.%m.%Y} № {settings.order_number}" if settings.order_date else ""
    return "; ".join(filter(None, (order, "Положение о рабочей группе, п. 5.2 (мониторинг ведения журналов)"))) + "."


def _covered(monitoring: Monitoring) -> str:
    if not monitoring.rows:
        return "данных за период нет."
    classes = [line.name for line in monitoring.by_class]
    teachers = counted(len(monitoring.by_teacher), "педагога", "педагогов", "педагогов")
    lessons = monitoring.school.lessons
    held = f", {counted(lessons, 'проведённого урока', 'проведённых уроков', 'проведённых уроков')}" if lessons else ""
    journals = f"журналы {counted(len(classes), 'класса', 'классов', 'классов')} ({', '.join(classes)})"
    return f"{journals}, {teachers}{held}; уроки учтены по {monitoring.today:%d.%m.%Y}."


def _good(basis: Basis, names: Mapping[str, str]) -> Iterator[str]:
    settings, school = basis.monitoring.settings, basis.monitoring.school
    for indicator in basis.at(Level.GOOD):
        yield f"{measured(indicator, school)} ({norm_words(indicator, settings)})."
    if basis.clean:
        yield f"Без замечаний ведут журналы: {', '.join(names[name] for name in basis.clean).rstrip('.')}."


def _shortcomings(basis: Basis) -> Iterator[str]:
    settings, school = basis.monitoring.settings, basis.monitoring.school
    for level in (Level.MIDDLE, Level.LOW):
        for indicator in basis.at(level):
            yield f"{measured(indicator, school)} ({norm_words(indicator, settings)})."


def _by_teacher(basis: Basis, names: Mapping[str, str]) -> Iterator[str]:
    for teacher, found in groupby(basis.low, key=lambda remark: remark.row.teacher):
        low = list(found)
        several = len({row.subject for row in basis.monitoring.rows if row.teacher == teacher}) > 1
        parts = []
        for indicator in INDICATORS:
            rows = [remark.row for remark in low if remark.indicator is indicator]
            if rows:
                told = [f"{_place(row, several)} ({figure_words(indicator, row.counts)})" for row in rows]
                parts.append(f"{SAYINGS[indicator.id].short} – {_first_of(told)}")
        yield f"{names[teacher]}: {'; '.join(parts)}."


def _place(row: Row, several: bool) -> str:  # noqa: FBT001 - one of two forms
    # A class of a small school is a bare number: «2 (88,2 %)» would read as a figure.
    school_class = f"{row.school_class} класс" if row.school_class.isdigit() else row.school_class
    return f"{school_class} {row.subject}" if several else school_class


def _first_of(told: list[str]) -> str:
    more = len(told) - PLACES_SHOWN
    if more <= 1:
        return ", ".join(told)
    rest = counted(more, "строка таблицы", "строки таблицы", "строк таблицы")
    return f"{', '.join(told[:PLACES_SHOWN])} и ещё {rest}"


def _lines(basis: Basis, names: Mapping[str, str]) -> Iterator[Line]:
    """Yield the rows of the table; after several of one teacher their sums, at the end those of the school."""
    monitoring, settings = basis.monitoring, basis.monitoring.settings
    low = set(basis.low_rows)
    totals = {line.name: line.counts for line in monitoring.by_teacher}
    number = 0
    for teacher, rows in groupby(monitoring.rows, key=lambda row: row.teacher):
        first = number
        for row in rows:
            number += 1
            due = basis.due if row in low or row.counts.overdue else None
            remark = remark_words(row.counts, settings)
            yield Line(number, names[teacher], row.school_class, row.subject, row.counts, remark, due)
        if number > first + 1:
            yield Line(
                None, f"{TOTAL} {names[teacher]}", "", "", totals[teacher], remark_words(totals[teacher], settings)
            )
    if monitoring.rows:
        remark = remark_words(monitoring.school, settings, whole=True)
        yield Line(None, SCHOOL_LINE, "", "", monitoring.school, remark)


def _notes(monitoring: Monitoring) -> Iterator[str]:
    if monitoring.rows:
        yield LEGEND
    if monitoring.waiting:
        names = ", ".join(f"«{one.match.spelling}»" for one in monitoring.waiting)
        yield f"В таблицу не вошли записи под именами, которых нет среди педагогов: {names}."
    for note in filter(None, (monitoring.difference, monitoring.rounding)):
        yield f"{note}."
    if monitoring.left_out:
        yield f"Не вошли отчёты за периоды, которые выходят за проверяемый: {'; '.join(map(str, monitoring.left_out))}."


def _signatures(group: Group, checkers: tuple[Member, ...], day: dt.date) -> tuple[Signature, ...]:
    members = composition(group[Member], day)
    head = next((member.fio for member in members if "Руководитель" in member.roles), "")
    checker = checkers[0].fio if checkers else ""
    return (
        Signature("Проверку провёл", short_first(checker) if checker else UNKNOWN),
        Signature("Руководитель рабочей группы", short_first(head) if head else UNKNOWN),
    )
