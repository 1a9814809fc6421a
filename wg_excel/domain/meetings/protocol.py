"""The protocol of a meeting as pure content (B 6.3; order of parts: 2-eljur-exports 2.6)."""

import datetime as dt
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wg_excel.domain.group import Group
from wg_excel.domain.language.declension import Case, OwnForms, decline
from wg_excel.domain.language.names import initials, parse_name, short_first
from wg_excel.domain.language.posts import decline_post
from wg_excel.domain.language.wording import long_date, people, short_date
from wg_excel.domain.meetings.decisions import lines, names_executor, names_term, points, says
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.meetings.orders import read_order
from wg_excel.domain.meetings.protocol_checks import missing
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting, ProtocolNotReady
from wg_excel.domain.meetings.protocol_remarks import remarks
from wg_excel.domain.meetings.protocol_words import TOGETHER, Words, circumstances, participation, title_of, words_of
from wg_excel.domain.meetings.quorum import needed
from wg_excel.domain.meetings.task_sources import tasks_of
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.work.assignments import Assignment

ANNEX_FROM = 16  # more than 15 present: their list is an annex
DRAFT = "ПРОЕКТ"
UNKNOWN = "_" * 20


@dataclass(frozen=True)
class Person:
    """A person of the protocol: «Даценко И. А.», «И. А. Даценко», and a post or a reason, which may be empty."""

    name: str
    signature: str
    remark: str = ""

    def __str__(self) -> str:
        return f"{self.name}, {self.remark}" if self.remark else self.name


@dataclass(frozen=True)
class Point:
    """One point of a decision: «1.2» and its text with executor and term."""

    number: str
    text: str


@dataclass(frozen=True)
class Votes:
    """The votes on one item."""

    for_: int
    against: int
    abstained: int

    def __str__(self) -> str:
        told = " (единогласно)" if self.for_ and not self.against and not self.abstained else ""
        if self.for_ <= self.against:
            told = " (решение не принято)"
        return f"«за» – {self.for_}, «против» – {self.against}, «воздержались» – {self.abstained}{told}"


@dataclass(frozen=True)
class Item:
    """One item of the agenda: what was heard, said, decided and how the members voted."""

    number: int
    question: str
    heard: str
    discussed: tuple[str, ...]
    points: tuple[Point, ...]
    votes: Votes | None


@dataclass(frozen=True)
class Protocol:
    """Everything that a protocol says; `quorum` is empty unless the school's setting turns it on.

    `additions` are the texts that the secretary typed into the sheet, by their field; `gone` the lines of the sheet
    that this one has replaced and that stand in it no more; `renumbered` tells that the agenda's own numbers differ.
    """

    number: str
    date: dt.date
    organisation: str
    title: str
    place: str
    circumstances: tuple[str, ...]
    chair: Person
    secretary: Person
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    invited: tuple[str, ...]
    quorum: str
    items: tuple[Item, ...]
    decided_word: str
    words: Words = TOGETHER
    is_draft: bool = True
    additions: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    renumbered: bool = False

    @property
    def told(self) -> str:
        """Return what stands on the protocol's sheet and what comes next."""
        done = (
            f"Протокол № {self.number} составлен как проект. Проверьте, распечатайте, после подписи опечатайте."
            if self.is_draft
            else f"Протокол № {self.number} опечатан: позднейшие изменения записей покажет кнопка «Проверить»."
        )
        return " ".join((done, *remarks(self.gone, renumbered=self.renumbered)))

    @property
    def mark(self) -> str:
        """Return the mark of a draft, empty once the protocol is sealed."""
        return DRAFT if self.is_draft else ""

    @property
    def day(self) -> str:
        """Return the date in words."""
        return long_date(self.date)

    @property
    def has_annex(self) -> bool:
        """Tell whether the list of those present is an annex."""
        return len(self.present) >= ANNEX_FROM

    @property
    def head_count(self) -> str:
        """Return «5 человек» for those present."""
        return people(len(self.present))


