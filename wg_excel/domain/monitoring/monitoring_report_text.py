"""The monitoring report as paragraphs around its table, with the places where the group writes its own words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.monitoring.monitoring_report import AIM, Line, MonitoringReport

FOUND = "В ХОДЕ ПРОВЕРКИ УСТАНОВЛЕНО:"
REMARKS = "ЗАМЕЧАНИЯ ПО ПЕДАГОГАМ:"
CONCLUSIONS, RECOMMENDATIONS = "ВЫВОДЫ:", "РЕКОМЕНДАЦИИ:"
PERCENTS = {indicator.id: indicator for indicator in INDICATORS}
HEADINGS = (
    "№",
    "ФИО",
    "Класс",
    "Предмет",
    "Проведено уроков",
    "Темы, %",
    "ДЗ, %",
    "Отметок",
    "Накопляемость, %",
    "Своевременность, %",
    "Замечания",
    "Срок устранения",
)
# The group's own words: the field's name, and what the sheet says beside its row.
FIELDS = {
    "основание": "✎ Дополнение к основанию и цели",
    "установлено": "✎ Дополнение к установленному",
    "выводы": "✎ Дополнение к выводам",
    "рекомендации": "✎ Дополнение к рекомендациям",
}
KEPT = "впишите слева, обновление сохранит"

Cell = str | int | float | dt.date | None


class Paragraph(NamedTuple):
    """One paragraph; with a `field` it is the group's own text, perhaps none yet."""

    text: str
    field: str = ""


def before_table(report: MonitoringReport) -> tuple[Paragraph, ...]:
    """Return the paragraphs from the basis to the remarks by teacher."""
    return (
        Paragraph(f"Основание: {report.basis}"),
        Paragraph(f"Цель: {AIM}"),
        Paragraph(f"Проверку провели: {report.checked_by}."),
        Paragraph(f"Проверены: {report.covered}"),
        _own(report, "основание"),
        *_captioned(FOUND, numbered((*report.good, *report.shortcomings))),
        *[Paragraph("")] * bool(report.by_teacher),
        *_captioned(REMARKS, report.by_teacher),
        _own(report, "установлено"),
    )


def after_table(report: MonitoringReport) -> tuple[Paragraph, ...]:
    """Return the paragraphs from the notes of the table to the recommendations."""
    return (
        *map(Paragraph, report.notes),
        Paragraph(""),
        *_captioned(CONCLUSIONS, numbered(report.conclusions)),
        _own(report, "выводы"),
        *_captioned(RECOMMENDATIONS, numbered(report.recommendations)),
        _own(report, "рекомендации"),
    )


def cells(line: Line) -> tuple[Cell, ...]:
    """Return a line of the table in the order of HEADINGS; None where nothing is known."""
    counts = line.counts
    topics, homework, density, timeliness = (
        PERCENTS[name].percent(counts) for name in ("topics", "homework", "density", "timeliness")
    )
    return (
        line.number,
        line.teacher,
        line.school_class,
        line.subject,
        counts.lessons,
        topics,
        homework,
        counts.marks,
        density,
        timeliness,
        line.remark,
        line.due,
    )


def numbered(sentences: Sequence[str]) -> list[str]:
    """Return sentences with their numbers."""
    return [f"{number}. {sentence}" for number, sentence in enumerate(sentences, 1)]


def _own(report: MonitoringReport, name: str) -> Paragraph:
    return Paragraph(report.additions.get(name, ""), name)


def _captioned(caption: str, sentences: Sequence[str]) -> Iterator[Paragraph]:
    """Yield sentences, the caption in one paragraph with the first, so that no page ends with a caption."""
    for place, sentence in enumerate(sentences):
        yield Paragraph(sentence if place else f"{caption}\n{sentence}")
