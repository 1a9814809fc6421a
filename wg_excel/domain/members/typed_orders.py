"""Orders whose number and date the secretary typed into «Документы»: they fill the rows that wait for them (B 3.3)."""

from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.members import Member, draft_of
from wg_excel.domain.work.documents import Document


def typed_back(group: Group) -> dict[tuple[int, str], str]:
    """Return the orders of drafts whose number and date stand in «Документы» now, by row and column of the member."""
    known = {one.number: one for one in group[Document] if one.document_number and one.date}
    found: dict[tuple[int, str], str] = {}
    for member in group[Member]:
        for name in ("inclusion_order", "exclusion_order"):
            if order := known.get(draft_of(getattr(member, name))):
                found[member.row, name] = f"№ {order.document_number.lstrip('№ ')} от {short_date(order.date)}"
    return found
