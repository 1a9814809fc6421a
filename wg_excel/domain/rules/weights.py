"""Weights of rules that the school changed in «Настройки» (SET-3): never silently."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import nearest
from wg_excel.domain.language.wording import counted
from wg_excel.domain.rules.registry import RULES, Rule, rule
from wg_excel.domain.settings import RuleWeight

OFF = "Выключено"
ALWAYS = frozenset({"SET-3"})


class Weight(NamedTuple):
    """The school's weight of a known rule; `limit` is None where the rule is switched off."""

    rule: Rule
    line: RuleWeight
    limit: Severity | None

    def apply(self, finding: Finding) -> Finding | None:
        """Return the finding with its weight in force, None when it is hidden.

        A weight above the rule's own raises every finding of it; any other is the most that a finding weighs.
        """
        if self.limit is None:
            return None
        raises = self.limit.order < self.rule.severity.order
        return finding.weighed(self.limit) if raises or finding.weight.order < self.limit.order else finding

    @property
    def is_off(self) -> bool:
        """Tell whether the rule is switched off."""
        return self.limit is None

    @property
    def is_lower(self) -> bool:
        """Tell whether the weight hides or softens anything."""
        return self.limit is None or self.limit.order > self.rule.severity.order

    @property
    def reason(self) -> str:
        """Return the school's reason as a sentence."""
        return f" Причина: {self.line.reason.rstrip('.')}." if self.line.reason else " Причина не указана."


class RuleSwitchedOff(Finding):
    """The school switched a rule off."""

    severity_by_default = Severity.INFO

    def __init__(self, weight: Weight, hidden: int) -> None:
        number = counted(hidden, "замечание", "замечания", "замечаний")
        super().__init__(
            f"Правило {weight.rule.id} («{weight.rule.about}») выключено в «Настройках», "
            f"скрыто: {number}.{weight.reason}",
            Place.of(weight.line, "weight"),
            weight.rule.id,
        )


class RuleLowered(Finding):
    """The school lowered a rule's severity."""

    severity_by_default = Severity.INFO

    def __init__(self, weight: Weight, changed: int) -> None:
        number = counted(changed, "замечание", "замечания", "замечаний")
        super().__init__(
            f"Правило {weight.rule.id} («{weight.rule.about}») смягчено в «Настройках» до важности "
            f"«{weight.line.weight}», это коснулось: {number}.{weight.reason}",
            Place.of(weight.line, "weight"),
            weight.rule.id,
        )


class UnknownRule(Finding):
    """A line of the weights names no rule."""

    severity_by_default = Severity.WARNING

    def __init__(self, line: RuleWeight, similar: str) -> None:
        offer = f" Возможно, это «{similar}»." if similar else " Исправьте обозначение или удалите строку."
        super().__init__(f"Правила «{line.rule}» нет.{offer}", Place.of(line, "rule"), line.rule)


def weights_of(group: Group) -> dict[str, Weight]:
    """Return the weights in force by the id of their rule."""
    chosen = {
        line.rule: line
        for line in group[RuleWeight]
        if line.weight and "weight" not in line.faults and line.rule in RULES and line.rule not in ALWAYS
    }
    return {name: Weight(RULES[name], line, _limit(line)) for name, line in chosen.items()}


def _limit(line: RuleWeight) -> Severity | None:
    return None if line.weight == OFF else Severity(line.weight)


_LINE = RuleWeight("MTG-4", weight=OFF, reason="кворум не установлен", row=12)
_RULE = Rule("MTG-4", "", "Кворум собран", "", "", ())


@rule(
    "SET-3",
    clause="A IV.1.3",
    about="Изменённая важность правил видна",
    raised="Школа смягчила или выключила правило в «Настройках» (сведение) либо назвала правило, которого нет.",
    cleared="Ячейка «Важность» правила очищена.",
    examples=(
        RuleSwitchedOff(Weight(_RULE, _LINE, None), 3),
        RuleLowered(Weight(_RULE, RuleWeight("MTG-4", weight="Сведение", row=12), Severity.INFO), 1),
        UnknownRule(RuleWeight("MTG4", row=12), "MTG-4"),
    ),
)
def rules_named_in_settings_exist(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every line of the weights names a rule."""
    for line in group[RuleWeight]:
        if line.rule and line.rule not in RULES:
            yield UnknownRule(line, nearest(line.rule, tuple(RULES)))
