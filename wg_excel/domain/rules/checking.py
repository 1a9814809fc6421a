"""Apply all rules to a group, with the weights that the school gave them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.cells import RequiredBlank
from wg_excel.domain.rules.registry import RULES, Rule
from wg_excel.domain.rules.weights import RuleLowered, RuleSwitchedOff, weights_of

MODULES = (
    "cells",
    "headings",
    "layout",
    "references",
    "members",
    "named_members",
    "meetings",
    "attendance",
    "agenda",
    "seals",
    "appeals",
    "appeal_terms",
    "appeal_records",
    "duplicates",
    "assignments",
    "plan",
    "documents",
    "requests",
    "deeds",
    "taken_remarks",
    "access",
    "extractions",
    "readiness",
    "happened",
    "settings",
    "secrets",
    "personal_data",
    "weights",
)
SHEETS = {record.table.name: place for place, record in enumerate(RECORDS)}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the order of the reference page; the modules are imported by the first check only."""
    for module in MODULES:
        import_module(f"wg_excel.domain.rules.{module}")
    return tuple(sorted(RULES.values(), key=_place))


def _place(rule: Rule) -> int:
    """Return where the module of a rule stands: others may have imported it before; a stranger's rules come last."""
    declared = rule.find.__module__ if rule.find else type(rule.examples[0]).__module__
    name = declared.rpartition(".")[2]
    return MODULES.index(name) if name in MODULES else len(MODULES)


def check(group: Group, today: dt.date) -> tuple[Finding, ...]:
    """Return every finding, the heaviest first, then in the order of the sheets and rows."""
    rules = all_rules()
    found = [finding for each in rules if each.find for finding in each.find(group, today)]
    weighed = _weighed(group, (*_not_said_better(group.findings, found), *found))
    return tuple(sorted(weighed, key=_order))


def _not_said_better(read: Iterable[Finding], found: Iterable[Finding]) -> Iterator[Finding]:
    """Drop the plain «not filled» where a rule of the regulations says the same of the same cell."""
    said = {finding.place for finding in found if finding.place.row and finding.place.column}
    return (each for each in read if not (isinstance(each, RequiredBlank) and each.place in said))


def _weighed(group: Group, findings: Iterable[Finding]) -> Iterator[Finding]:
    weights = weights_of(group)
    changed: Counter[str] = Counter()
    for finding in findings:
        weight = weights.get(finding.rule)
        made = weight.apply(finding) if weight else finding
        changed[finding.rule] += made is not finding
        if made:
            yield made
    for weight in weights.values():
        number = changed[weight.rule.id]
        if weight.is_lower:
            yield RuleSwitchedOff(weight, number) if weight.is_off else RuleLowered(weight, number)


def _order(finding: Finding) -> tuple[int, int, int, str, str]:
    place = finding.place
    return (finding.weight.order, SHEETS.get(place.table, len(SHEETS)), place.row, finding.rule, finding.about)
