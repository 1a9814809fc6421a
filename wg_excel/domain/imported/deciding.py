"""Decide whose name a spelling is: take the user's decisions over, list what still waits (2-eljur-exports 2.4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from wg_excel.domain.group import Group
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.imported.spellings import Waiting
from wg_excel.domain.language.names import fold
from wg_excel.domain.staff.teachers import Teacher

SEPARATOR = ";"  # between the spellings in «Имя в ЭлЖур»


class Decided(NamedTuple):
    """The teachers after the user's decisions, and those whose «Имя в ЭлЖур» has grown: as they were and are."""

    teachers: tuple[Teacher, ...]
    grown: tuple[tuple[Teacher, Teacher], ...]


def take_over(group: Group) -> Decided:
    """Add each decided spelling to «Имя в ЭлЖур» of its teacher; what names no one teacher is left to the user."""
    told: defaultdict[Teacher, list[str]] = defaultdict(list)
    for line in group[NameDecision]:
        if teacher := _teacher(group, line):
            told[teacher].append(line.spelling)
    after = {teacher: _told(teacher, spellings) for teacher, spellings in told.items()}
    teachers = tuple(after.get(teacher, teacher) for teacher in group[Teacher])
    return Decided(teachers, tuple(pair for pair in after.items() if pair[0] != pair[1]))


def lines(waiting: Iterable[Waiting], standing: Sequence[NameDecision]) -> tuple[NameDecision, ...]:
    """Return a line for each spelling that waits, the most rows first; what the user typed there stays."""
    typed = {line.spelling: line.teacher for line in standing}
    return tuple(
        NameDecision(
            spelling=each.match.spelling,
            why=each.match.kind.value,
            rows=each.rows,
            proposals="; ".join(teacher.fio for teacher in each.match.proposals),
            teacher=typed.get(each.match.spelling, ""),
        )
        for each in sorted(waiting, key=lambda each: (-each.rows, each.match.spelling))
    )


def _teacher(group: Group, line: NameDecision) -> Teacher | None:
    fio = group.index.find(Teacher.table.name, line.teacher) if line.teacher and line.spelling else ""
    found = [teacher for teacher in group[Teacher] if teacher.fio == fio] if fio else []
    return found[0] if len(found) == 1 else None


def _told(teacher: Teacher, spellings: Iterable[str]) -> Teacher:
    known = [part.strip() for part in teacher.export_name.split(SEPARATOR) if part.strip()]
    for spelling in spellings:
        if fold(spelling) not in map(fold, known):
            known.append(spelling)
    return replace(teacher, export_name=f"{SEPARATOR} ".join(known))
