"""Closed appeals of past years («Архив обращений»): out of the way, still counted, and back at a press (B 6.4)."""

import datetime as dt
from collections.abc import Iterable

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.schema import table


@table(
    "Архив обращений",
    "tblAppealArchive",
    clause="B 6.4",
    key="number",
    hint="Закрытые обращения прошлых лет. Переносят их сюда и обратно кнопки; сводка и статистика их считают.",
)
class ArchivedAppeal(Appeal):
    """An appeal that was moved out of the journal whole, with the columns that the school added."""


def past_years(appeals: Iterable[Appeal], day: dt.date) -> tuple[Appeal, ...]:
    """Return the closed appeals of the years before a day's; what is open stays before everybody's eyes."""
    return tuple(
        one
        for one in appeals
        if one.number and one.status and not one.is_open and one.date and one.date.year < day.year
    )


def of_year(appeals: Iterable[Appeal], year: int | None) -> tuple[Appeal, ...]:
    """Return the appeals of a year, by default of the latest there is."""
    dated = [one for one in appeals if one.date]
    wanted = year or max((one.date.year for one in dated if one.date), default=0)
    return tuple(one for one in dated if one.date and one.date.year == wanted)
