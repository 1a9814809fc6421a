"""The journal of appeals and the applicant's slip as files of Word, from templates that a school may edit (B 6.4)."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from wg_excel.documents.group_papers import write_paper
from wg_excel.documents.word import fill
from wg_excel.domain.appeals.appeal_lines import JournalLine
from wg_excel.domain.appeals.appeal_slip import Slip
from wg_excel.domain.language.wording import counted, long_date, short_date
from wg_excel.domain.periods import Period


def write_journal(
    lines: Sequence[JournalLine], organisation: str, period: Period, target: Path, *, beside: Path, day: dt.date
) -> None:
    """Write the journal of a period to `target`; a template `journal.docx` beside the workbook wins."""
    fill("journal.docx", journal_values(lines, organisation, period, day), target, beside=beside, day=day)


def write_slip(slip: Slip, folder: Path, *, beside: Path) -> Path:
    """Write the slip into a folder; a template `slip.docx` beside the workbook wins."""
    return write_paper("slip.docx", slip_values(slip), folder, f"Талон № {slip.number}", beside, slip.day)


def journal_values(lines: Sequence[JournalLine], organisation: str, period: Period, day: dt.date) -> dict[str, object]:
    """Return what the marks of `journal.docx` stand for."""
    solved = sum(bool(line.solved) for line in lines)
    return {
        "организация": organisation,
        "начало": long_date(period.first),
        "конец": long_date(period.last),
        "день": long_date(day),
        "итог": f"{counted(len(lines), 'обращение', 'обращения', 'обращений')}, из них решено {solved}",
        "строки": [
            {
                "номер_по_порядку": line.count,
                "номер": line.number,
                "дата": short_date(line.date),
                "заявитель": line.applicant,
                "помощь": line.help_kind,
                "суть": line.essence,
                "исполнитель": line.executor,
                "меры": line.measures,
                "решено": short_date(line.solved) if line.solved else "",
                "срок": line.term,
            }
            for line in lines
        ],
    }


def slip_values(slip: Slip) -> dict[str, object]:
    """Return what the marks of `slip.docx` stand for."""
    return {
        "организация": slip.organisation,
        "номер": slip.number,
        "дата": long_date(slip.date) if slip.date else "",
        "заявитель": slip.applicant,
        "суть": slip.essence,
        "помощь": slip.help_kind,
        "исполнитель": slip.executor or "будет назначен",
        "срок": slip.term,
        "связь": slip.contacts,
    }
