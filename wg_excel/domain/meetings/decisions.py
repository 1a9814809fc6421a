"""What was decided, line by line, and which assignment a line already states (B 3.2)."""

import re

from wg_excel.domain.language.names import parse_name
from wg_excel.domain.language.wording import long_date, short_date
from wg_excel.domain.work.assignments import Assignment

# Numbers, dashes and bullets that people type before a decision; the protocol numbers them itself.
OWN_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|[-–—•])\s+")

# What a decision begins with: «Рекомендовать педагогам …» charges them, «Поручить проверить …» nobody.
CHARGING = re.compile(r"(?:(?:поручить|рекомендовать|обязать|предложить|просить)\s+)?(?P<first>\w+)", re.IGNORECASE)
INFINITIVE = re.compile(r"(?:ть|ться|ти|тись|чь)$")


def lines(text: str) -> tuple[str, ...]:
    """Return the filled lines of a cell, each with single blanks."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def points(decided: str) -> tuple[str, ...]:
    """Return the decisions of a cell, one a line, without the numbers that were typed before them."""
    return tuple(OWN_NUMBER.sub("", line) for line in lines(decided))


def charges_others(decision: str) -> bool:
    """Tell whether a decision begins with whom it charges and not with what is to be done: «Педагогам проверить …»."""
    found = CHARGING.match(decision)
    return found is not None and not INFINITIVE.search(found["first"])


def stems(text: str) -> set[str]:
    """Return the words of a text without their endings; the short ones tell nothing."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.lower())}


def says(decision: str, task: Assignment) -> bool:
    """Tell whether a decision already states a task: most of its words, or half of them and its executor or term."""
    said, wanted = stems(decision), stems(task.task)
    enough = 0.5 if names_executor(decision, task) or names_term(decision, task) else 0.7
    return bool(wanted) and len(wanted & said) >= enough * len(wanted)


def names_executor(decision: str, task: Assignment) -> bool:
    """Tell whether a decision names the family of a task's executor."""
    name = parse_name(task.executor)
    return name is not None and name.family[:4].lower() in decision.lower()


def names_term(decision: str, task: Assignment) -> bool:
    """Tell whether a decision names the day by which a task is due."""
    if task.due is None:
        return False
    return any(words in decision for words in (short_date(task.due), long_date(task.due).rpartition(" 20")[0]))
