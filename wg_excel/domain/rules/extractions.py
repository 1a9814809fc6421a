"""Rules of extractions: done in term (A IV.3.4)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.work.extractions import Extraction


class ExtractionOverdue(Finding):
    """Data that the head asked for are late."""

    def __init__(self, extraction: Extraction) -> None:
        number = extraction.number or str(extraction.row)
        super().__init__(
            f"Выгрузка № {number}: срок истёк {short_date(extraction.due)} "
            f"(исполнитель: {extraction.executor or 'не указан'}). Извлеките данные и впишите «Дата выполнения».",
            Place.of(extraction, "due"),
            number,
        )


@rule(
    "EXT-1",
    clause="A IV.3.4",
    about="Данные по запросу руководителя извлечены в срок",
    raised="Срок запроса прошёл, а «Дата выполнения» пуста.",
    cleared="Дата выполнения вписана или срок перенесён.",
    examples=(ExtractionOverdue(Extraction("2", due=dt.date(2026, 10, 20), executor="Иванова М. П.", row=8)),),
)
def no_extraction_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No extraction is past its term."""
    for extraction in group[Extraction]:
        if not extraction.done and "done" not in extraction.faults and extraction.due and extraction.due < today:
            yield ExtractionOverdue(extraction)
