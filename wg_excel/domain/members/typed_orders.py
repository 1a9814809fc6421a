"""Orders whose number and date the secretary typed into «Документы»: they fill the rows that wait for them (B 3.3)."""

import datetime as dt

from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.composition_orders import WHOLE
from wg_excel.domain.members.members import Member, draft_of
from wg_excel.domain.settings import SettingLine, declared
from wg_excel.domain.work.documents import Document


def typed_back(group: Group) -> dict[tuple[int, str], str]:
    """Return the orders of drafts whose number and date stand in «Документы» now, by row and column of the member."""
    known = _signed(group)
    found: dict[tuple[int, str], str] = {}
    for member in group[Member]:
        for name in ("inclusion_order", "exclusion_order"):
            if order := known.get(draft_of(getattr(member, name))):
                found[member.row, name] = f"№ {order.document_number.lstrip('№ ')} от {short_date(order.date)}"
    return found


def approving_order(group: Group) -> dict[tuple[int, str], object]:
    """Return the cells of «Настройки» that the first order on the composition fills; none where they are filled."""
    if group.settings.order_number or group.settings.order_date:
        return {}
    known = _signed(group)
    drafts = (known.get(draft_of(member.inclusion_order)) for member in group[Member])
    order = next((one for one in drafts if one and one.title.startswith(WHOLE)), None)
    if order is None or order.date is None:
        return {}
    values = {"order_number": order.document_number, "order_date": dt.datetime.combine(order.date, dt.time())}
    titles = {setting.title: name for name, setting, _ in declared() if name in values}
    return {(line.row, "value"): values[titles[line.title]] for line in group[SettingLine] if line.title in titles}


def _signed(group: Group) -> dict[str, Document]:
    return {one.number: one for one in group[Document] if one.document_number and one.date}
