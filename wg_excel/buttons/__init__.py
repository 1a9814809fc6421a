"""The buttons: one function each, the same code in Excel and headless (3-architecture 3.1).

Each takes the workbook, reads what it needs in whole tables, lets the domain decide and writes blocks back. What it
returns is for callers that print it; where it has `told`, that is what the user reads after a press.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wg_excel.buttons.appeal_papers import (
        find_similar as find_similar,
        show_answers as show_answers,
        show_journal as show_journal,
        show_statistics as show_statistics,
        write_appeal_slip as write_appeal_slip,
    )
    from wg_excel.buttons.appeals import (
        add_appeal as add_appeal,
        archive_appeals as archive_appeals,
        import_appeals as import_appeals,
        restore_appeals as restore_appeals,
    )
    from wg_excel.buttons.care import back_up as back_up, show_history as show_history
    from wg_excel.buttons.checking import (
        Checked as Checked,
        check_entries as check_entries,
        correct_obvious as correct_obvious,
        undo_corrections as undo_corrections,
    )
    from wg_excel.buttons.deeds import (
        ask_teacher as ask_teacher,
        bring_answers as bring_answers,
        gather_themes as gather_themes,
        give_assignment as give_assignment,
        pass_to_support as pass_to_support,
        plan_training as plan_training,
        record_remark as record_remark,
        take_to_meeting as take_to_meeting,
    )
    from wg_excel.buttons.exchange import import_exports as import_exports, preview_exports as preview_exports
    from wg_excel.buttons.meetings import (
        carry_decisions as carry_decisions,
        create_protocol as create_protocol,
        fill_attendance as fill_attendance,
        plan_meeting as plan_meeting,
        reopen_protocol as reopen_protocol,
        seal_protocol as seal_protocol,
        show_participation as show_participation,
        write_protocol_files as write_protocol_files,
        write_reminders as write_reminders,
    )
    from wg_excel.buttons.members import (
        draft_order as draft_order,
        show_composition as show_composition,
        write_acquaintance as write_acquaintance,
        write_member_sheets as write_member_sheets,
    )
    from wg_excel.buttons.monitoring import (
        build_monitoring as build_monitoring,
        create_report as create_report,
        monitored as monitored,
    )
    from wg_excel.buttons.overview import build_summary as build_summary, create_site_page as create_site_page
    from wg_excel.buttons.people import load_staff as load_staff, preview_staff as preview_staff

# Where a name comes from: a command loads the module of its own button and not those of all.
MODULES = {
    "appeal_papers": (
        "find_similar",
        "show_answers",
        "show_journal",
        "show_statistics",
        "write_appeal_slip",
    ),
    "appeals": (
        "add_appeal",
        "archive_appeals",
        "import_appeals",
        "restore_appeals",
    ),
    "care": (
        "back_up",
        "show_history",
    ),
    "checking": (
        "Checked",
        "check_entries",
        "correct_obvious",
        "undo_corrections",
    ),
    "deeds": (
        "ask_teacher",
        "bring_answers",
        "gather_themes",
        "give_assignment",
        "pass_to_support",
        "plan_training",
        "record_remark",
        "take_to_meeting",
    ),
    "exchange": (
        "import_exports",
        "preview_exports",
    ),
    "meetings": (
        "carry_decisions",
        "create_protocol",
        "fill_attendance",
        "plan_meeting",
        "reopen_protocol",
        "seal_protocol",
        "show_participation",
        "write_protocol_files",
        "write_reminders",
    ),
    "members": (
        "draft_order",
        "show_composition",
        "write_acquaintance",
        "write_member_sheets",
    ),
    "monitoring": (
        "build_monitoring",
        "create_report",
        "monitored",
    ),
    "overview": (
        "build_summary",
        "create_site_page",
    ),
    "people": (
        "load_staff",
        "preview_staff",
    ),
}


def __getattr__(name: str) -> object:
    """Import a button on first use."""
    module = next((module for module, names in MODULES.items() if name in names), None)
    if module is None:
        raise AttributeError(name)
    return getattr(import_module(f"wg_excel.buttons.{module}"), name)
