"""The words of a protocol that depend on how the members met: together, or by letter (B 3.2, 6.1)."""

from collections.abc import Iterable
from typing import NamedTuple

from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Attendance, Meeting


class Words(NamedTuple):
    """How a protocol names those who took part, those who did not, their list, an item's beginning, the quorum."""

    present: str
    absent: str
    listed: str
    heard: str
    take_part: str


TOGETHER = Words("Присутствовали", "Отсутствовали", "Список присутствовавших", "СЛУШАЛИ", "присутствуют")
BY_LETTER = Words(
    "Проголосовали письменно",
    "Не проголосовали",
    "Список проголосовавших письменно",
    "РАССМОТРЕЛИ ВОПРОС",
    "проголосовали",
)


def words_of(meeting: Meeting) -> Words:
    """Return the words that fit the meeting's form."""
    return BY_LETTER if meeting.is_by_letter else TOGETHER


def title_of(meeting: Meeting, group_name: str) -> str:
    """Return «внеочередного заочного заседания рабочей группы …»; an ordinary meeting needs no adjective."""
    kinds = ("внеочередного" if meeting.kind == "Внеочередное" else "", "заочного" if meeting.is_by_letter else "")
    return " ".join((*filter(None, kinds), "заседания", group_name))


def circumstances(meeting: Meeting, marks: Iterable[Attendance]) -> tuple[str, ...]:
    """Return the lines on kind, form, room, hours and letters, only those that the meeting states."""
    hours = [f"{word} {time:%H:%M}" for word, time in (("начало", meeting.start), ("окончание", meeting.end)) if time]
    letters = sorted(mark.letter for mark in marks if meeting.is_by_letter and mark.is_present and mark.letter)
    lines = {
        "Вид заседания": meeting.kind.lower(),
        "Форма проведения": meeting.form.lower(),
        "Место проведения": meeting.place,
        "Время проведения": ", ".join(hours),
        "Письма с голосами получены": _from_to([short_date(day) for day in letters]),
    }
    return tuple(f"{name}: {text}" for name, text in lines.items() if text)


def participation(post: str, mark: Attendance, meeting: Meeting) -> str:
    """Return a member's post, with the day of the letter where the votes came by letter."""
    letter = f"письмо от {short_date(mark.letter)}" if meeting.is_by_letter and mark.letter else ""
    return f"{post} ({letter})" if post and letter else post or letter


def _from_to(days: list[str]) -> str:
    return "" if not days else days[0] if days[0] == days[-1] else f"с {days[0]} по {days[-1]}"
