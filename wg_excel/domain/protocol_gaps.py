"""What keeps a meeting from having its protocol: a class a gap, each naming sheet, row and what to do (B 6.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wg_excel.domain.declension import Gender, gender_of
from wg_excel.domain.failures import Failure
from wg_excel.domain.findings import Place
from wg_excel.domain.group import Group
from wg_excel.domain.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.schema import Record


class NoSuchMeeting(Failure):
    """The number stands in no row of «Заседания»."""

    def __init__(self, number: str) -> None:
        super().__init__(f"Заседания № {number} нет на листе «Заседания»: проверьте номер в столбце «№».")


@dataclass(frozen=True)
class Gap:
    """One thing that a protocol lacks, and the cell where to add it."""

    message: str
    place: Place


class NotHeld(Gap):
    """A protocol is drawn up after the meeting."""

    def __init__(self, meeting: Meeting) -> None:
        what = f"у заседания № {meeting.number} статус «{meeting.status}»: когда оно пройдёт, поставьте «Проведено»"
        super().__init__(_where(meeting) + what, Place.of(meeting, "status"))


class NoDate(Gap):
    """A protocol is dated by its meeting."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(_where(meeting) + "впишите дату заседания", Place.of(meeting, "date"))


class NoOfficer(Gap):
    """The meeting names no chair or no secretary."""

    def __init__(self, meeting: Meeting, name: str) -> None:
        title = meeting.table.column(name).title
        what = f"заполните столбец «{title}» для заседания № {meeting.number}"
        super().__init__(_where(meeting) + what, Place.of(meeting, name))


class OfficerAbsent(Gap):
    """Who signs the protocol was not marked as present."""

    def __init__(self, meeting: Meeting, name: str) -> None:
        title, fio = meeting.table.column(name).title.lower(), getattr(meeting, name)
        marked = "отмечена" if gender_of(fio) is Gender.FEMALE else "отмечен"
        what = f"{title} {fio} не {marked} в явке: исправьте лист «Явка» или впишите другого человека"
        super().__init__(_where(meeting) + what, Place.of(meeting, name))


class NobodyPresent(Gap):
    """Nobody is marked as present."""

    def __init__(self, meeting: Meeting) -> None:
        what = f"Лист «Явка»: отметьте, кто присутствовал на заседании № {meeting.number}"
        super().__init__(what, Place.in_table(Attendance.table, 0, "presence"))


class NoItems(Gap):
    """The meeting has no agenda."""

    def __init__(self, meeting: Meeting) -> None:
        what = f"Лист «Повестка»: внесите вопросы заседания № {meeting.number}"
        super().__init__(what, Place.in_table(AgendaItem.table, 0, "question"))


class NoQuestion(Gap):
    """An item of the agenda has no words."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__(_where(item) + "впишите вопрос повестки («О …»)", Place.of(item, "question"))


class NoDecision(Gap):
    """An item of the agenda ends without a decision."""

    def __init__(self, item: AgendaItem) -> None:
        what = f"по вопросу «{item.question}» впишите, что решили"
        super().__init__(_where(item) + what, Place.of(item, "decided"))


class ProtocolNotReady(Failure):
    """A meeting cannot have its protocol yet; `gaps` say what is missing and where."""

    def __init__(self, number: str, gaps: Sequence[Gap]) -> None:
        self.gaps = tuple(gaps)
        lines = "".join(f"\n• {gap.message}." for gap in gaps)
        super().__init__(f"Протокол заседания № {number} пока составить нельзя. Не хватает:{lines}")


def missing(group: Group, meeting: Meeting) -> tuple[Gap, ...]:
    """Return what is to be filled before the meeting's protocol can be made; nothing when it can."""
    marks = group.index.attendance(meeting.number)
    present = {_named(group, mark.member) for mark in marks if mark.is_present}
    items = group.index.agenda(meeting.number)
    return (
        *_of_meeting(meeting),
        *_of_officers(group, meeting, present),
        *(() if present else (NobodyPresent(meeting),)),
        *(() if items else (NoItems(meeting),)),
        *(NoQuestion(item) for item in items if not item.question.strip()),
        *(NoDecision(item) for item in items if not item.decided.strip()),
    )


def _of_meeting(meeting: Meeting) -> Iterator[Gap]:
    if not meeting.is_held:
        yield NotHeld(meeting)
    if meeting.date is None:
        yield NoDate(meeting)


def _of_officers(group: Group, meeting: Meeting, present: set[str]) -> Iterator[Gap]:
    for name in ("chair", "secretary"):
        officer = getattr(meeting, name)
        if not officer:
            yield NoOfficer(meeting, name)
        elif present and _named(group, officer) not in present:
            yield OfficerAbsent(meeting, name)


def _named(group: Group, fio: str) -> str:
    return group.index.find("tblMembers", fio) or fio


def _where(record: Record) -> str:
    return f"Лист «{record.table.sheet}», строка {record.row}: " if record.row else f"Лист «{record.table.sheet}»: "
