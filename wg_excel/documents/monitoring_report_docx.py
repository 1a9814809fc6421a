"""The monitoring report as a file of Word, from the template `report.docx` that a school may edit."""

import datetime as dt
from pathlib import Path

from wg_excel.documents.word import fill
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.monitoring.monitoring_report import AIM, MonitoringReport
from wg_excel.domain.monitoring.monitoring_report_text import cells, numbered


def write_report_docx(report: MonitoringReport, target: Path, *, beside: Path | None = None) -> None:
    """Write the report to `target`; a template `report.docx` in the folder `beside` wins over the package's."""
    fill("report.docx", values_of(report), target, beside=beside, day=report.day)


def values_of(report: MonitoringReport) -> dict[str, object]:
    """Return what the template's marks stand for, by their Russian names."""
    return {
        "организация": report.organisation,
        "заголовок": report.title,
        "дата": report.date,
        "место": report.place,
        "основание": report.basis,
        "цель": AIM,
        "проверили": report.checked_by,
        "проверены": report.covered,
        "установлено": numbered((*report.good, *report.shortcomings)),
        "замечания": list(report.by_teacher),
        "таблица": [[_text(value) for value in cells(line)] for line in report.lines],
        "примечания": list(report.notes),
        "выводы": numbered(report.conclusions),
        "рекомендации": numbered(report.recommendations),
        "дополнения": dict(report.additions),
        "подписи": [{"кто": one.role, "имя": one.name} for one in report.signatures],
    }


def _text(value: object) -> str:
    if isinstance(value, dt.date):
        return short_date(value)
    return f"{value:.1f}".replace(".", ",") if isinstance(value, float) else "" if value is None else str(value)
