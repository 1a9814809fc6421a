"""Whoever a record names as the group's belonged to it then (B 3.3): requests, accesses, extractions, training."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.access import Access
from wg_excel.domain.rules.cells import Cell, CellFinding
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.rules.secrets import cell_of
from wg_excel.domain.schema import Record
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training

When = Callable[[Record, dt.date], dt.date | None]


class NotMemberThen(CellFinding):
    """A person named as the group's did not belong to it on the day of the record."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, fio: str, day: dt.date) -> None:
        super().__init__(
            cell,
            f"«{fio}» на {short_date(day)} не состоит в группе. "
            "Укажите другого или исправьте даты на листе «Члены группы».",
        )


def _dated(record: Record, _today: dt.date) -> dt.date | None:
    day: dt.date | None = getattr(record, "date", None)
    return day


def _open(record: Record, today: dt.date) -> dt.date | None:
    """Return today for a document that is still to be changed: its responsible must be there now."""
    return today if isinstance(record, Document) and record.analysis == "Требует изменений" else None


NAMED: Mapping[type[Record], tuple[tuple[str, When], ...]] = {
    Document: (("responsible", _open),),
    Request: (("initiator", _dated),),
    Training: (("leader", _dated),),
    Access: (("issued_by", _dated),),
    Extraction: (("asked_by", _dated), ("executor", _dated)),
}


@rule(
    "MEM-6",
    clause="B 3.3",
    about="Названные в записях состояли в группе в тот день",
    raised="Инициатор запроса, ведущий обучения, выдавший доступ, запросивший или извлёкший данные не состоял в группе "
    "в день записи либо ответственный за изменение документа не состоит в ней сегодня.",
    cleared="Указан член группы того времени или исправлены даты состава.",
    examples=(
        NotMemberThen(
            Cell(Request.table, Request.table.column("initiator"), 8, "2"),
            "Иванова Мария Петровна",
            dt.date(2026, 9, 1),
        ),
    ),
)
def named_people_were_members(group: Group, today: dt.date) -> Iterator[Finding]:
    """Whoever a record names belonged to the group on its day."""
    for record, named in NAMED.items():
        for row in group[record]:
            for column, when in named:
                fio = group.index.find("tblMembers", getattr(row, column))
                day = when(row, today) if fio else None
                if day and not group.index.was_member(fio, day, day):
                    yield NotMemberThen(cell_of(row, row.table.column(column)), fio, day)
