"""Rules of settings: the school's particulars are filled, values are possible (A I, B I)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.group import Group
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.settings import QUARTER_KINDS, SettingLine, WrongSetting, declared

PARTICULARS = ("school", "director", "order_number", "order_date")
_DECLARED = {name: known for name, known, _ in declared()}


class SettingBlank(Finding):
    """A particular of the school is not filled."""

    def __init__(self, title: str, place: Place) -> None:
        super().__init__(
            f"В «Настройках» не заполнено «{title}». Заполните: без этого протоколы и сводка неполны.", place, title
        )


class QuarterKindUnknown(Finding):
    """The kind of quarters is neither of the two."""

    def __init__(self, value: str, place: Place) -> None:
        super().__init__(
            f"В «Настройках» кварталы — «{value}», а нужно «{QUARTER_KINDS[0]}» "
            f"или «{QUARTER_KINDS[1]}». Пока считаются календарные.",
            place,
            "Кварталы",
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
    raised="Значение настройки не читается; действует значение по умолчанию.",
    cleared="Значение исправлено.",
    examples=(
        QuarterKindUnknown("Полугодия", _PLACE),
        WrongSetting(_DECLARED["protocol_days"], 7, "три", 3),
    ),
)
def settings_are_possible(group: Group, today: dt.date) -> Iterator[Finding]:
    """The kind of quarters is one of the two."""
    if group.settings.quarters not in QUARTER_KINDS:
        yield QuarterKindUnknown(group.settings.quarters, _place(group, _DECLARED["quarters"].title))
