"""What the exports of a period do not tell, and which report brings it: a page must not look as if all were well."""

import datetime as dt

from wg_excel.domain.monitoring.counts import Counts

# A count that nothing gives, and what is not known without it, with the report to import.
NEEDED = (
    ("lessons", "темы и ДЗ (нужен отчёт «Темы и ДЗ»)"),
    ("marks", "отметки, пропуски и оформление (нужны страницы журнала)"),
    ("entries", "своевременность (нужна «История изменений» или «Дата внесения» в списке уроков)"),
)
NOTHING = (
    "За этот период нет ни списков уроков («Темы и ДЗ»), ни страниц журнала, ни отчёта о заполнении: загрузите их "
    "кнопкой «Импорт выгрузок»"
)
NOBODY = "Ни одно имя из выгрузок не найдено на листе «Педагоги»: посчитать нечего"


def lacking_words(school: Counts, *, has_rows: bool, has_waiting: bool) -> str:
    """Return what is not known and how to learn it, as a sentence without its full stop; empty where all is known.

    `has_waiting` tells of names that are nobody's yet.
    """
    if not has_rows:
        return NOBODY if has_waiting else NOTHING
    unknown = [words for count, words in NEEDED if getattr(school, count) is None]
    return f"Нет данных: {'; '.join(unknown)}" if unknown else ""


def nothing_missing(school: Counts, today: dt.date, lacking: str) -> str:
    """Return what can be said where no lesson is overdue: all stands, or only what the exports tell of, or nothing."""
    day = f"На {today:%d.%m.%Y}"
    if school.overdue is None:
        return f"{day} сказать, чего не хватает, нельзя. {lacking}."
    if school.lessons is None:
        return f"{day} во всех проведённых уроках есть отметки или «н»; о темах и домашних заданиях данных нет."
    if school.lessons_paged is None:
        return f"{day} во всех проведённых уроках записаны темы и нужные задания; об отметках данных нет."
    return f"{day} во всех проведённых уроках записано всё, что нужно."
