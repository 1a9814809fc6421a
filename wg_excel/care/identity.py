"""What makes a row the row it is, table by table: by it rows of two copies are paired."""

from typing import NamedTuple

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training


class Identity(NamedTuple):
    """The columns of a row's key, and those that tell whether two rows of one key are one thing.

    They are two things when their stories are unlike, or when no witness agrees. Without a story the key alone
    decides; a table without a key is a set of whole rows.
    """

    key: tuple[str, ...] = ()
    story: str = ""
    witnesses: tuple[str, ...] = ()


# Numbers are given by people: two secretaries give the same one to two things.
_DECLARED: dict[type[Record], Identity] = {
    Appeal: Identity(("number",), "essence", ("date", "applicant")),
    ArchivedAppeal: Identity(("number",), "essence", ("date", "applicant")),
    Meeting: Identity(("number",), "date"),
    AgendaItem: Identity(("meeting", "number"), "question"),
    Attendance: Identity(("meeting", "member")),
    Assignment: Identity(("number",), "task", ("meeting", "executor")),
    Activity: Identity(("number",), "title"),
    Document: Identity(("number",), "title"),
    Request: Identity(("number",), "question", ("date", "teacher")),
    Extraction: Identity(("number",), "what", ("date", "asked_by")),
    Import: Identity(("number",), "sha256"),
    Member: Identity(("code",), "fio"),
    TakenRemark: Identity(("number",), "was", ("teacher", "indicator")),
    Training: Identity(("number",), "theme", ("date", "category")),
    Access: Identity(("date", "fio", "category")),
}


def identity(record: type[Record] | None) -> Identity:
    """Return the identity of a record's rows: declared here, else the table's unique columns, else whole rows."""
    if record is None:
        return Identity()
    unique = tuple(column.name for column in record.table.columns if column.unique)
    return _DECLARED.get(record) or Identity(unique[:1])


def titled(record: type[Record] | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings of columns by their English names."""
    return tuple(record.table.column(name).title for name in names) if record else ()
