"""Buttons of monitoring: the sheets of figures and gaps, and the report that the school files (B 5.2)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import xlwings as xw

from wg_excel.book.deciding import settle_names
from wg_excel.book.facts import read_facts
from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.group import Group
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.monitoring import Monitoring
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.staff.teachers import Teacher

if TYPE_CHECKING:
    from wg_excel.domain.monitoring.monitoring_report import MonitoringReport


def build_monitoring(book: xw.Book, period: Period | None = None, *, today: dt.date | None = None) -> Monitoring:
    """Build the sheets of the monitoring for a period, by default the current school year so far."""
    from wg_excel.actions.deeds import follow_remarks
    from wg_excel.documents.lesson_gaps import write_gaps
    from wg_excel.documents.monitoring import write_indicators, write_monitoring
    from wg_excel.documents.weekly import write_weeks

    group, facts = read_group(book, (Teacher, NameDecision, SchoolTerm, DayOff)), read_facts(book)
    day = group.today(today)
    teachers = settle_names(book, group, facts, day)
    followed = follow_remarks(book, facts, day)
    monitoring = replace(_counted(facts, teachers, group, period, day), followed=followed.told)
    write_monitoring(book, monitoring, followed.remarks)
    write_gaps(book, monitoring)
    write_weeks(book, monitoring)
    write_indicators(book, _indicator_lines(facts, teachers, group, monitoring, chosen=period))
    remember(book, "Мониторинг", monitoring.told, day)
    return monitoring


def create_report(book: xw.Book, period: Period | None = None, *, today: dt.date | None = None) -> "MonitoringReport":
    """Write the monitoring report («Справка») of a period; the group's own words in the present one stay (B 5.2)."""
    from wg_excel.documents.monitoring_report import read_additions, write_report
    from wg_excel.domain.monitoring.monitoring_report import monitoring_report

    group = read_group(book, (Member, Teacher, SchoolTerm, DayOff))
    day = group.today(today)
    report = monitoring_report(group, monitored(book, group, period, day), read_additions(book))
    write_report(book, report)
    remember(book, "Справка", f"Строк таблицы: {len(report.lines)}, рекомендаций: {len(report.recommendations)}", day)
    return report


def monitored(book: xw.Book, group: Group, period: Period | None, day: dt.date) -> Monitoring:
    """Compute the monitoring of a period, by default of the school year up to the day."""
    return _counted(read_facts(book), group[Teacher], group, period, day)


def _indicator_lines(
    facts: Facts, teachers: Sequence[Teacher], group: Group, monitoring: Monitoring, *, chosen: Period | None
) -> list[list[Any]]:
    """Return the lines of «Показатели»: of a chosen period beside the one before, else of the year, then of its term.

    The year so far has no period before it: there the present school term is set beside the last one.
    """
    from wg_excel.domain.monitoring.class_reports import class_reports
    from wg_excel.domain.monitoring.indicator_lines import class_report_lines, indicator_lines, sum_lines
    from wg_excel.domain.monitoring.movement import compared_terms, previous

    day, calendar = monitoring.today, group.calendar

    def reports(now: Monitoring, before: Monitoring | None = None) -> list[list[Any]]:
        compared = (class_reports(facts, before), before.period) if before else None
        return class_report_lines(class_reports(facts, now), now, compared)

    if chosen:
        before = _counted(facts, teachers, group, previous(calendar, chosen), day)
        return [*indicator_lines(monitoring, before), *reports(monitoring, before)]
    lines: list[list[Any]] = [*indicator_lines(monitoring), *reports(monitoring)]
    if terms := compared_terms(calendar, day):
        now, before = (_counted(facts, teachers, group, term, day) for term in terms)
        lines += [*sum_lines(now, before), *reports(now, before)]
    return lines


def _counted(
    facts: Facts, teachers: Sequence[Teacher], group: Group, period: Period | None, day: dt.date
) -> Monitoring:
    from wg_excel.domain.monitoring.monitoring import monitor

    chosen = period or Period(school_year(day).first, day)
    return monitor(facts, teachers, group.calendar, group.settings, chosen, day)
