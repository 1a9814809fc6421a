"""Normative documents («Документы»): analysis and publication (A IV.2.2; B 2.1, 5.1, 5.4)."""

import datetime as dt
import re
from urllib.parse import urlsplit

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table

_UNSOUND = re.compile(r"[\s\x00-\x1f<>\"]")


@table(
    "Документы",
    "tblDocuments",
    clause="B 2.1",
    key="number",
    hint="Локальные нормативные документы и инструкции: анализ, предложения, публикация на сайте школы.",
)
class Document(Record):
    """One document of the school about the journal."""

    number: str = column("№", required=True, unique=True, width=7)
    kind: str = column("Вид", required=True, choices=lists.DOCUMENT_KINDS, width=14)
    title: str = column("Наименование", Kind.LONG_TEXT, required=True, width=48)
    document_number: str = column("Номер", width=14)
    date: dt.date | None = column("Дата", Kind.DATE, width=12)
    responsible: str = column("Ответственный", refers="tblMembers", width=30)
    analysis: str = column("Анализ", required=True, choices=lists.ANALYSIS_STATES, width=20)
    proposal: str = column("Предложение", Kind.LONG_TEXT, width=40)
    due: dt.date | None = column("Срок", Kind.DATE, width=12)
    publication: str = column("На сайте", required=True, choices=lists.PUBLICATION_STATES, width=18)
    link: str = column("Ссылка", width=34)
    published: dt.date | None = column("Дата публикации", Kind.DATE, width=14)

    @property
    def address(self) -> str:
        """Return the link where it is an address of the web that a page may lead to, empty for anything else."""
        try:
            parts = urlsplit(self.link.strip())
        except ValueError:
            return ""
        sound = parts.scheme in {"http", "https"} and parts.hostname and not _UNSOUND.search(self.link.strip())
        return self.link.strip() if sound else ""
