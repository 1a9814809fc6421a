import datetime as dt

from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.counts import FAULTS, Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, OBSERVED
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine, lines
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings


def test_a_line_has_counts_percentages_beside_them_and_remarks() -> None:
    known = facts("09-01 1 5А Алгебра Ким - -\n09-02 1 5А Алгебра Ким + -\n09-03 1 5А Алгебра Ким + +")
    period = Period(date("09-01"), date("09-30"))
    made = monitor(known, teachers("Ким"), SchoolCalendar(), Settings(), period, date("10-10"))
    (line,) = lines(made)
    assert (line.first, line.last) == (dt.date(2026, 9, 1), dt.date(2026, 9, 30))
    assert (line.teacher, line.school_class, line.subject) == ("Ким", "5А", "Алгебра")
    assert (line.lessons, line.topics, line.topics_percent) == (3, 2, 66.6)
    assert (line.homework_due, line.homework, line.homework_percent) == (3, 1, 33.3)
    assert (line.entries, line.timeliness_percent) == (None, None)
    assert line.remark == ("Темы записаны в 2 уроках из 3. Домашнее задание записано в 1 уроке из 3, где оно нужно.")


def test_every_count_and_every_indicator_has_its_column_or_its_line_in_the_long_table() -> None:
    columns = {column.name for column in MonitoringLine.table.columns}
    told = {name for each in OBSERVED for name in (each.part, each.base)} | set(FAULTS)
    assert set(Counts._fields) <= columns | told
    assert {f"{indicator.id}_percent" for indicator in INDICATORS} <= columns
    assert MonitoringLine.table.generated