def protocol_of(group: Group, number: str) -> Protocol:
    """Build the protocol of the meeting `number`; raise NoSuchMeeting or ProtocolNotReady with what is missing."""
    meeting = group.index.meeting(number)
    if meeting is None:
        raise NoSuchMeeting(number)
    gaps = missing(group, meeting)
    if gaps or meeting.date is None:
        raise ProtocolNotReady(meeting.number, gaps)
    settings, members = group.settings, composition(group[Member], meeting.date)
    marks = group.index.attendance(meeting.number)
    posts = {member.fio: member.post for member in members}
    present = _in_order({_full_name(group, mark.member): mark for mark in marks if mark.is_present}, posts)
    chair, secretary = (_full_name(group, fio) for fio in (meeting.chair, meeting.secretary))
    return Protocol(
        number=meeting.number,
        date=meeting.date,
        organisation=settings.school or UNKNOWN,
        title=title_of(meeting, settings.group_name),
        place=settings.place,
        circumstances=circumstances(meeting, marks),
        chair=_person(chair, posts.get(chair, "")),
        secretary=_person(secretary, posts.get(secretary, "")),
        present=tuple(_person(fio, participation(posts.get(fio, ""), mark, meeting)) for fio, mark in present),
        absent=tuple(_person(mark.member, mark.reason) for mark in marks if mark.presence and not mark.is_present),
        invited=_guests(group, meeting, posts),
        quorum=_quorum(words_of(meeting), len(present), len(posts), settings.quorum),
        items=tuple(_items(group, meeting)),
        decided_word=settings.decided_word,
        words=words_of(meeting),
        is_draft=meeting.sealed is None,
        renumbered=_renumbered(group, meeting),
    )


def declined_initials(fio: str, case: Case, own: tuple[OwnForms, ...] = ()) -> str:
    """Return «Иванову М. П.» for a name in any usual order."""
    name = parse_name(fio)
    if name is None:
        return fio
    whole = " ".join(part for part in (name.family, name.first, name.patronymic) if part)
    return initials(decline(whole, case, own))


def _person(fio: str, remark: str) -> Person:
    return Person(initials(fio), short_first(fio), remark)


def _in_order(people: Mapping[str, Attendance], posts: Iterable[str]) -> list[tuple[str, Attendance]]:
    order = {fio: place for place, fio in enumerate(posts)}
    return sorted(people.items(), key=lambda pair: order.get(pair[0], len(order)))


def _guests(group: Group, meeting: Meeting, members: Container[str]) -> tuple[str, ...]:
    """Return the invited persons, each once, with the post if it is told anywhere; a member of the group is none."""
    guests: dict[str, str] = {}
    for part in filter(str.strip, re.split(r"[;\n]", meeting.invited)):
        fio = part.partition(",")[0].strip()
        if _full_name(group, fio) not in members:
            guests[initials(fio)] = max(guests.get(initials(fio), ""), _guest(part), key=len)
    return tuple(guests.values())


def _guest(text: str) -> str:
    fio, comma, post = text.strip().partition(",")
    return f"{initials(fio)}, {post.strip()}" if comma else initials(fio)


def _quorum(words: Words, present: int, whole: int, share: float) -> str:
    if not share or not whole:
        return ""
    verdict = "имеется" if present >= needed(whole, share) else "отсутствует"
    return f"Кворум: {words.take_part} {present} из {whole} членов рабочей группы, кворум {verdict}."


def _renumbered(group: Group, meeting: Meeting) -> bool:
    """Tell whether a question has another number in the protocol than its number in the agenda."""
    return any(item.number not in {None, number} for number, item in _numbered(group, meeting))


def _numbered(group: Group, meeting: Meeting) -> Iterable[tuple[int, AgendaItem]]:
    items = group.index.agenda(meeting.number)
    return enumerate(sorted(items, key=lambda item: (item.number is None, item.number or 0)), 1)


