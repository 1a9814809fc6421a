"""Rules of access data: the responsibility is signed (A II.3)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.access import Access
from wg_excel.domain.rules.registry import rule


class ResponsibilityUnsigned(Finding):
    """Access was issued, and the responsibility for it is not signed."""

    def __init__(self, access: Access) -> None:
        name = access.fio or f"Строка {access.row}"
        super().__init__(
            f"{name}: доступ выдан {short_date(access.date)}, но ответственность за учётные данные не подписана. "
            "Получите подпись и впишите её дату.",
            Place.of(access, "signed"),
            f"{access.fio or access.row} {short_date(access.date)}",
        )


@rule(
    "ACC-1",
    clause="A II.3",
    about="Ответственность за доступ подписана",
    raised="Доступ выдан и не отозван, а «Ответственность подписана» пусто.",
    cleared="Вписана дата подписи или дата отзыва.",
    examples=(ResponsibilityUnsigned(Access(dt.date(2026, 9, 1), "Иванова Мария Петровна", row=8)),),
)
def responsibility_is_signed(group: Group, today: dt.date) -> Iterator[Finding]:
    """Whoever has access signed the responsibility for it."""
    for access in group[Access]:
        if not access.signed and not access.revoked and not access.faults & {"signed", "revoked"}:
            yield ResponsibilityUnsigned(access)
