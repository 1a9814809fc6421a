"""The protocol and its extracts as files of Word, from the templates that a school may edit."""

import re
from pathlib import Path

from wg_excel.documents.word import fill, free_file
from wg_excel.domain.meetings.extracts import Extract
from wg_excel.domain.meetings.protocol import Item, Person, Protocol
from wg_excel.domain.meetings.protocol_text import added_lines, annex_title

NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')


def write_docx(protocol: Protocol, target: Path, *, beside: Path | None = None) -> None:
    """Write the protocol to `target`; a template `protocol.docx` in the folder `beside` wins over the package's."""
    fill("protocol.docx", values_of(protocol), target, beside=beside, day=protocol.date)


def write_extract(extract: Extract, folder: Path, *, beside: Path | None = None) -> Path:
    """Write an extract into a folder and return its file; `extract.docx` in the folder `beside` wins."""
    number = NOT_IN_FILE_NAMES.sub("-", extract.protocol.number)
    title = NOT_IN_FILE_NAMES.sub("-", extract.title).rstrip(".")
    target = free_file(folder, f"Выписка из протокола № {number}, {title}")
    fill("extract.docx", values_of(extract.protocol), target, beside=beside, day=extract.protocol.date)
    return target


def values_of(protocol: Protocol) -> dict[str, object]:
    """Return what the template's marks stand for, by their Russian names."""
    return {
        "проект": protocol.mark,
        "организация": protocol.organisation,
        "заголовок": protocol.title,
        "дата": protocol.day,
        "номер": protocol.number,
        "место": protocol.place,
        "председатель": str(protocol.chair),
        "секретарь": str(protocol.secretary),
        "подпись_председателя": protocol.chair.signature,
        "подпись_секретаря": protocol.secretary.signature,
        "обстоятельства": protocol.circumstances,
        "число": protocol.head_count,
        "присутствовали": [f"{number}. {person}" for number, person in enumerate(protocol.present, 1)],
        "отсутствовали": "; ".join(map(_absence, protocol.absent)),
        "приглашённые": "; ".join(protocol.invited),
        "кворум": protocol.quorum,
        "вопросы": [_item(item, is_last=item is protocol.items[-1]) for item in protocol.items],
        "слово_решения": protocol.decided_word,
        "приложение": annex_title(protocol),
        "присутствовали_слово": protocol.words.present,
        "отсутствовали_слово": protocol.words.absent,
        "слушали_слово": protocol.words.heard,
        "список_слово": protocol.words.listed,
        "дополнения": [text for text in added_lines(protocol).values() if text],
    }


def _item(item: Item, *, is_last: bool) -> dict[str, object]:
    last = item.points[-1] if is_last and item.points else None
    return {
        "номер": item.number,
        "вопрос": item.question,
        "слушали": item.heard,
        "выступили": item.discussed,
        "решения": [{"номер": point.number, "текст": point.text, "последний": point is last} for point in item.points],
        "голоса": str(item.votes or ""),
        "последний": is_last,
    }


def _absence(person: Person) -> str:
    return f"{person.name} ({person.remark})" if person.remark else person.name
