"""What keeps a meeting from having its protocol: a class a gap, each naming sheet, row and what to do (B 6.3)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from wg_excel.domain.failures import Failure
from wg_excel.domain.findings import Place
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment


class NoSuchMeeting(Failure):
    """The number stands in no row of «Заседания»."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Заседания № {number} нет на листе «Заседания»: проверьте номер в столбце «№»."
            if number
            else "У заседания нет номера: впишите его на листе «Заседания» в столбец «№» и повторите."
        )


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


class NumberRepeated(Gap):
    """Another meeting has the same number, so that nobody can tell whose agenda and attendance are meant."""

    def __init__(self, meeting: Meeting, other: Meeting) -> None:
        what = f"номер {meeting.number} стоит и в строке {other.row}: дайте заседаниям разные номера"
        super().__init__(_where(meeting) + what, Place.of(meeting, "number"))


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
        from wg_excel.domain.language.declension import Gender, gender_of  # every button loads this module

        title, fio = meeting.table.column(name).title.lower(), getattr(meeting, name)
        marked = "отмечена" if gender_of(fio) is Gender.FEMALE else "отмечен"
        what = f"{title} {fio} не {marked} в явке: исправьте лист «Явка» или впишите другого человека"
        super().__init__(_where(meeting) + what, Place.of(meeting, name))


class NobodyPresent(Gap):
    """Nobody is marked as present."""

    def __init__(self, meeting: Meeting) -> None:
        who = "кто проголосовал письмом по заседанию" if meeting.is_by_letter else "кто присутствовал на заседании"
        what = f"Лист «Явка»: отметьте, {who} № {meeting.number}"
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


class DecisionIncomplete(Gap):
    """A decision names an executor without a term, or a term without an executor."""

    def __init__(self, item: AgendaItem, decision: str, *, lacks_term: bool) -> None:
        lacking = "срок («до 01.12.2026»)" if lacks_term else "исполнителя из состава группы"
        super().__init__(_where(item) + f"допишите {lacking} в решение «{decision}»", Place.of(item, "decided"))


class DueTooEarly(Gap):
    """A decision names a term before the day on which it was taken."""

    def __init__(self, item: AgendaItem, decision: str) -> None:
        what = f"срок раньше дня заседания: исправьте его в решении «{decision}»"
        super().__init__(_where(item) + what, Place.of(item, "decided"))


class TaskIncomplete(Gap):
    """An assignment of the meeting lacks its executor or its term."""

    def __init__(self, task: Assignment, name: str) -> None:
        what = f"заполните столбец «{task.table.column(name).title}» поручения № {task.number}"
        super().__init__(_where(task) + what, Place.of(task, name))


class VotesDiffer(Gap):
    """The votes on an item are not as many as the members present."""

    def __init__(self, item: AgendaItem, votes: int, present: int) -> None:
        what = (
            f"по вопросу «{item.question}» голосов записано: {votes}, а членов группы присутствовало: {present}; "
            "исправьте голоса или явку"
        )
        super().__init__(_where(item) + what, Place.of(item, "votes_for"))


class VotesUnreadable(Gap):
    """Votes are no numbers."""

    def __init__(self, item: AgendaItem) -> None:
        what = f"впишите голоса по вопросу «{item.question}» целыми числами в «За», «Против», «Воздержались»"
        super().__init__(_where(item) + what, Place.of(item, "votes_for"))


class MarkedTwice(Gap):
    """A person is marked as present in one line and as absent in another."""

    def __init__(self, mark: Attendance) -> None:
        what = f"{mark.member} на заседании № {mark.meeting} и присутствует, и отсутствует: удалите лишнюю строку"
        super().__init__(_where(mark) + what, Place.of(mark, "presence"))


class ExecutorNotMember(Gap):
    """An assignment is given to a person who did not belong to the group on the day of the meeting."""

    def __init__(self, task: Assignment, day: dt.date) -> None:
        what = (
            f"{task.executor} не состоит в группе на {short_date(day)}: назначьте исполнителем поручения "
            f"№ {task.number} члена группы или исправьте лист «Члены группы»"
        )
        super().__init__(_where(task) + what, Place.of(task, "executor"))


class NoLetter(Gap):
    """A vote by letter has no date."""

    def __init__(self, mark: Attendance) -> None:
        what = f"впишите в «Письмо от» день, когда {mark.member} голосует письмом"
        super().__init__(_where(mark) + what, Place.of(mark, "letter"))


class LetterLate(Gap):
    """A letter came after the day on which the votes were counted."""

    def __init__(self, mark: Attendance, meeting: Meeting) -> None:
        what = (
            f"письмо от {short_date(mark.letter)} ({mark.member}) позже дня заседания {short_date(meeting.date)}: "
            "исправьте дату письма или заседания"
        )
        super().__init__(_where(mark) + what, Place.of(mark, "letter"))


class NewerSealed(Gap):
    """The protocol of a later meeting is sealed already."""

    def __init__(self, meeting: Meeting, newer: Meeting) -> None:
        what = (
            f"протокол более позднего заседания № {newer.number} уже опечатан; исправление прежних решений "
            "внесите вопросом в повестку следующего заседания"
        )
        super().__init__(_where(meeting) + what, Place.of(meeting, "protocol"))


class ProtocolNotReady(Failure):
    """A meeting cannot have its protocol yet; `gaps` say what is missing and where."""

    def __init__(self, number: str, gaps: Sequence[Gap]) -> None:
        self.gaps = tuple(gaps)
        lines = "".join(f"\n• {gap.message}." for gap in gaps)
        super().__init__(f"Протокол заседания № {number} пока составить нельзя. Исправьте:{lines}")


def _where(record: Record) -> str:
    return f"Лист «{record.table.sheet}», строка {record.row}: " if record.row else f"Лист «{record.table.sheet}»: "
