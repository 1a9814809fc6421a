"""The buttons: one function each, the same code in Excel and headless (3-architecture 3.1).

Each takes the workbook, reads what it needs in whole tables, lets the domain decide and writes blocks back.
What it returns is for callers that print it; a macro ignores it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.book import backups
from wg_excel.book.deciding import settle_names
from wg_excel.book.facts import read_facts
from wg_excel.book.failures import NeverSaved
from wg_excel.book.history import remember
from wg_excel.book.inspecting import read_inspected
from wg_excel.book.master import Master, read_group
from wg_excel.domain.column_mappings import ColumnMapping
from wg_excel.domain.facts import Facts
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.imports import Import
from wg_excel.domain.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members import Member
from wg_excel.domain.monitoring import Monitoring
from wg_excel.domain.name_decisions import NameDecision
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.protocol import Protocol
from wg_excel.domain.rejected_rows import RejectedLine
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.summary import Summary
from wg_excel.domain.teachers import Teacher
from wg_excel.importing import Imported, Progress, Weighed, waiting_files, weigh_files, write_import
from wg_excel.staff import Change, update_staff

if TYPE_CHECKING:
    from wg_excel.book.correcting import Undone
    from wg_excel.domain.corrections import Correction
    from wg_excel.domain.meeting_plan import MeetingPlan
    from wg_excel.domain.monitoring_report import MonitoringReport
    from wg_excel.domain.new_appeals import Draft
    from wg_excel.domain.outcome import Outcome
    from wg_excel.recording import Recorded

IMPORTING = (Import, RejectedLine, NameDecision, Teacher, ColumnMapping, SchoolTerm, DayOff)


class Checked(NamedTuple):
    """What a check found, and the workbook as it was read."""

    findings: tuple[Finding, ...]
    master: Master

    def count(self, severity: Severity) -> int:
        """Return how many findings weigh so; accepted ones are counted apart."""
        return sum(finding.weight is severity and not finding.accepted for finding in self.findings)

    @property
    def accepted(self) -> int:
        """Return how many findings a person accepted."""
        return sum(bool(finding.accepted) for finding in self.findings)


def check_entries(book: xw.Book, *, today: dt.date | None = None) -> Checked:
    """Check all entries against the regulations and fill «Замечания» (1-domain 1.4)."""
    from wg_excel.documents.findings import write_findings
    from wg_excel.domain.rules import check
    from wg_excel.recording import record_states

    master = read_inspected(book)
    day = master.group.today(today)
    checked = Checked(write_findings(book, master, check(master.group, day), day), master)
    record_states(book, master.group, day)
    errors, warnings = checked.count(Severity.ERROR), checked.count(Severity.WARNING)
    accepted = f", принято: {checked.accepted}" if checked.accepted else ""
    remember(book, "Проверить", f"Ошибок: {errors}, предупреждений: {warnings}{accepted}", day)
    return checked


def correct_obvious(book: xw.Book, *, today: dt.date | None = None) -> tuple["Correction", ...]:
    """Correct the slips that have one reading; each change is remembered, so that it can be undone."""
    from wg_excel.book.correcting import correct

    return correct(book, today)


def undo_corrections(book: xw.Book, *, today: dt.date | None = None) -> "Undone":
    """Take back the last press of `correct_obvious` where its cells have not changed since."""
    from wg_excel.book.correcting import undo

    return undo(book, today)


def import_exports(
    book: xw.Book,
    files: Sequence[Path] = (),
    *,
    kind: str = "",
    today: dt.date | None = None,
    progress: Progress | None = None,
    agreed: Callable[[tuple[Imported, ...]], bool] | None = None,
) -> tuple[Imported, ...]:
    """Import exports of «ЭлЖур»: the files given, else those in the folder «Выгрузки» beside the workbook.

    `agreed` is shown what would be written and may say no: then nothing is, and nothing is returned.
    """
    group = read_group(book, IMPORTING)
    day = group.today(today)
    weighed = _weighed(book, group, files, kind, day, progress)
    if agreed and weighed.taken and not agreed(weighed.preview):
        return ()
    write_import(book, group, weighed, day)
    remember(book, "Импорт выгрузок", "; ".join(f"{each.file}: {each.message}" for each in weighed.results), day)
    return weighed.results


def preview_exports(
    book: xw.Book,
    files: Sequence[Path] = (),
    *,
    kind: str = "",
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> tuple[Imported, ...]:
    """Say what an import of the files would do to the workbook, which stays as it is."""
    group = read_group(book, IMPORTING)
    return _weighed(book, group, files, kind, group.today(today), progress).preview


def build_monitoring(book: xw.Book, period: Period | None = None, *, today: dt.date | None = None) -> Monitoring:
    """Build «Мониторинг» and «Чего не хватает» for a period, by default the current school year so far."""
    from wg_excel.documents.lesson_gaps import write_gaps
    from wg_excel.documents.monitoring import write_monitoring

    group, facts = read_group(book, (Teacher, NameDecision, SchoolTerm, DayOff)), read_facts(book)
    day = group.today(today)
    monitoring = _counted(facts, settle_names(book, group, facts, day), group, period, day)
    write_monitoring(book, monitoring)
    write_gaps(book, monitoring)
    remember(book, "Мониторинг", f"Период {monitoring.period}; строк: {len(monitoring.rows)}", day)
    return monitoring


def build_summary(book: xw.Book, *, today: dt.date | None = None) -> Summary:
    """Build «Сводка», the director's page (1-domain 1.6)."""
    from wg_excel.documents.findings import settle_findings
    from wg_excel.documents.summary import write_summary
    from wg_excel.domain.monitoring import monitor
    from wg_excel.domain.monitoring_figures import compared_terms
    from wg_excel.domain.rules import check
    from wg_excel.domain.summary import summarise

    master, facts = read_inspected(book), read_facts(book)
    group = master.group
    day = group.today(today)
    year, terms = Period(school_year(day).first, day), compared_terms(group.calendar, day)
    counted = {
        period: monitor(facts, group[Teacher], group.calendar, group.settings, period, day)
        for period in (year, *(terms or ()))
    }
    moved = (counted[terms[0]], counted[terms[1]]) if terms else None
    found = settle_findings(book, master, check(group, day), day)
    summary = summarise(group, found, counted[year], day, terms=moved)
    write_summary(book, summary)
    remember(book, "Сводка", f"Показателей: {len(summary.figures)}", day)
    return summary


