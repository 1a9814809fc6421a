"""Every record class of the workbook, in the order of its sheets."""

from wg_excel.domain.appeals.answer_lines import AnswerLine
from wg_excel.domain.appeals.appeal_lines import JournalLine, StatisticsLine
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.findings import FindingLine
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.column_mappings import ColumnMapping
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.imported.rejected_rows import RejectedLine
from wg_excel.domain.language.name_forms import NameForms
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.composition_lines import CompositionLine
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.indicator_lines import IndicatorLine
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, RuleWeight, SchoolTerm, SettingLine
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
