"""How the written monitoring report speaks of each indicator; keys are the ids of INDICATORS."""

from typing import NamedTuple

from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator, Level
from wg_excel.domain.settings import Settings

# Indicators whose percentage has a column in the report's table (2-eljur-exports 2.5).
IN_COLUMNS = ("topics", "homework", "density", "timeliness")


class Saying(NamedTuple):
    """Words of one indicator: in the column «Замечания», in a sentence, and what a teacher is to do about it."""

    short: str
    name: str
    advice: str


SAYINGS = {
    "topics": Saying("темы", "Запись тем уроков", "записать темы проведённых уроков"),
    "homework": Saying("ДЗ", "Запись домашних заданий", "записать домашние задания или отметить «не задано»"),
    "timeliness": Saying(
        "сроки", "Своевременность внесения записей", "вносить темы и домашние задания в день урока, отметки – в срок"
    ),
    "density": Saying("накопляемость", "Накопляемость отметок", "обеспечить накопляемость отметок"),
    "without_marks": Saying(
        "без отметок",
        "Уроки без отметок и без «н»",
        "выставить отметки и отметить отсутствующих в уроках, где их нет",
    ),
    "pupils_no_mark": Saying(
        "нет отметок у учащихся", "Учащиеся без отметок", "опросить и оценить учащихся, у которых нет отметок"
    ),
    "finals_differ": Saying(
        "итоговые не по среднему",
        "Итоговые отметки не по среднему баллу",
        "пояснить или исправить итоговые отметки, которые расходятся со средним баллом",
    ),
}


def measured(indicator: Indicator, counts: Counts) -> str:
    """Return an indicator with its figure: «Запись тем уроков – 97,8 %», «Учащиеся без отметок – 2 из 20»."""
    return f"{SAYINGS[indicator.id].name} – {figure_words(indicator, counts)}"


def norm_words(indicator: Indicator, settings: Settings) -> str:
    """Return the school's norm: «норма – не менее 95 %», «норма – 100 %»."""
    norm = getattr(settings, indicator.green)
    whole = norm <= 0 if indicator.less_is_better else norm >= 100 and indicator.id != "density"
    bound = "" if whole else "не более " if indicator.less_is_better else "не менее "
    return f"норма – {bound}{norm:g} %".replace(".", ",")


def percent_words(indicator: Indicator, counts: Counts) -> str:
    """Return a known percentage as the table shows it: «97,8 %»."""
    return f"{indicator.percent(counts):.1f} %".replace(".", ",")


def figure_words(indicator: Indicator, counts: Counts) -> str:
    """Return the figure of an indicator as its row of the table shows it: «84,0 %», or «2 из 16» without a column."""
    if indicator.id in IN_COLUMNS:
        return percent_words(indicator, counts)
    part, base = indicator.of(counts) or (0, 0)
    return f"{part} из {base}"


def remark_words(counts: Counts, settings: Settings, *, whole: bool = False) -> str:
    """Return what the column «Замечания» says of a row: what is low; with `whole` also figures without a column."""
    words = []
    for indicator in INDICATORS:
        level, short = indicator.level(counts, settings), SAYINGS[indicator.id].short
        own_column = indicator.id in IN_COLUMNS
        if level is Level.LOW or (whole and not own_column and level is not Level.NO_DATA):
            words.append(short if own_column else f"{short}: {figure_words(indicator, counts)}")
    if counts.overdue:
        words.append(f"не закрыто: {counts.overdue}")
    if whole and counts.appeared:
        surely = f"в срок {counts.appeared_in_time}, позже {counts.appeared_late}"
        words.append(f"между выгрузками: {counts.appeared} ({surely})")
    return "; ".join(words)
