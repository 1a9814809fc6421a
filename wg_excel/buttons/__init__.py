"""The buttons: one function each, the same code in Excel and headless (3-architecture 3.1).

Each takes the workbook, reads what it needs in whole tables, lets the domain decide and writes blocks back. What it
returns is for callers that print it; where it has `told`, that is what the user reads after a press.
"""

from wg_excel.buttons.appeals import add_appeal
from wg_excel.buttons.care import back_up
from wg_excel.buttons.checking import Checked, check_entries, correct_obvious, undo_corrections
from wg_excel.buttons.exchange import import_exports, load_staff, preview_exports
from wg_excel.buttons.meetings import (
    carry_decisions,
    create_protocol,
    fill_attendance,
    plan_meeting,
    reopen_protocol,
    seal_protocol,
)
from wg_excel.buttons.monitoring import build_monitoring, create_report, monitored
from wg_excel.buttons.overview import build_summary, create_site_page

__all__ = [
    "Checked",
    "add_appeal",
    "back_up",
    "build_monitoring",
    "build_summary",
    "carry_decisions",
    "check_entries",
    "correct_obvious",
    "create_protocol",
    "create_report",
    "create_site_page",
    "fill_attendance",
    "import_exports",
    "load_staff",
    "monitored",
    "plan_meeting",
    "preview_exports",
    "reopen_protocol",
    "seal_protocol",
    "undo_corrections",
]
