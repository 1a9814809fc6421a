"""Classes of the school: their parallel and their order."""

import re


def parallel(school_class: str) -> int | None:
    """Return the year of a class: 5 for «5А», None where the name begins with no number."""
    found = re.match(r"\d+", school_class)
    return int(found[0]) if found else None


def class_order(school_class: str) -> tuple[int, str]:
    """Return a key that puts 2А before 10А."""
    return parallel(school_class) or 0, school_class


def is_first_grade(school_class: str) -> bool:
    """Tell whether a class is of the 1st year: it has neither marks nor homework."""
    return parallel(school_class) == 1
