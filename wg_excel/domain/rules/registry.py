"""Registration of rules: what the check runs and what the reference page is made from."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wg_excel.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from wg_excel.domain.group import Group

Finder = Callable[["Group", dt.date], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule as the reference page shows it; `find` is None where reading the cells raises its findings.

    `about`, `raised` and `cleared` are Russian; `examples` are findings with the sentences a user would see.
    """

    id: str
    clause: str
    about: str
    raised: str
    cleared: str
    examples: tuple[Finding, ...]
    find: Finder | None = None

    @property
    def severity(self) -> Severity:
        """Return the heaviest severity that the rule's findings have by default."""
        return min((example.severity_by_default for example in self.examples), key=lambda each: each.order)


RULES: dict[str, Rule] = {}


def rule(
    rule_id: str, *, clause: str = "", about: str, raised: str, cleared: str, examples: tuple[Finding, ...]
) -> Callable[[Finder], Finder]:
    """Register a function that yields the rule's findings; the classes of `examples` get the rule's id and clause."""

    def register(find: Finder) -> Finder:
        _register(Rule(rule_id, clause, about, raised, cleared, examples, find))
        return find

    return register


def reading_rule(
    rule_id: str, *, clause: str = "", about: str, raised: str, cleared: str, examples: tuple[Finding, ...]
) -> None:
    """Register a rule whose findings arise while cells are read (`wg_excel.domain.fields`)."""
    _register(Rule(rule_id, clause, about, raised, cleared, examples))


def _register(made: Rule) -> None:
    if made.id in RULES:
        raise ValueError(f"rule {made.id} is declared twice")
    RULES[made.id] = made
    for example in made.examples:
        failure = type(example)
        failure.rule, failure.clause = made.id, made.clause
