"""Tell whether two rows under one number are one thing, edited, or two things numbered alike."""

from collections.abc import Mapping

from wg_excel.care.content import Value, is_filled, shown
from wg_excel.care.identity import identity, titled
from wg_excel.domain.schema import Record

# Of 100. A doubtful pair counts as two things: merged, it stands twice and nothing is lost.
LIKE = 70
WITHIN = 90
SHORTEST = 8  # characters; a shorter text is found within too many others

Cells = Mapping[str, Value]


def are_two_things(record: type[Record] | None, a: Cells, b: Cells) -> bool:
    """Tell whether rows of one key are different things: their stories are unlike, or no witness agrees."""
    declared = identity(record)
    if not declared.story:
        return False
    story = titled(record, (declared.story,))[0]
    witnesses = [(a.get(title), b.get(title)) for title in titled(record, declared.witnesses)]
    return not are_alike(a.get(story), b.get(story)) or (
        bool(witnesses) and not any(_may_agree(one, other) for one, other in witnesses)
    )


def are_alike(a: Value, b: Value) -> bool:
    """Tell whether two values may tell of one thing; a blank one may tell of anything."""
    if _may_agree(a, b):
        return True
    if not isinstance(a, str) or not isinstance(b, str):
        return False
    from rapidfuzz import fuzz

    one, other = " ".join(a.casefold().split()), " ".join(b.casefold().split())
    if fuzz.ratio(one, other) >= LIKE:
        return True
    return min(len(one), len(other)) >= SHORTEST and fuzz.partial_ratio(one, other) >= WITHIN


def _may_agree(a: Value, b: Value) -> bool:
    return not is_filled(a) or not is_filled(b) or shown(a).strip() == shown(b).strip()
