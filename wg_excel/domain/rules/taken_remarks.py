"""Rules of remarks in hand: none is lost when what it became is closed (B 5.2)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.monitoring.remark_links import is_dealt_with
from wg_excel.domain.monitoring.taken_remarks import IN_HAND, TakenRemark
from wg_excel.domain.rules.registry import rule


class RemarkStands(Finding):
    """What a remark became is closed, and the remark stands."""

    severity_by_default = Severity.WARNING

    def __init__(self, remark: TakenRemark) -> None:
        number = remark.number or str(remark.row)
        became = f"{remark.deed} закрыто" if remark.deed else "чем оно стало, не указано"
        super().__init__(
            f"Замечание № {number} ({initials(remark.teacher)}, {remark.about}): {became}, а по выгрузкам оно не "
            "исправлено. Передайте его снова с листа «Мониторинг» или поставьте «Снято».",
            Place.of(remark, "status"),
            number,
        )


_REMARK = TakenRemark(
    "3", dt.date(2026, 11, 2), "Иванова Мария Петровна", "5А", "Математика", "Темы", status=IN_HAND, request="5", row=8
)


@rule(
    "RMK-1",
    clause="B 5.2",
    about="Замечание мониторинга в работе, пока не исправлено",
    raised="Замечание «В работе», а запрос, обращение или поручение по нему закрыто либо заседание прошло.",
    cleared="Выгрузки показали, что исправлено; замечание передано снова; поставлено «Снято».",
    examples=(RemarkStands(_REMARK),),
)
def no_remark_is_lost(group: Group, today: dt.date) -> Iterator[Finding]:
    """A remark in hand has an open request, appeal, assignment or a meeting ahead."""
    for remark in group[TakenRemark]:
        if remark.is_open and not is_dealt_with(group, remark):
            yield RemarkStands(remark)
