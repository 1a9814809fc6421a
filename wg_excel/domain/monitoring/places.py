"""Whom a figure of the monitoring speaks of: the school, a parallel, a class, a subject, a teacher, or one row."""

from enum import StrEnum
from typing import NamedTuple

from wg_excel.domain.monitoring.lesson_counts import Key
from wg_excel.domain.school_classes import class_order, parallel


class Scope(StrEnum):
    """What a line speaks of; lines of one scope add up, lines of different scopes tell the same again."""

    SCHOOL = "Школа"
    PARALLEL = "Параллель"
    CLASS = "Класс"
    SUBJECT = "Предмет"
    TEACHER = "Педагог"
    ROW = "Подробно"


class Place(NamedTuple):
    """Whom a line concerns, in the order of the columns of «Показатели»."""

    scope: Scope
    teacher: str = ""
    parallel: str = ""
    school_class: str = ""
    subject: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Return what sorts places: the school first, then by the alphabet, 2А before 10А."""
        scope = list(Scope).index(self.scope)
        return scope, self.teacher, class_order(self.school_class or self.parallel), self.subject


SCHOOL = Place(Scope.SCHOOL)


def parallel_place(school_class: str) -> Place:
    """Return the parallel of a class as a place."""
    return Place(Scope.PARALLEL, parallel=parallel_name(school_class))


def class_place(school_class: str) -> Place:
    """Return a class as a place."""
    return Place(Scope.CLASS, parallel=parallel_name(school_class), school_class=school_class)


def row_place(key: Key) -> Place:
    """Return a teacher × class × subject as a place."""
    teacher, school_class, subject = key
    return Place(Scope.ROW, teacher, parallel_name(school_class), school_class, subject)


def parallel_name(school_class: str) -> str:
    """Return the parallel of a class: «5» for 5А, nothing for a class without a number."""
    return str(parallel(school_class) or "")
