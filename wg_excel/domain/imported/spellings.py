"""Whose facts are whose: the teachers' spellings in all imported facts, matched to «Педагоги»."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.matching import Match, Roster
from wg_excel.domain.language.names import fold, parse_name, tidy
from wg_excel.domain.monitoring.report_counts import REPORTS
from wg_excel.domain.staff.teachers import Teacher


@dataclass(frozen=True)
class Waiting:
    """A spelling of a teacher that is counted to nobody yet, and the number of rows where it stands."""

    match: Match
    rows: int


def match_spellings(facts: Facts, teachers: Sequence[Teacher]) -> tuple[Match, ...]:
    """Match every spelling of a teacher in the facts once.

    With an empty «Педагоги» every full name of the exports stands for itself: there is nobody to confuse it with.
    """
    spellings = sorted(
        {lesson.teacher for lesson in facts.lessons}
        | {entry.teacher for entry in facts.entries}
        | {figure.teacher for figure in facts.figures if figure.kind in REPORTS}
    )
    roster = Roster(teachers or _themselves(spellings))
    return tuple(map(roster.match, spellings))


def rows_of(facts: Facts, spellings: Iterable[str]) -> Counter[str]:
    """Count the facts that carry one of the spellings; a page or a line of a report is one."""
    wanted = frozenset(spellings)
    if not wanted:
        return Counter()
    reports = {figure[:7] + figure[9:] for figure in facts.figures if figure.kind in REPORTS}
    return Counter(
        name
        for names in (
            (lesson.teacher for lesson in facts.lessons),
            (entry.teacher for entry in facts.entries),
            (report[6] for report in reports),
        )
        for name in names
        if name in wanted
    )


def waiting(facts: Facts, matches: Iterable[Match]) -> tuple[Waiting, ...]:
    """Return the spellings that stand for nobody yet."""
    undecided = [match for match in matches if not match.teacher]
    rows = rows_of(facts, (match.spelling for match in undecided))
    return tuple(Waiting(match, rows[match.spelling]) for match in undecided)


def _themselves(spellings: Iterable[str]) -> list[Teacher]:
    full = {fold(text): tidy(text) for text in spellings if (name := parse_name(text)) and not name.is_short}
    return [Teacher(fio) for fio in full.values()]
