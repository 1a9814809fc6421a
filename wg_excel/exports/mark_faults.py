"""Faults of form on a page of the journal: marks that the rules of keeping journals do not allow (2-eljur-exports 2.4).

Only their number leaves this module: nothing of a pupil is kept.
"""

import re
from collections.abc import Sequence

from wg_excel.exports.marks import Marks

MEND_WITHIN = 3  # lessons after a «2» in which the pupil is to be asked again
OFTEN_AWAY = 0.2  # of the lessons: who missed so many is counted

FAULTS = ("mark_and_absence", "two_after_absence", "two_at_edge", "two_not_mended")
# The letters of cells are sums: 1 a mark below 3, 2 the pupil was away, 4 a better mark.
_AFTER_ABSENCE = re.compile("(?<=[2367])[1357]")
_FIRST, _FIRST_OR_LAST = re.compile("^[1357]", re.MULTILINE), re.compile("^[1357]|[1357]$", re.MULTILINE)
_NOT_MENDED = re.compile(f"[13](?=[0-3]{{{MEND_WITHIN}}})")


def fault_letter(marks: Marks) -> str:
    """Return the letter of a cell in a row whose faults are looked for."""
    return "01234567"[(marks.low > 0) + 2 * marks.away + 4 * (marks.many > marks.low)]


def count_faults(rows: Sequence[str], *, is_over: bool) -> dict[str, int]:
    """Count the faults in the rows of pupils, lesson by lesson a letter of `fault_letter`.

    `is_over` tells that the page's period has ended, so that its last lesson is known.
    """
    page = "\n".join(rows)
    patterns = (_AFTER_ABSENCE, _FIRST_OR_LAST if is_over else _FIRST, _NOT_MENDED)
    return {name: len(pattern.findall(page)) for name, pattern in zip(FAULTS[1:], patterns, strict=True)}
