"""Rules of validation, a module a noun.

A rule is one definition: its failure classes, each building its own sentence, and a function under `@rule`.
"""

from wg_excel.domain.rules.checking import all_rules, check

__all__ = ["all_rules", "check"]
