"""The working group as the workbook holds it: all records, settings and lists of one moment."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from wg_excel.domain.appeals.answer_lines import AnswerLine
from wg_excel.domain.appeals.appeal_lines import JournalLine, StatisticsLine
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.calendar import SchoolCalendar, school_calendar
from wg_excel.domain.findings import Finding, FindingLine
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.column_mappings import ColumnMapping
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.imported.rejected_rows import RejectedLine
from wg_excel.domain.index import Index
from wg_excel.domain.language.declension import OwnForms
from wg_excel.domain.language.name_forms import NameForms, own_forms
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.composition_lines import CompositionLine
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.indicator_lines import IndicatorLine
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, RuleWeight, SchoolTerm, SettingLine, Settings
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.readiness import Readiness
from wg_excel.domain.work.reminder_lines import Reminder
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training

RECORDS: tuple[type[Record], ...] = (
    Member,
    CompositionLine,
    Teacher,
    Appeal,
    AppealState,
    ArchivedAppeal,
    JournalLine,
    StatisticsLine,
    AnswerLine,
    Meeting,
    Attendance,
    AgendaItem,
    Assignment,
    Reminder,
    Activity,
    Document,
    Request,
    Training,
    Access,
    Extraction,
    Readiness,
    Import,
    RejectedLine,
    NameDecision,
    ColumnMapping,
    MonitoringLine,
    IndicatorLine,
    TakenRemark,
    ThemeLine,
    FindingLine,
    HistoryEntry,
    NameForms,
    SettingLine,
    RuleWeight,
    SchoolTerm,
    DayOff,
)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Group:
    """All records by their class; `group[Appeal]` gives the appeals in the order of the sheet.

    `findings` are what reading the cells found; `lists` the closed lists with the school's own values; `protocols`
    the texts of the sheets of sealed protocols by the meeting's number.
    """

    records: Mapping[type[Record], tuple[Record, ...]]
    settings: Settings = field(default_factory=Settings)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    protocols: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, record: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self.records.get(record, ()))

    @cached_property
    def appeals(self) -> tuple[Appeal, ...]:
        """Return every appeal ever recorded, the archived ones too: what figures and look-ups count."""
        return (*self[ArchivedAppeal], *self[Appeal])

    @cached_property
    def calendar(self) -> SchoolCalendar:
        """Return the school's calendar: terms, days off and working days."""
        return school_calendar(self[SchoolTerm], self[DayOff])

    @cached_property
    def index(self) -> Index:
        """Return the look-ups by key that rules and documents share."""
        return Index(self.records)

    @cached_property
    def name_forms(self) -> tuple[OwnForms, ...]:
        """Return how the school declines names that the grammar leaves to it."""
        return own_forms(self[NameForms])

    def today(self, given: dt.date | None = None) -> dt.date:
        """Return the day to judge by: the one given, else the school's fixed one, else the computer's."""
        return given or self.settings.today or dt.datetime.now().astimezone().date()
