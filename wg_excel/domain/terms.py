"""By which day an appeal is due (A IV.2.1)."""

import datetime as dt

from wg_excel.domain.appeals import Appeal
from wg_excel.domain.group import Group


def term_of(group: Group, appeal: Appeal) -> dt.date | None:
    """Return the appeal's own term, else the one by its priority in working days; None where neither is known."""
    if appeal.due or "due" in appeal.faults or not appeal.date:
        return appeal.due
    return group.calendar.after(appeal.date, group.settings.days_for(appeal.priority))
