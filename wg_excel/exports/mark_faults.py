"""Faults of form on a page of the journal: marks that the rules of keeping journals do not allow (2-eljur-exports 2.4).

Only their number leaves this module: nothing of a pupil is kept.
"""

from collections.abc import Iterator, Sequence

from wg_excel.exports.marks import Marks

MEND_WITHIN = 3  # lessons after a «2» in which the pupil is to be asked again
OFTEN_AWAY = 0.2  # of the lessons: who missed so many is counted

FAULTS = ("mark_and_absence", "two_after_absence", "two_at_edge", "two_not_mended")


def count_faults(pupils: Sequence[Sequence[Marks]], *, is_over: bool) -> dict[str, int]:
    """Count the faults among the cells of the pupils with a mark below 3, lesson by lesson.

    `is_over` tells that the page's period has ended, so that its last lesson is known.
    """
    counts = dict.fromkeys(FAULTS[1:], 0)
    for cells in pupils:
        for name in _faults(cells, is_over=is_over):
            counts[name] += 1
    return counts


def _faults(cells: Sequence[Marks], *, is_over: bool) -> Iterator[str]:
    last = len(cells) - 1
    for place in [place for place, cell in enumerate(cells) if cell.low]:
        if place and cells[place - 1].away:
            yield "two_after_absence"
        if place == 0 or (is_over and place == last):
            yield "two_at_edge"
        chances = cells[place : place + 1 + MEND_WITHIN]
        if len(chances) > MEND_WITHIN and not any(each.many > each.low for each in chances):
            yield "two_not_mended"
