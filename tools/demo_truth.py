"""Count what the demo exports hold, by the definitions of the monitoring and apart from the product's code."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from tools.demo_lessons import SENIOR, TERM_END, Taught, has_homework, has_topic

Row = dict[str, Any]
# Two teachers are «Бойко М. С.», and one teacher is in no list: their lessons belong to nobody for certain.
UNCERTAIN = {"Бойко М. С.", "Нестеренко Павел Андреевич"}


def by_course(lessons: Iterable[Taught]) -> dict[tuple[str, str, str], list[Taught]]:
    """Return the lessons by teacher's name as spelt, class and subject."""
    found: defaultdict[tuple[str, str, str], list[Taught]] = defaultdict(list)
    for lesson in lessons:
        found[lesson.course.spelt, lesson.course.school_class, lesson.course.subject].append(lesson)
    return dict(sorted(found.items()))


def needs_homework(lesson: Taught, term: Sequence[Taught]) -> bool:
    """Tell whether a lesson needs homework; `term` are the course's lessons of the ended term."""
    if lesson.course.school_class == "1А" or (lesson.control and has_topic(lesson.topic)):
        return False
    return not (term and lesson is term[-1])


def in_term(lessons: Sequence[Taught]) -> list[Taught]:
    """Return the lessons of the first term."""
    return [lesson for lesson in lessons if lesson.day <= TERM_END]


def filling(lessons: Sequence[Taught], without_marks: int) -> dict[str, int]:
    """Return the counts of the filling report for one course in the first term."""
    term = in_term(lessons)
    due = [lesson for lesson in term if needs_homework(lesson, term)]
    return {
        "lessons": len(term),
        "without_topic": sum(not has_topic(lesson.topic) for lesson in term),
        "without_homework": sum(not has_homework(lesson.homework) for lesson in due),
        "lessons_without_marks": without_marks,
    }


def row(key: tuple[str, str, str], lessons: Sequence[Taught], filled: dict[str, int] | None) -> Row:
    """Return the true counts of one course up to the last day; primary classes are known from the filling report."""
    spelt, school_class, subject = key
    teacher = None if spelt in UNCERTAIN else lessons[0].course.teacher
    head: Row = {"spelt": spelt, "teacher": teacher, "class": school_class, "subject": subject}
    counts = _of_list(lessons) if school_class in SENIOR else _of_filling(filled)
    without_marks = filled["lessons_without_marks"] if filled and school_class != "1А" else None
    return head | counts | {"lessons_without_marks": without_marks}


def _of_list(lessons: Sequence[Taught]) -> Row:
    due = [lesson for lesson in lessons if needs_homework(lesson, in_term(lessons))]
    written = [
        lesson
        for lesson in lessons
        for made in (has_topic(lesson.topic), has_homework(lesson.homework))
        if made and lesson.entered
    ]
    return {
        "lessons": len(lessons),
        "topics": sum(has_topic(lesson.topic) for lesson in lessons),
        "homework_due": len(due),
        "homework": sum(has_homework(lesson.homework) for lesson in due),
        "entries": len(written),
        "entries_in_time": sum(lesson.entered.date() == lesson.day for lesson in written if lesson.entered),
    }


def _of_filling(filled: dict[str, int] | None) -> Row:
    assert filled is not None
    return {
        "lessons": filled["lessons"],
        "topics": filled["lessons"] - filled["without_topic"],
        "entries": None,
        "entries_in_time": None,
    }
