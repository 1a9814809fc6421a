"""What a click costs without a clock: the libraries it imports and the cells it reads (benchmarks/click_time.py)."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.click_presses import PRESSES

ROOT = Path(__file__).parents[1]
# Importing one of these costs more than most clicks: only the buttons that need one may.
HEAVY = {"docx", "docxtpl", "holidays", "jinja2", "openpyxl", "pandas", "pytrovich", "tkinter", "xlsxwriter"}
CALENDAR = {"holidays"}
WORD = {"docx", "docxtpl", "jinja2"}
NEEDED = {
    **dict.fromkeys(("show_journal", "show_statistics", "gather_themes", "ask_teacher", "plan_training"), CALENDAR),
    "draft_order": WORD | {"pytrovich"},
    "write_acquaintance": WORD,
    "write_member_sheets": WORD | CALENDAR,
    "check_entries": CALENDAR,
    "build_monitoring": CALENDAR,
    "build_summary": CALENDAR,
    "plan_meeting": CALENDAR,
    "create_site_page": CALENDAR | {"jinja2"},
    "create_report": CALENDAR | {"pytrovich", "openpyxl"},
    "carry_decisions": {"pytrovich"},
    "create_protocol": {"pytrovich", "openpyxl"},
    "seal_protocol": {"pytrovich", "openpyxl"},
    "write_protocol_files": {"pytrovich", "openpyxl", "docx", "docxtpl", "jinja2"},
    "write_reminders": CALENDAR,
}
MOST_READS = 4  # of one block: by the button, by the documents it draws, and again after it has written


class Clicked:
    """The modules that a press of a button in a process of its own imported, and how often it read each block."""

    def __init__(self, button: str, book: Path) -> None:
        from benchmarks.click import read_log

        log = book.with_name("log")
        command = [sys.executable, "-m", "benchmarks.click", "press", button, str(book), str(log)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        needed = read_log(log)
        self.modules = set(needed.modules)
        self.reads = Counter((b.sheet, str(b.arguments[0])) for b in needed.blocks if b.act == "read")


@pytest.mark.parametrize("button", PRESSES)
def test_a_click_imports_only_the_heavy_libraries_that_it_needs_and_reads_no_block_often(
    button: str, demo_book: Path
) -> None:
    clicked = Clicked(button, demo_book)
    assert clicked.modules & HEAVY <= NEEDED.get(button, set())
    assert [block for block, times in clicked.reads.items() if times > MOST_READS and ":" in block[1]] == []
