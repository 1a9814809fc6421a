"""What the school's site tells of the group: documents, help, figures of a quarter, decisions (B 5.4).

Nothing here names a pupil or a person outside the group; what is not published in «Документы» is not here either.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wg_excel.domain.appeals.appeal_figures import appeal_figures
from wg_excel.domain.figures import Figure
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.lists import CHANNELS, HELP_KINDS, PRIORITIES
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.periods import Period
from wg_excel.domain.privacy.public_text import PublicText
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.training import Training

# Whom one may ask, in this order.
HELPING_ROLES = ("Ответственный за внедрение", "Администратор ЭлЖур", "Системный администратор", "Администратор сайта")
# What each kind of help is (A I.1, A IV.2.1, B 5.2–5.4).
HELP = {
    "Методическая": "как вести электронный журнал и дневник, какие правила действуют",
    "Консультационная": "ответы на вопросы, обучение и инструкции",
    "Техническая": "вход, доступ, оборудование и связь",
}
SHOWN_FIGURES = ("received", "solved", "in_term", "median_days")


class PublicDocument(NamedTuple):
    """A published document; `link` is empty where it is no address of the web."""

    title: str
    details: str
    link: str
    published: dt.date | None


class PublicItem(NamedTuple):
    """A question of a meeting and what was decided, fit for everybody."""

    question: str
    decided: tuple[str, ...]


class PublicMeeting(NamedTuple):
    """A held meeting."""

    number: str
    day: dt.date
    items: tuple[PublicItem, ...]


@dataclass(frozen=True)
class SitePage:
    """The page: `people` are whom to ask, `meetings` empty unless the school publishes decisions."""

    school: str
    place: str
    day: dt.date
    quarter: Period
    contacts: str
    documents: tuple[PublicDocument, ...]
    help_kinds: tuple[tuple[str, str], ...]
    channels: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    meetings: tuple[PublicMeeting, ...]


def site_page(group: Group, quarter: Period, day: dt.date) -> SitePage:
    """Return the page of a quarter up to a day."""
    settings, shown = group.settings, Period(quarter.first, min(quarter.last, max(day, quarter.first)))
    return SitePage(
        school=settings.school,
        place=settings.place,
        day=day,
        quarter=shown,
        contacts=settings.contacts,
        documents=tuple(_documents(group)),
        help_kinds=tuple((kind, HELP[kind]) for kind in HELP_KINDS.values),
        channels=tuple(value[:1].lower() + value[1:] for value in CHANNELS.values),
        terms=tuple(_terms(group)),
        people=tuple(_people(group, day)),
        figures=tuple(_figures(group, shown, day)),
        meetings=tuple(_meetings(group, shown, day)) if settings.public_decisions == "Да" else (),
    )


def _documents(group: Group) -> Iterator[PublicDocument]:
    published = (one for one in group[Document] if one.publication == "Опубликован")
    for one in sorted(published, key=lambda one: (one.kind, one.date or dt.date.max)):
        number = f"№ {one.document_number}" if one.document_number else ""
        dated = f"от {one.date:%d.%m.%Y}" if one.date else ""
        yield PublicDocument(one.title, " ".join(filter(None, (one.kind, number, dated))), one.address, one.published)


def _terms(group: Group) -> Iterator[tuple[str, str]]:
    for priority in reversed(PRIORITIES.values):
        yield priority, str(group.settings.term_for(priority))


def _people(group: Group, day: dt.date) -> Iterator[tuple[str, str]]:
    members = composition(group[Member], day)
    for role in HELPING_ROLES:
        for member in members:
            if role in member.roles:
                post = member.post.strip()
                yield role, f"{initials(member.fio)}, {post}" if post else initials(member.fio)


def _figures(group: Group, quarter: Period, day: dt.date) -> Iterator[tuple[str, str]]:
    found = {figure.id: figure for figure in appeal_figures(group, quarter, day)}
    for name in SHOWN_FIGURES:
        yield _titled(found[f"appeals.{name}"])
    for kind in HELP_KINDS.values:
        if figure := found.get(f"appeals.help_kind.{kind}"):
            yield f"{kind} помощь", figure.text
    held = [meeting for meeting in group.index.held if meeting.date and meeting.date in quarter and meeting.date <= day]
    given = [one for one in group[Training] if one.date and one.date in quarter and one.date <= day]
    trainings = [one for one in given if one.is_held]
    published = [one for one in group[Document] if one.published and one.published in quarter and one.published <= day]
    yield "Проведено заседаний рабочей группы", str(len(held))
    yield "Проведено занятий", f"{len(trainings)}, слушателей: {sum(one.listeners or 0 for one in trainings)}"
    yield "Опубликовано документов", str(len(published))


def _titled(figure: Figure) -> tuple[str, str]:
    base = f" (из {figure.base})" if figure.base is not None and figure.value is not None else ""
    titles = {
        "appeals.received": "Поступило обращений",
        "appeals.solved": "Решено обращений",
        "appeals.in_term": "Решено в срок",
        "appeals.median_days": "Обычный срок решения (медиана)",
    }
    return titles[figure.id], figure.text + base


def _meetings(group: Group, quarter: Period, day: dt.date) -> Iterator[PublicMeeting]:
    public = PublicText(group)
    for meeting in group.index.held:
        if meeting.date and meeting.date in quarter and meeting.date <= day:
            yield PublicMeeting(meeting.number, meeting.date, tuple(_items(group, meeting, public)))


def _items(group: Group, meeting: Meeting, public: PublicText) -> Iterator[PublicItem]:
    for item in sorted(group.index.agenda(meeting.number), key=lambda item: item.number or 0):
        decided = tuple(public.of(line.strip()) for line in item.decided.splitlines() if line.strip())
        yield PublicItem(public.of(item.question.strip()), decided)