def _items(group: Group, meeting: Meeting) -> Iterable[Item]:
    for number, item in _numbered(group, meeting):
        yield Item(
            number,
            item.question.strip(),
            _considered(group, item) if meeting.is_by_letter else _heard(group, item),
            lines(item.discussed),
            tuple(_points(group, number, item, meeting.date)),
            _votes(item),
        )


def _considered(group: Group, item: AgendaItem) -> str:
    """Return what was considered by letter: nobody spoke, so the speaker is only named."""
    question = _lower_first(item.question.strip())
    prepared = "; ".join(_prepared(group, part) for part in item.speaker.split(";") if part.strip())
    told = " ".join(item.heard.split())
    return ". ".join(filter(None, (f"{question} (докладчик – {prepared})" if prepared else question, told)))


def _prepared(group: Group, text: str) -> str:
    fio, comma, post = text.strip().partition(",")
    return f"{initials(_full_name(group, fio))}, {post.strip()}" if comma else initials(_full_name(group, fio))


def _heard(group: Group, item: AgendaItem) -> str:
    speakers = [_speaker(group, part) for part in item.speaker.split(";") if part.strip()]
    heard = " ".join(item.heard.split()) or _lower_first(item.question.strip())
    if not speakers or _begins_with_speaker(heard, speakers):
        return heard
    return f"{', '.join(speakers)} – {heard}"


def _speaker(group: Group, text: str) -> str:
    fio, _, post = text.strip().partition(",")
    name = declined_initials(_full_name(group, fio), Case.ACCUSATIVE, group.name_forms)
    return f"{name}, {decline_post(post.strip(), Case.ACCUSATIVE)}" if post.strip() else name


def _full_name(group: Group, fio: str) -> str:
    """Return the one member's full name that a spelling stands for, so that post and gender are known."""
    return group.index.find("tblMembers", fio) or fio


def _begins_with_speaker(heard: str, speakers: Sequence[str]) -> bool:
    return any(heard.lower().startswith(speaker.split()[0].lower()) for speaker in speakers)


def _points(group: Group, number: int, item: AgendaItem, day: dt.date | None) -> Iterable[Point]:
    left = tasks_of(group, item)
    texts = []
    for text in points(item.decided):
        own = [task for task in left if says(text, task)]
        left = [task for task in left if task not in own]
        texts.append(" ".join([_sentence(text), *filter(None, (_left_unsaid(text, task, day) for task in own))]))
    texts.extend(
        f"Поручить {_executor(group, task)}: {_lower_first(_sentence(task.task))} {_term(task)}" for task in left
    )
    return (Point(f"{number}.{place}", text.strip()) for place, text in enumerate(texts, 1))


def _left_unsaid(decision: str, task: Assignment, day: dt.date | None) -> str:
    """Return what a decision leaves to its task; a term of its own stands, even if the task has another by now."""
    executor = "" if names_executor(decision, task) else _sentence(f"Ответственный – {initials(task.executor)}")
    has_term = names_term(decision, task) or (day and read_order(decision, (), day).due)
    term = "" if has_term else _term(task)
    return f"{executor} {term}".strip()


def _executor(group: Group, task: Assignment) -> str:
    return (
        declined_initials(_full_name(group, task.executor), Case.DATIVE, group.name_forms) if task.executor else UNKNOWN
    )


def _term(task: Assignment) -> str:
    blank = "\N{NO-BREAK SPACE}"  # a dash begins no line, and a day is not parted from its word
    return f"Срок{blank}–{blank}до{blank}{short_date(task.due)}." if task.due else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ";")) else f"{text}."


def _lower_first(text: str) -> str:
    return text if text[:2].isupper() and text[1:2].isalpha() else text[:1].lower() + text[1:]


def _votes(item: AgendaItem) -> Votes | None:
    given = (item.votes_for, item.votes_against, item.abstained)
    return None if all(vote is None for vote in given) else Votes(*(vote or 0 for vote in given))
