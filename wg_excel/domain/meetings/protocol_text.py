"""The protocol as lines of text, in the official order (2-eljur-exports 2.6; ГОСТ Р 7.0.97-2016)."""

from collections.abc import Iterator, Sequence

from wg_excel.domain.language.wording import long_date
from wg_excel.domain.meetings.protocol import Item, Protocol

AGENDA = "ПОВЕСТКА ДНЯ:"
DISCUSSED = "ВЫСТУПИЛИ:"
# The paragraphs that the secretary may add before the signatures, with what stands beside them on the sheet.
FIELDS = {"remarks": "✎ Особое мнение, замечания", "enclosures": "✎ Приложения к протоколу"}
KEPT = "впишите слева, кнопка сохранит"
CHAIR, SECRETARY = "Председательствующий", "Секретарь"


def body_lines(protocol: Protocol) -> tuple[str, ...]:
    """Return everything between the head and the signatures, one paragraph a line, blank lines between parts.

    A caption stands in one paragraph with what follows it, so that no page ends with a caption.
    """
    items = (_item(item, protocol) for item in protocol.items)
    lines: list[str] = []
    for part in (_officers(protocol), _people(protocol), _agenda(protocol), *items):
        lines.extend((*part, ""))
    return tuple(lines[:-1])


def added_lines(protocol: Protocol) -> dict[str, str]:
    """Return the secretary's own paragraphs that end the protocol, by their field; a field may still be blank."""
    return {name: protocol.additions.get(name, "") for name in FIELDS}


def annex_title(protocol: Protocol) -> str:
    """Return the title of the list of those present, empty where the protocol itself lists them."""
    if not protocol.has_annex:
        return ""
    return f"Приложение 1 к протоколу от {long_date(protocol.date)} № {protocol.number}"


def annex_lines(protocol: Protocol) -> tuple[str, ...]:
    """Return the list of those present where it is an annex."""
    return (protocol.words.listed, "", *_present(protocol)) if protocol.has_annex else ()


def _officers(protocol: Protocol) -> Iterator[str]:
    yield f"{CHAIR} – {protocol.chair}"
    yield f"{SECRETARY} – {protocol.secretary}"
    yield from protocol.circumstances


def _people(protocol: Protocol) -> Iterator[str]:
    if protocol.has_annex:
        yield f"{protocol.words.present}: {protocol.head_count} (список прилагается)"
    else:
        yield f"{protocol.words.present}: {protocol.head_count}"
        yield from _present(protocol)
    if protocol.absent:
        absent = (_absence(person.name, person.remark) for person in protocol.absent)
        yield f"{protocol.words.absent}: {'; '.join(absent)}"
    if protocol.invited:
        yield f"Приглашённые: {'; '.join(protocol.invited)}"
    if protocol.quorum:
        yield protocol.quorum


def _present(protocol: Protocol) -> Iterator[str]:
    return (f"{number}. {person}" for number, person in enumerate(protocol.present, 1))


def _absence(name: str, reason: str) -> str:
    return f"{name} ({reason})" if reason else name


def _agenda(protocol: Protocol) -> Iterator[str]:
    return _captioned(AGENDA, [f"{item.number}. {item.question}" for item in protocol.items])


def _item(item: Item, protocol: Protocol) -> Iterator[str]:
    yield f"{item.number}. {protocol.words.heard}: {item.heard}"
    yield from _captioned(DISCUSSED, item.discussed)
    yield from _captioned(f"{protocol.decided_word}:", [f"{point.number}. {point.text}" for point in item.points])
    if item.votes:
        yield f"Голосовали: {item.votes}."


def _captioned(caption: str, lines: Sequence[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield line if place else f"{caption}\n{line}"
