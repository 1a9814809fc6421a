"""The lines that the program declares in tables of the workbook.

An archive of an earlier version does not take the later ones away, and an upgrade adds them.
"""

from wg_excel.domain.settings import RuleWeight, SettingLine
from wg_excel.domain.work.readiness import Readiness

# The heading that names a line, by table.
LINES = {
    SettingLine.table.name: SettingLine.table.column("title").title,
    RuleWeight.table.name: RuleWeight.table.column("rule").title,
    Readiness.table.name: Readiness.table.column("condition").title,
}
