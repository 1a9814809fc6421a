"""Buttons of «Проверка»: find what is wrong, correct what is obvious, take corrections back."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.book.history import remember
from wg_excel.book.inspecting import read_inspected
from wg_excel.book.master import Master
from wg_excel.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from wg_excel.book.correcting import Undone
    from wg_excel.domain.corrections import Correction


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
    from wg_excel.actions.composing import fill_typed_orders
    from wg_excel.actions.recording import record_states
    from wg_excel.documents.findings import write_findings
    from wg_excel.domain.rules.checking import check

    master = read_inspected(book)
    if fill_typed_orders(book, master.group):
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
