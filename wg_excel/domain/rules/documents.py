"""Rules of documents: analysis, bringing into line, publication (B 2.1, 5.1, 5.4)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import quoted
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.work.documents import Document

TO_CHANGE = "Требует изменений"


class DocumentFinding(Finding):
    """Something about one document: the sentence begins with its number and title."""

    def __init__(self, document: Document, column: str, text: str) -> None:
        number = document.number or str(document.row)
        super().__init__(f"Документ № {number} {quoted(document.title)}: {text}", Place.of(document, column), number)


class ChangeUnplanned(DocumentFinding):
    """A document is to be changed, and nobody says how or until when."""

    def __init__(self, document: Document, column: str) -> None:
        what = {"proposal": "предложение", "due": "срок"}[column]
        verb = "записано" if column == "proposal" else "указан"
        super().__init__(
            document, column, f"требует изменений, но не {verb} {what}. Впишите, что изменить и к какому дню."
        )


_DOCUMENT = Document(
    "2", "Положение", "Положение о рабочей группе", due=dt.date(2026, 10, 20), published=dt.date(2026, 9, 1), row=8
)


@rule(
    "DOC-1",
    clause="B 2.1",
    about="Для документа, требующего изменений, есть предложение и срок",
    raised="Анализ — «Требует изменений», а «Предложение» или «Срок» пусты.",
    cleared="Ячейки заполнены или анализ обновлён.",
    examples=(ChangeUnplanned(_DOCUMENT, "proposal"), ChangeUnplanned(_DOCUMENT, "due")),
)
def change_is_proposed_with_a_term(group: Group, today: dt.date) -> Iterator[Finding]:
    """A document that needs changes has a proposal and a term."""
    for document in group[Document]:
        for column in ("proposal", "due") if document.analysis == TO_CHANGE else ():
            if not getattr(document, column) and column not in document.faults:
                yield ChangeUnplanned(document, column)


class NotPublished(DocumentFinding):
    """A document is required on the site, and is not there."""

    severity_by_default = Severity.WARNING

    def __init__(self, document: Document) -> None:
        super().__init__(
            document,
            "publication",
            "должен быть на сайте школы, но ещё не опубликован. Опубликуйте его и впишите ссылку и дату.",
        )


@rule(
    "DOC-2",
    clause="B 5.4",
    about="Документ опубликован на сайте",
    raised="«На сайте» — «Не опубликован».",
    cleared="Документ опубликован или публикация не требуется.",
    examples=(NotPublished(_DOCUMENT),),
)
def required_documents_are_published(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every document required on the site is published."""
    for document in group[Document]:
        if document.publication == "Не опубликован":
            yield NotPublished(document)


class PublicationUnproved(DocumentFinding):
    """A published document has no link or no date."""

    def __init__(self, document: Document, column: str) -> None:
        what = {"link": "указана ссылка", "published": "указана дата публикации"}[column]
        super().__init__(document, column, f"отмечен опубликованным, но не {what}. Впишите её.")


@rule(
    "DOC-3",
    clause="B 5.4",
    about="У опубликованного документа есть ссылка и дата",
    raised="«На сайте» — «Опубликован», а «Ссылка» или «Дата публикации» пусты.",
    cleared="Ячейки заполнены.",
    examples=(PublicationUnproved(_DOCUMENT, "link"), PublicationUnproved(_DOCUMENT, "published")),
)
def publication_has_link_and_date(group: Group, today: dt.date) -> Iterator[Finding]:
    """A published document has its link and its date."""
    for document in group[Document]:
        for column in ("link", "published") if document.publication == "Опубликован" else ():
            if not getattr(document, column) and column not in document.faults:
                yield PublicationUnproved(document, column)


class LinkLeadsNowhere(DocumentFinding):
    """What stands in «Ссылка» of a published document is no address of the web."""

    severity_by_default = Severity.WARNING

    def __init__(self, document: Document) -> None:
        super().__init__(
            document,
            "link",
            "«Ссылка» не ведёт на страницу в интернете. Впишите адрес целиком: он начинается с https://.",
        )


@rule(
    "DOC-5",
    clause="B 5.4",
    about="Ссылка на опубликованный документ — адрес страницы",
    raised="«На сайте» — «Опубликован», а в «Ссылке» не адрес, который начинается с https:// или http://.",
    cleared="Вписан адрес.",
    examples=(LinkLeadsNowhere(_DOCUMENT),),
)
def links_are_addresses(group: Group, today: dt.date) -> Iterator[Finding]:
    """The link of a published document is an address of the web."""
    for document in group[Document]:
        if document.publication == "Опубликован" and document.link and not document.address:
            yield LinkLeadsNowhere(document)


class ChangeOverdue(DocumentFinding):
    """The term for changing a document has passed."""

    def __init__(self, document: Document) -> None:
        super().__init__(
            document,
            "due",
            f"срок изменения истёк {short_date(document.due)}. Отметьте «Изменён» или назначьте новый срок.",
        )


@rule(
    "DOC-4",
    clause="B 2.1",
    about="Документ изменён в срок",
    raised="Анализ — «Требует изменений», а срок прошёл.",
    cleared="Анализ — «Изменён» или «Соответствует» либо срок перенесён.",
    examples=(ChangeOverdue(_DOCUMENT),),
)
def no_change_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No document waits for its change past the term."""
    for document in group[Document]:
        if document.analysis == TO_CHANGE and document.due and document.due < today:
            yield ChangeOverdue(document)
