"""Facts taken from exports of «ЭлЖур»: numbers and short keys, no topic text, no pupil (2-eljur-exports 2.3).

Days are whole numbers such as 20260901: readable, sortable and free of any program's date system; 0 is none.
A teacher is kept as the export spells the name (blanks folded); matching to «Педагоги» happens on reading.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, IntFlag
from typing import NamedTuple


def day_key(day: date) -> int:
    """Return a day as a number such as 20260901."""
    return day.year * 10000 + day.month * 100 + day.day


def key_day(key: int) -> date:
    """Return the day of a number such as 20260901; raise ValueError for an impossible one."""
    return date(key // 10000, key // 100 % 100, key % 100)


UNMARKED = "unmarked "


def unmarked_name(day: int, place: int) -> str:
    """Return how a page's figure names a lesson with neither a mark nor an absence: its day, its place in that day."""
    return f"{UNMARKED}{day} {place}"


def unmarked_of(name: str) -> tuple[int, int]:
    """Return the day and the place in it of a name that begins with UNMARKED."""
    day, place = name.removeprefix(UNMARKED).split()
    return int(day), int(place)


class Work(IntFlag):
    """What a topic names (words in the data file of kinds): a work that exempts from homework, a safety briefing."""

    ORDINARY = 0
    NO_HOMEWORK = 1
    CONTROL = 2
    BRIEFING = 4


# A lesson with one of these bits needs no homework.
EXEMPT = int(Work.NO_HOMEWORK | Work.CONTROL)


class Homework(IntEnum):
    """State of the homework cell of a lesson."""

    NONE = 0
    GIVEN = 1
    NOT_SET = 2


class Lesson(NamedTuple):
    """A row of a lesson list: one lesson of one teacher; `topic` is 1 with a topic of 3 characters or more.

    `topic_day` and `homework_day` say when each was entered, 0 where the export does not tell. `number` is 0 where
    the list has no lesson numbers; then a second lesson of the day has 101, a third 102. Two teachers of one lesson
    are two rows. `work` is a Work, `homework` a Homework; planned lessons after today stand here too.
    """

    day: int
    number: int
    school_class: str
    subject: str
    group: str
    teacher: str
    topic: int
    work: int
    homework: int
    topic_day: int
    homework_day: int
    source: int


class Entry(NamedTuple):
    """Entries of the log of changes: what was entered for a lesson, when and how many times.

    `what` is topic, homework, mark or absence; `teacher` the user of the log.
    """

    day: int
    school_class: str
    subject: str
    teacher: str
    what: str
    entered: int
    times: int
    source: int


class Appearance(NamedTuple):
    """A topic or homework (`what`) that a list of lessons shows and an earlier list of the same lesson did not.

    It was entered from the day `after` to the day `by`: the days of which the two lists are.
    """

    day: int
    number: int
    school_class: str
    subject: str
    group: str
    teacher: str
    what: str
    after: int
    by: int


class Figure(NamedTuple):
    """A count that a report gives for a period: `kind` of the report, whom it concerns, name and value.

    `first` and `last` are days such as 20260901, 0 where the report names no period. Names by kind:
    filling: lessons, topics, topics_missing, homework, homework_missing, lessons_with_marks, lessons_without_marks;
    journal (a page): pupils, lessons, marks, marks_required, lessons_without_marks, lessons_low (1–2 marks),
    absences, pupils_without_marks, pupils_one_mark, finals, finals_na, finals_off (final differs from the rounded
    mean; finals_off_60 by the border 0.60 where that is another number), missed (lessons missed for any reason),
    pupils_often_away (missed a fifth of them or more), the faults of form mark_and_absence, two_after_absence,
    two_at_edge, two_not_mended, and each lesson without marks by `unmarked_name`; of 1 класс only pupils, lessons,
    absences, missed, pupils_often_away;
    finals, finals_year, finals_final, finals_exam: expected, set, na, exempt, n5 … n1 (a subject and term);
    absence: lesson_all, lesson_ill, lesson_good, lesson_bad, day_all, day_ill, day_good, day_bad;
    quality: n, n5, n4, n3, n2, na, percent_passed, percent_good, sou, mean;
    movement: begin, arrived, left, end; logins: staff, staff_in, students, students_in, parents, parents_in;
    marks-pupil, netschool: pupil_pages (they add nothing to the monitoring).
    """

    first: int
    last: int
    kind: str
    school_class: str
    subject: str
    group: str
    teacher: str
    name: str
    value: float
    source: int


@dataclass(frozen=True)
class Facts:
    """All imported facts of a workbook; `appeared` is no import's own: it stays when both lists are replaced."""

    lessons: tuple[Lesson, ...] = ()
    entries: tuple[Entry, ...] = ()
    figures: tuple[Figure, ...] = ()
    appeared: tuple[Appearance, ...] = ()


@dataclass(frozen=True)
class RejectedRow:
    """A row of an export that was not taken, and why (Russian)."""

    row: int
    reason: str


@dataclass(frozen=True)
class Export:
    """One recognised and read export: its facts and the balance of its rows.

    `rows` counts data rows (without headings, totals and blank rows): rows = taken + `rejected_rows`, of which the
    first are told in `rejected`. `other` are headings once more, lines between blocks, signatures:
    rows seen = rows + totals + blank + other. `title` is the kind's Russian name, `made` the day on which the export
    was made, where the file tells, and `made_known` says in Russian how it is known; `school` is the
    school that it names, "" where it names none.
    """

    file: str
    kind: str
    sha256: str
    first: date | None = None
    last: date | None = None
    facts: Facts = field(default_factory=Facts)
    rows: int = 0
    totals: int = 0
    blank: int = 0
    other: int = 0
    rejected: tuple[RejectedRow, ...] = ()
    warnings: tuple[str, ...] = ()
    rejected_rows: int = 0
    title: str = ""
    made: date | None = None
    made_known: str = ""
    school: str = ""
