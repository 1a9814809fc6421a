"""The buttons: one function each, the same code in Excel and headless (3-architecture 3.1).

Each takes the workbook, reads what it needs in whole tables, lets the domain decide and writes blocks back. What it
returns is for callers that print it; where it has `told`, that is what the user reads after a press.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wg_excel.buttons.appeal_papers import (
        find_similar,
        show_answers,
        show_journal,
        show_statistics,
        write_appeal_slip,
    )
    from wg_excel.buttons.appeals import add_appeal, archive_appeals, import_appeals, restore_appeals
    from wg_excel.buttons.care import back_up, show_history
    from wg_excel.buttons.checking import Checked, check_entries, correct_obvious, undo_corrections
    from wg_excel.buttons.deeds import (
        ask_teacher,
        bring_answers,
        gather_themes,
        give_assignment,
        pass_to_support,
        plan_training,
        record_remark,
        take_to_meeting,
    )
    from wg_excel.buttons.exchange import import_exports, preview_exports
    from wg_excel.buttons.meetings import (
        carry_decisions,
        create_protocol,
        fill_attendance,
        plan_meeting,
        reopen_protocol,
        seal_protocol,
        show_participation,
        write_protocol_files,
        write_reminders,
    )
    from wg_excel.buttons.members import draft_order, show_composition, write_acquaintance, write_member_sheets
    from wg_excel.buttons.monitoring import build_monitoring, create_report, monitored
    from wg_excel.buttons.overview import build_summary, create_site_page
    from wg_excel.buttons.people import load_staff, preview_staff

__all__ = [
    "Checked",
    "add_appeal",
    "archive_appeals",
    "ask_teacher",
    "back_up",
    "bring_answers",
    "build_monitoring",
    "build_summary",
    "carry_decisions",
    "check_entries",
    "correct_obvious",
    "create_protocol",
    "create_report",
    "create_site_page",
    "draft_order",
    "fill_attendance",
    "find_similar",
    "gather_themes",
    "give_assignment",
    "import_appeals",
    "import_exports",
    "load_staff",
    "monitored",
    "pass_to_support",
    "plan_meeting",
    "plan_training",
    "preview_exports",
    "preview_staff",
    "record_remark",
    "reopen_protocol",
    "restore_appeals",
    "seal_protocol",
    "show_answers",
    "show_composition",
    "show_history",
    "show_journal",
    "show_participation",
    "show_statistics",
    "take_to_meeting",
    "undo_corrections",
    "write_acquaintance",
    "write_appeal_slip",
    "write_member_sheets",
    "write_protocol_files",
    "write_reminders",
]

# Where a name comes from: a command loads the module of its own button and not those of all.
_WHERE = {
    "Checked": "checking",
    "add_appeal": "appeals",
    "archive_appeals": "appeals",
    "ask_teacher": "deeds",
    "back_up": "care",
    "bring_answers": "deeds",
    "build_monitoring": "monitoring",
    "build_summary": "overview",
    "carry_decisions": "meetings",
    "check_entries": "checking",
    "correct_obvious": "checking",
    "create_protocol": "meetings",
    "create_report": "monitoring",
    "create_site_page": "overview",
    "draft_order": "members",
    "fill_attendance": "meetings",
    "find_similar": "appeal_papers",
    "gather_themes": "deeds",
    "give_assignment": "deeds",
    "import_appeals": "appeals",
    "import_exports": "exchange",
    "load_staff": "people",
    "monitored": "monitoring",
    "pass_to_support": "deeds",
    "plan_meeting": "meetings",
    "plan_training": "deeds",
    "preview_exports": "exchange",
    "preview_staff": "people",
    "record_remark": "deeds",
    "reopen_protocol": "meetings",
    "restore_appeals": "appeals",
    "seal_protocol": "meetings",
    "show_answers": "appeal_papers",
    "show_composition": "members",
    "show_history": "care",
    "show_journal": "appeal_papers",
    "show_participation": "meetings",
    "show_statistics": "appeal_papers",
    "take_to_meeting": "deeds",
    "undo_corrections": "checking",
    "write_acquaintance": "members",
    "write_appeal_slip": "appeal_papers",
    "write_member_sheets": "members",
    "write_protocol_files": "meetings",
    "write_reminders": "meetings",
}


def __getattr__(name: str) -> object:
    """Import a button on first use."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"wg_excel.buttons.{_WHERE[name]}"), name)
