"""Bring workbooks of earlier versions to this one: ordered small steps, each found by its decorator in `steps`.

The modules below declare the steps by being imported, in the order in which the steps run.
"""

from wg_excel.upgrades import pages, parts, columns, renamed, lines, setting_rules, training_numbers  # isort: skip - the order of the steps
from wg_excel.upgrades.steps import upgrade_book

__all__ = ["columns", "lines", "pages", "parts", "renamed", "setting_rules", "training_numbers", "upgrade_book"]
