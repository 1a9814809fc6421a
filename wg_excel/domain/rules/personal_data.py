"""Free texts hold no personal data beyond need (PDN-1, 152-ФЗ); messages name the kind, never the datum."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache, partial

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import fold
from wg_excel.domain.members.members import Member
from wg_excel.domain.privacy.personal_data import personal_data
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.cells import Cell, CellFinding
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.rules.secrets import NOT_SEARCHED, cell_of, texts
from wg_excel.domain.schema import Kind
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.staff.teachers import Teacher

FREE = frozenset({Kind.LONG_TEXT})


class PersonalData(CellFinding):
    """A free text holds personal data that nobody needs there."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, kinds: Sequence[str]) -> None:
        super().__init__(
            cell,
            f"в тексте есть лишние персональные данные ({', '.join(kinds)}). Уберите их: достаточно класса "
            "и сути вопроса (152-ФЗ).",
        )


@rule(
    "PDN-1",
    clause="152-ФЗ",
    about="В текстах нет лишних персональных данных",
    raised="В свободном тексте записаны фамилия и имя обучающегося, телефон, эл. почта, паспорт, СНИЛС, "
    "ИНН, полис, свидетельство или дата рождения, домашний адрес. Сами данные в замечании не повторяются.",
    cleared="Данные удалены из текста.",
    examples=(
        PersonalData(Cell(Appeal.table, Appeal.table.column("essence"), 19, "2026-014"), ("телефон", "паспорт")),
    ),
)
def texts_hold_no_personal_data_beyond_need(group: Group, today: dt.date) -> Iterator[Finding]:
    """No free text holds personal data beyond need."""
    adults = {fold(one.fio) for one in group[Member]} | {fold(one.fio) for one in group[Teacher]}
    kinds_in = cache(partial(personal_data, adults=adults))  # standing phrases repeat
    for record in RECORDS:
        columns = texts(record, FREE) if record not in {*NOT_SEARCHED, SettingLine} else ()
        for row in group[record]:
            for column in columns:
                if (text := getattr(row, column.name)) and (kinds := kinds_in(text)):
                    yield PersonalData(cell_of(row, column), kinds)
