"""Final marks on a page of the journal beside the mean: how many are not the rounded mean (2-eljur-exports 2.4)."""

import math
from collections.abc import Sequence

from wg_excel.domain.monitoring.rounding import USUAL, name_of, off_by_border
from wg_excel.exports.cells import Value, number, text
from wg_excel.exports.marks import MarkReader
from wg_excel.exports.phrases import fold


def count_finals(finals: Sequence[Value], means: Sequence[Value] | None, marks: MarkReader) -> dict[str, float]:
    """Count the final marks of a page and those that differ from the mean, by each border of rounding a school may set.

    `means` are the means of the same pupils, None where the page has none. A border is named only where its number
    is another than by the usual one.
    """
    read = [marks.cache[value] for value in finals]
    found: dict[str, float] = {
        "finals": sum(cell.many == 1 for cell in read),
        "finals_na": sum(bool(marks.not_certified.match(fold(text(value)))) for value in finals),
    }
    if means is None:
        return found
    pairs = [(cell.total, number(mean)) for cell, mean in zip(read, means, strict=True) if cell.many == 1]
    off = off_by_border((final, mean) for final, mean in pairs if mean is not None and math.isfinite(mean))
    found["finals_off"] = off[USUAL]
    found.update({name_of(border): number_ for border, number_ in off.items() if number_ != off[USUAL]})
    return found
