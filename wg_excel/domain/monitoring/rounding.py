"""The border of rounding a mean to a final mark, set by a school's local act (2-eljur-exports 2.4; 273-ФЗ, art. 58).

Borders are hundredths: 50 makes 3.50 a «4», 60 makes only 3.60 one. Pages keep no mean of a pupil, so what would
differ by each border is counted when a page is read; hence a school chooses among BORDERS.
"""

import math
from collections.abc import Iterable, Mapping

USUAL = 50
BORDERS = tuple(range(40, 85, 5))
_WHOLE = 100
_HAIR = 1e-6  # 4.75 may be a hair less as a binary fraction


def off_by_border(marks: Iterable[tuple[int, float]]) -> dict[int, int]:
    """Return by each border how many final marks are not their mean rounded; `marks` are pairs of both."""
    below, above, other = list[int](), list[int](), 0
    for final, mean in marks:
        whole, rest = divmod(math.floor(mean * _WHOLE + _HAIR), _WHOLE)
        if final == whole:
            below.append(rest)
        elif final == whole + 1:
            above.append(rest)
        else:
            other += 1
    return {
        border: other + sum(rest >= border for rest in below) + sum(rest < border for rest in above)
        for border in BORDERS
    }


def name_of(border: int) -> str:
    """Return the name of the figure that counts by a border: `finals_off` by the usual one, `finals_off_60`."""
    return "finals_off" if border == USUAL else f"finals_off_{border}"


def finals_off(values: Mapping[str, int], border: int) -> int | None:
    """Return how many final marks of a page differ by a border, None where the page has no means."""
    return values.get(name_of(border), values.get("finals_off"))


def border_of(share: float) -> int:
    """Return the border of a setting such as 0.6; raise ValueError for one that pages are not counted by."""
    border = round(share * _WHOLE, 6)
    if not math.isfinite(border) or border not in BORDERS:
        raise ValueError(share)
    return int(border)
