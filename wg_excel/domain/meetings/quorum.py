"""How many members a quorum takes, where a school has one (the sources have none: B 4.2)."""

import math


def needed(members: int, share: float) -> int:
    """Return how many of `members` make a quorum: more than the share of them, all of them at most.

    A share above 1 was meant as percent; 0 asks for nobody.
    """
    part = share / 100 if share > 1 else share
    return min(math.floor(members * part) + 1, members) if part else 0
