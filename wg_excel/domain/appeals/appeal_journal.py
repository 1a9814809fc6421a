"""The printed journal of appeals of a period, in the form that schools keep on paper (B 6.4)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from wg_excel.domain.appeals.appeal_clock import Clock
from wg_excel.domain.appeals.appeal_lines import JournalLine
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.periods import Period
from wg_excel.domain.privacy.withheld import without_secrets


def received_in(group: Group, period: Period, day: dt.date) -> tuple[Appeal, ...]:
    """Return the appeals of a period up to a day, the archived too, in the order of their days and numbers."""
    found = [one for one in group.appeals if one.date and one.date in period and one.date <= day]
    return tuple(sorted(found, key=lambda one: (one.date or day, one.number)))


def journal_lines(group: Group, appeals: Sequence[Appeal], day: dt.date) -> Iterator[JournalLine]:
    """Yield a line for each appeal; what the clock shows on a day is its note on the term."""
    clock, short, shown_text = Clock(group, day), cache(initials), cache(without_secrets)
    for count, one in enumerate(appeals, 1):
        shown = clock.read(one)
        executor = group.index.find("tblMembers", one.executor) or one.executor
        yield JournalLine(
            count,
            one.number,
            one.date,
            "\n".join(filter(None, (one.applicant, one.category.lower()))),
            "\n".join(filter(None, (one.help_kind, one.theme))),
            shown_text(one.essence)[0],
            short(executor) if executor else "",
            shown_text(one.measures)[0],
            one.solved,
            str(shown) if shown else "",
        )
