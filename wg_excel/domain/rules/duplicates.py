"""Likely duplicates among open appeals (APP-9); rather none than a false one."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import folded_name, may_be
from wg_excel.domain.language.texts import fold
from wg_excel.domain.rules.appeals import AppealFinding
from wg_excel.domain.rules.registry import rule

WINDOW = dt.timedelta(days=14)
NEIGHBOURS = 10
ALIKE = 90
# What tells two appeals of one theme apart: numbers, classes, days.
_DETAILS = re.compile(r"\S*\d\S*")


class LikelyDuplicate(AppealFinding):
    """Another open appeal of the same applicant says nearly the same."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, other: Appeal) -> None:
        super().__init__(
            appeal,
            "essence",
            f"похоже на повтор обращения {other.number} (строка {other.row}) того же заявителя. "
            "Если это одно и то же, отклоните одно из них.",
        )


_APPEAL = Appeal("2026-015", row=20)


@rule(
    "APP-9",
    clause="B 6.4",
    about="Нет повторных обращений",
    raised="Два открытых обращения одного заявителя на одну тему в пределах 14 дней почти совпадают по сути, "
    "в том числе номерами и классами.",
    cleared="Одно из обращений решено или отклонено либо суть уточнена.",
    examples=(LikelyDuplicate(_APPEAL, Appeal("2026-014", row=19)),),
)
def no_open_appeal_is_entered_twice(group: Group, today: dt.date) -> Iterator[Finding]:
    """No two open appeals of one applicant say nearly the same within a fortnight."""
    alike: defaultdict[tuple[str, str, tuple[str, ...]], list[tuple[dt.date, Appeal]]] = defaultdict(list)
    for appeal in group[Appeal]:
        if appeal.is_open and appeal.status and appeal.date and appeal.applicant and appeal.essence:
            details = tuple(sorted(_DETAILS.findall(fold(appeal.essence))))
            alike[_family(appeal.applicant), appeal.theme, details].append((appeal.date, appeal))
    for appeals in alike.values():
        if len(appeals) > 1:
            yield from _repeated(sorted(appeals, key=lambda dated: (dated[0], dated[1].row)))


def _repeated(appeals: list[tuple[dt.date, Appeal]]) -> Iterator[Finding]:
    """Yield the later of each pair alike; only the nearest neighbours are compared, so the time stays linear."""
    for place, (day, appeal) in enumerate(appeals):
        near = appeals[max(0, place - NEIGHBOURS) : place]
        other = next((each for then, each in near if day - then <= WINDOW and _repeats(appeal, each)), None)
        if other:
            yield LikelyDuplicate(appeal, other)


def _repeats(appeal: Appeal, other: Appeal) -> bool:
    return _is_one_person(appeal.applicant, other.applicant) and _says_the_same(appeal.essence, other.essence)


def _family(fio: str) -> str:
    name = folded_name(fio)
    return name.family if name else fold(fio)


def _is_one_person(fio: str, other: str) -> bool:
    """Tell whether two spellings may be one person's: «Котова И. Л.» and «Котова Инна Львовна»."""
    one, two = folded_name(fio), folded_name(other)
    return fold(fio) == fold(other) or (one is not None and two is not None and may_be(one, two))


def _says_the_same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    one, other = fold(one), fold(other)
    return one == other or (min(len(one), len(other)) >= 15 and fuzz.token_sort_ratio(one, other) >= ALIKE)
