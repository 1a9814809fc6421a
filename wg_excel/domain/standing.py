"""The life of findings: each keeps its number and its day while it stands, and what a person accepted stays accepted.

A line of «Замечания» knows its finding again by its mark: what it is about and what its cell held. Where rows have
moved, by its words. An acceptance holds as long as the cell holds what it held.
"""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from wg_excel.domain.columns import shown_value
from wg_excel.domain.findings import Finding, FindingLine
from wg_excel.domain.language.texts import squeeze

_ROWS = re.compile(r"строк\w*\s+\d+(?:[\s,–-]+\d+)*|[A-Z]{1,2}\d+", re.IGNORECASE)
_PREFIX = re.compile(r"принято\s*:\s*", re.IGNORECASE)


class Mark(NamedTuple):
    """What a finding is about and what its cell held, each as eight signs that give nothing away at a glance."""

    about: str
    cell: str

    def __str__(self) -> str:
        return f"{self.about}-{self.cell}"


def mark(finding: Finding, value: object) -> Mark:
    """Return the mark of a finding whose cell holds a value."""
    place = finding.place
    about = finding.about or str(place.row)
    return Mark(_short(finding.rule, place.table, place.column, about), _short(shown_value(value)))


def settle(
    found: Sequence[tuple[Finding, Mark]], lines: Iterable[FindingLine], day: dt.date, last: int = 0
) -> tuple[Finding, ...]:
    """Return the findings with number, day and acceptance, the open ones first, the heaviest first.

    `lines` are those of the check before; `last` the highest number ever given.
    """
    old = [line for line in lines if line.rule]
    known = _known(found, old)
    number = max([last, *(line.number or 0 for line in old)])
    made: list[Finding] = []
    for place, (finding, own) in enumerate(found):
        line = known.get(place)
        if not (line and line.number):
            number += 1
        made.append(
            finding.standing(
                (line.number if line else 0) or number,
                (line.since if line else None) or day,
                _acceptance(line, own) if line else "",
            )
        )
    return tuple(sorted(made, key=lambda finding: (bool(finding.accepted), finding.weight.order)))


def _acceptance(line: FindingLine, own: Mark) -> str:
    """Return the reason of an acceptance in force: the cell holds what it held when it was accepted."""
    held = line.mark.rpartition("-")[2]
    return _PREFIX.sub("", line.accepted, count=1) if not held or held == own.cell else ""


def _known(found: Sequence[tuple[Finding, Mark]], old: Sequence[FindingLine]) -> dict[int, FindingLine]:
    """Return the old line of each finding by the finding's place: the surest way of knowing it again first."""
    known: dict[int, FindingLine] = {}
    free = list(old)
    for of_line, of_finding in _WAYS:
        lines: dict[Hashable, list[FindingLine]] = {}
        for line in free:
            lines.setdefault(of_line(line), []).append(line)
        for place, (finding, own) in enumerate(found):
            if place not in known and (fits := lines.get(of_finding(finding, own))):
                known[place] = fits.pop(0)
        taken = set(map(id, known.values()))
        free = [line for line in free if id(line) not in taken]
    return known


def _words(message: str) -> str:
    return squeeze(_ROWS.sub("", message))


def _short(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=4).hexdigest()


# How a line and a finding are compared; None never fits.
_WAYS: tuple[tuple[Callable[[FindingLine], Hashable], Callable[[Finding, Mark], Hashable]], ...] = (
    (lambda line: line.mark, lambda _, own: str(own)),
    (lambda line: line.mark.partition("-")[0] or line, lambda _, own: own.about),
    (
        lambda line: (line.rule, line.sheet, line.heading, line.sheet_row or 0),
        lambda finding, _: (finding.rule, finding.place.sheet, finding.place.column, finding.place.row),
    ),
    (
        lambda line: (line.rule, line.sheet, line.heading, _words(line.message)),
        lambda finding, _: (finding.rule, finding.place.sheet, finding.place.column, _words(finding.message)),
    ),
)