def add_appeal(book: xw.Book, draft: "Draft | None" = None, *, today: dt.date | None = None) -> "Recorded":
    """Add an appeal with the next number of the year; without a draft a row for the user to fill in (B 6.4)."""
    from wg_excel.domain.new_appeals import Draft
    from wg_excel.recording import record_appeal

    done = record_appeal(book, draft or Draft(), today)
    remember(book, "Новое обращение", str(done), done.day)
    return done


def plan_meeting(book: xw.Book, wanted: dt.date | None = None, *, today: dt.date | None = None) -> "MeetingPlan":
    """Plan the next meeting with an agenda of what waits for the group; once planned, add only what is new (B 6.1)."""
    from wg_excel.planning import plan_next

    group = read_group(book)
    day = group.today(today)
    made = plan_next(book, group, day, wanted)
    remember(book, "Запланировать заседание", str(made), day)
    return made


def fill_attendance(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> tuple[Attendance, ...]:
    """Add to «Явка» the members of that day's composition whom it lacks; the secretary marks who was there (B 4.2)."""
    from wg_excel.meetings import fill

    group = read_group(book, (Member, Meeting, Attendance, AgendaItem))
    day = group.today(today)
    lines = fill(book, group, number, day)
    remember(book, "Заполнить явку", f"Строк добавлено: {len(lines)}", day)
    return lines


def carry_decisions(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> "Outcome":
    """Make assignments of decisions with executor and term, and tell appeals and documents what was decided (B 2.2)."""
    from wg_excel.meetings import carry

    group = read_group(book)
    done = carry(book, group, number)
    remember(book, "Перенести решения", str(done), group.today(today))
    return done


def create_protocol(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> Protocol:
    """Create the protocol sheet of a meeting: the one given, else the selected row's, else the next due (B 6.3)."""
    from wg_excel.documents.protocol import chosen_meeting, write_protocol

    group = read_group(book)
    day = group.today(today)
    chosen = number or chosen_meeting(book, group)
    meeting = group.index.meeting(chosen)
    if meeting and meeting.sealed:
        from wg_excel.sealing import sealed_protocol

        protocol = sealed_protocol(book, group, meeting)
    else:
        protocol = write_protocol(book, group, chosen, day)
    remember(book, "Создать протокол", f"Заседание № {protocol.number}", day)
    return protocol


def seal_protocol(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> Protocol:
    """Seal a protocol: from then on every change of its records is shown by the check (B 6.3)."""
    from wg_excel.sealing import seal

    group = read_group(book)
    day = group.today(today)
    protocol = seal(book, group, number, day)
    remember(book, "Опечатать протокол", f"Заседание № {protocol.number}", day)
    return protocol


def reopen_protocol(book: xw.Book, number: str = "", reason: str = "", *, today: dt.date | None = None) -> Meeting:
    """Open the newest sealed protocol for a new revision, with a reason; the sealed one stays readable (B 6.3)."""
    from wg_excel.sealing import reopen

    group = read_group(book)
    day = group.today(today)
    meeting = reopen(book, group, number, reason, day)
    remember(book, "Открыть протокол", f"№ {meeting.number}, редакция {meeting.revision}: {meeting.reason}", day)
    return meeting


def create_report(book: xw.Book, period: Period | None = None, *, today: dt.date | None = None) -> "MonitoringReport":
    """Write the monitoring report («Справка») of a period; the group's own words in the present one stay (B 5.2)."""
    from wg_excel.documents.monitoring_report import read_additions, write_report
    from wg_excel.domain.monitoring_report import monitoring_report

    group = read_group(book, (Member, Teacher, SchoolTerm, DayOff))
    day = group.today(today)
    report = monitoring_report(group, monitored(book, group, period, day), read_additions(book))
    write_report(book, report)
    remember(book, "Справка", f"Строк таблицы: {len(report.lines)}, рекомендаций: {len(report.recommendations)}", day)
    return report


def create_site_page(
    book: xw.Book, folder: Path | None = None, quarter: Period | None = None, *, today: dt.date | None = None
) -> Path:
    """Write the page for the school's site, by default into the folder «Сайт» beside the workbook (B 5.4)."""
    from wg_excel.documents.site_page import FOLDER, write_site_page
    from wg_excel.domain.duties import current_quarter
    from wg_excel.domain.site_page import site_page

    path = Path(book.fullname)
    if not folder and not path.is_file():
        raise NeverSaved(book.name)
    group = read_group(book)
    day = group.today(today)
    page = site_page(group, quarter or current_quarter(group, day), day)
    written = write_site_page(page, folder or path.parent / FOLDER)
    remember(book, "Страница для сайта", f"Период {page.quarter}, документов: {len(page.documents)}", day)
    return written


def load_staff(book: xw.Book, file: Path, *, members: bool = False, today: dt.date | None = None) -> Change:
    """Load or update «Педагоги» (or «Члены группы») from a list; nobody is removed."""
    group = read_group(book, (Member if members else Teacher,))
    change = update_staff(book, group, file, members=members)
    remember(book, "Загрузить список", str(change), group.today(today))
    return change


def back_up(book: xw.Book) -> Path:
    """Copy the saved workbook into the folder of backups beside it."""
    path = Path(book.fullname)
    if not path.is_file():
        raise NeverSaved(book.name)
    return backups.make(path)


def monitored(book: xw.Book, group: Group, period: Period | None, day: dt.date) -> Monitoring:
    """Compute the monitoring of a period, by default of the school year up to the day."""
    return _counted(read_facts(book), group[Teacher], group, period, day)


def _counted(
    facts: Facts, teachers: Sequence[Teacher], group: Group, period: Period | None, day: dt.date
) -> Monitoring:
    from wg_excel.domain.monitoring import monitor

    chosen = period or Period(school_year(day).first, day)
    return monitor(facts, teachers, group.calendar, group.settings, chosen, day)


def _weighed(
    book: xw.Book, group: Group, files: Sequence[Path], kind: str, day: dt.date, progress: Progress | None
) -> Weighed:
    return weigh_files(book, group, files or waiting_files(book), kind=kind, today=day, progress=progress)
