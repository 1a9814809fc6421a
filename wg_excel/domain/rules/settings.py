"""Rules of settings: the school's particulars are filled, values are possible (A I, B I)."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.setting_values import WrongSetting
from wg_excel.domain.settings import SchoolTerm, SettingLine, declared

PARTICULARS = ("school", "director", "order_number", "order_date")
_DECLARED = {name: known for name, known, _ in declared()}


class SettingBlank(Finding):
    """A particular of the school is not filled."""

    def __init__(self, title: str, place: Place) -> None:
        super().__init__(
            f"В «Настройках» не заполнено «{title}». Заполните: без этого протоколы и сводка неполны.", place, title
        )


class ThresholdsCrossed(Finding):
    """What is little begins above the norm."""

    def __init__(self, low: str, norm: str, place: Place) -> None:
        super().__init__(
            f"В «Настройках» порог «{low}» больше, чем «{norm}»: одно и то же значение и в норме, и мало. "
            "Пока норма важнее; исправьте одно из двух.",
            place,
            low,
        )


class WorkdayReversed(Finding):
    """The working day ends before it begins."""

    def __init__(self, first: str, last: str, place: Place) -> None:
        super().__init__(
            f"В «Настройках» «{last}» не позже, чем «{first}»: пока сроки в часах считаются по обычному рабочему дню. "
            "Исправьте одно из двух.",
            place,
            last,
        )


def _place(group: Group, title: str) -> Place:
    row = next((line.row for line in group[SettingLine] if line.title == title), 0)
    return Place.in_table(SettingLine.table, row, "value")


_PLACE = Place(SettingLine.table.sheet, SettingLine.table.name, 7, "Значение")


@rule(
    "SET-1",
    clause="A I, B 1.1",
    about="Сведения о школе заполнены",
    raised="Не заполнены наименование школы, директор, номер или дата приказа о рабочей группе.",
    cleared="Значение вписано в «Настройки».",
    examples=(SettingBlank("Директор", _PLACE),),
)
def particulars_of_the_school_are_filled(group: Group, today: dt.date) -> Iterator[Finding]:
    """The school's name, director and order are filled."""
    wrong = {finding.about for finding in group.findings if isinstance(finding, WrongSetting)}
    for name in PARTICULARS:
        title = _DECLARED[name].title
        if not getattr(group.settings, name) and title not in wrong:
            yield SettingBlank(title, _place(group, title))


@rule(
    "SET-2",
    clause="A IV.1.3",
    about="Значения настроек возможны",
    raised="Значение настройки не читается или невозможно: действует значение по умолчанию; «мало» выше нормы; "
    "рабочий день кончается раньше, чем начался.",
    cleared="Значение исправлено.",
    examples=(
        WrongSetting(_DECLARED["protocol_days"], 7, "три", 3),
        WrongSetting(_DECLARED["quarters"], 7, "Полугодия", "Календарные"),
        WrongSetting(_DECLARED["topics_green"], 7, 0.95, 100.0),
        ThresholdsCrossed("Заполнение тем: мало, %", "Заполнение тем: норма, %", _PLACE),
        WorkdayReversed("Рабочий день с", "Рабочий день до", _PLACE),
    ),
)
def settings_are_possible(group: Group, today: dt.date) -> Iterator[Finding]:
    """What is little lies below the norm; what cannot be read is found on reading."""
    for red in (name for name in _DECLARED if name.endswith("_red")):
        green = f"{red.removesuffix('_red')}_green"
        if getattr(group.settings, red) > getattr(group.settings, green):
            title = _DECLARED[red].title
            yield ThresholdsCrossed(title, _DECLARED[green].title, _place(group, title))
    if group.settings.work_from >= group.settings.work_until:
        first, last = (_DECLARED[name].title for name in ("work_from", "work_until"))
        yield WorkdayReversed(first, last, _place(group, last))


class TermsOverlap(Finding):
    """Two terms of the school year share days."""

    severity_by_default = Severity.WARNING

    def __init__(self, term: SchoolTerm, before: SchoolTerm) -> None:
        super().__init__(
            f"На листе «Календарь» «{term.title}» начинается {short_date(term.first)}, когда ещё идёт «{before.title}» "
            f"(до {short_date(before.last)}). Исправьте дни четвертей: по ним считаются кварталы и сроки.",
            Place.of(term, "first"),
            term.title,
        )


@rule(
    "SET-4",
    clause="B 6.1",
    about="Четверти не пересекаются",
    raised="Четверть на листе «Календарь» начинается раньше, чем кончилась предыдущая.",
    cleared="Начало или конец четверти исправлены.",
    examples=(
        TermsOverlap(
            SchoolTerm("2 четверть", dt.date(2026, 10, 20), dt.date(2026, 12, 28), row=7),
            SchoolTerm("1 четверть", dt.date(2026, 9, 1), dt.date(2026, 10, 25), row=6),
        ),
    ),
)
def terms_do_not_overlap(group: Group, today: dt.date) -> Iterator[Finding]:
    """No two terms of the school year share a day."""
    dated = [term for term in group[SchoolTerm] if term.first and term.last]
    dated.sort(key=lambda term: term.first or dt.date.min)
    for before, term in pairwise(dated):
        if before.last and term.first and term.first <= before.last:
            yield TermsOverlap(term, before)
