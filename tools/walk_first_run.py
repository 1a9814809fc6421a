"""Walk a new user's path by the guide alone: install, own workbook, first appeal, first import, first protocol.

Run it with the Python that the program was installed into; it types what the guide says to type and presses the
buttons by their names. Each step says what it left in the workbook and fails when that is not so. With `--pictures`
the steps are drawn as well (needs LibreOffice and poppler).

    python tools/walk_first_run.py FOLDER [--pictures DIR]
"""

import argparse
import datetime as dt
import runpy
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import xlwings as xw

from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import append_rows, read_cells, write_cells
from wg_excel.cli.app import run
from wg_excel.demo.school_year import rows, titles
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.pressing import press_file
from wg_excel.setup.installing import WORKBOOK

TODAY = dt.datetime.now().astimezone().date()  # buttons judge by the computer's day
TERM = TODAY + dt.timedelta(days=14)
SCHOOL, SCHOOL_SETTING = "МБОУ «Школа № 7»", "Наименование школы"
MEMBERS = (
    ("Даценко Ирина Александровна", "директор", "Руководитель"),
    ("Белова Анна Игоревна", "секретарь учебной части", "Секретарь"),
    ("Громов Олег Юрьевич", "учитель информатики", "Администратор ЭлЖур"),
)


def walk(folder: Path) -> Iterator[tuple[str, str]]:
    """Take every step in a folder that does not exist yet; yield each one's name and what its page is headed."""
    workbook = folder / WORKBOOK
    steps: tuple[tuple[str, str, Callable[[Path], None]], ...] = (
        ("install", "Сводка", install),
        ("school", "Настройки", name_the_school),
        ("members", "Члены группы", enter_members),
        ("staff", "Педагоги", load_staff),
        ("appeal", "Обращения", record_an_appeal),
        ("import", "Импорт", import_an_export),
        ("monitoring", "Мониторинг", build_figures),
        ("protocol", "ПРОТОКОЛ", hold_a_meeting),
        ("check", "Замечания", check),
    )
    for name, sheet, take in steps:
        take(workbook)
        yield name, sheet


def install(workbook: Path) -> None:
    """Install twice: the second time nothing is touched."""
    _command("install", workbook.parent)
    made = workbook.read_bytes()
    _command("install", workbook.parent)
    _hold(workbook.read_bytes() == made, "a second installation leaves the workbook alone")
    _command("doctor", workbook)


def name_the_school(workbook: Path) -> None:
    """Write the school's name into the settings."""
    with changing(workbook) as book:
        line = next(line for line in read_group(book, (SettingLine,))[SettingLine] if line.title == SCHOOL_SETTING)
        write_cells(book, SettingLine, {(line.row, "value"): SCHOOL})
    with reading(workbook) as book:
        _hold(read_group(book, (SettingLine,)).settings.school == SCHOOL, "the school's name stands in the settings")


def enter_members(workbook: Path) -> None:
    """Enter the composition by its order."""
    since, order = dt.datetime.combine(TODAY, dt.time()), f"№ 71-О от {TODAY:%d.%m.%Y}"
    with changing(workbook) as book:
        for number, (fio, post, role) in enumerate(MEMBERS, 1):
            _type(book, Member, code=str(number), fio=fio, post=post, role=role, since=since, inclusion_order=order)
    _hold(_count(workbook, Member) == len(MEMBERS), "the members are read")


def load_staff(workbook: Path) -> None:
    """Load the list of teachers as the guide describes it."""
    lines: list[list[object]] = [[*titles(Teacher)[:3]], *([*row[:3]] for row in rows(Teacher))]
    listed = workbook.parent / "Педагоги.csv"
    listed.write_text("\n".join(";".join(map(str, line)) for line in lines), encoding="utf-8")
    _press(workbook, "load_staff", listed)
    _hold(_count(workbook, Teacher) == len(lines) - 1, "the teachers of the list are there")


def record_an_appeal(workbook: Path) -> None:
    """Record the first appeal and a second one by the command."""
    _press(workbook, "add_appeal")
    with changing(workbook) as book:
        (row,) = read_group(book, (Appeal,))[Appeal]
        typed = {"applicant": "Ильина Ольга Петровна", "category": "Педагог", "help_kind": "Методическая"}
        typed |= {"essence": "Как исправить тему урока за прошлую неделю?", "priority": "Обычный"}
        write_cells(book, Appeal, {(row.row, name): value for name, value in typed.items()})
    described = {"category": "Родитель", "kind": "Техническая", "theme": "Вход и доступ"}
    described |= {"applicant": "Сомова Е. А.", "essence": "Не открывается журнал 6Б"}
    _command("appeal", "add", workbook, *(word for name, text in described.items() for word in (f"--{name}", text)))
    _hold(_count(workbook, Appeal) == 2, "both appeals are recorded")


def import_an_export(workbook: Path) -> None:
    """Lay an export of the demonstration into the folder and import it, twice."""
    export = workbook.parent / "Выгрузки" / "lessons.xls"
    shutil.copy2(str(files("wg_excel") / "demo" / "exports" / "lessons.xls"), export)
    _press(workbook, "import_exports", export)
    _press(workbook, "import_exports", export)
    _hold(_count(workbook, Import) == 1, "the same file is counted once")


def build_figures(workbook: Path) -> None:
    """Build monitoring and summary."""
    _press(workbook, "build_monitoring")
    _press(workbook, "build_summary")
    with reading(workbook) as book:
        _hold(len([row for row in read_cells(book, MonitoringLine).rows if row[0]]) > 0, "the monitoring has rows")


def hold_a_meeting(workbook: Path) -> None:
    """Plan, hold it the same day, attend, decide, carry the decisions and make the protocol."""
    _press(workbook, "plan_meeting")
    with changing(workbook) as book:
        (meeting,) = read_group(book)[Meeting]
        values = {"date": dt.datetime.combine(TODAY, dt.time()), "place": "кабинет 12", "status": "Проведено"}
        write_cells(book, Meeting, {(meeting.row, name): value for name, value in values.items()})
    _press(workbook, "fill_attendance")
    with changing(workbook) as book:
        group = read_group(book)
        for line in group[Attendance]:
            write_cells(book, Attendance, {(line.row, "presence"): "Присутствовал"})
        for item in group[AgendaItem]:
            decided = {"decided": f"Белова А. И. разослать памятку до {TERM:%d.%m.%Y}.", "votes_for": len(MEMBERS)}
            values = {"heard": MEMBERS[0][0], **decided, "votes_against": 0, "abstained": 0}
            write_cells(book, AgendaItem, {(item.row, name): value for name, value in values.items()})
    _press(workbook, "carry_decisions")
    _command("protocol", workbook, "1", "--docx", workbook.parent / "Протокол № 1.docx")
    _hold((workbook.parent / "Протокол № 1.docx").is_file(), "the protocol lies beside the workbook")


def check(workbook: Path) -> None:
    """Check all entries: findings may stand, the check itself must not fail."""
    _hold(run(["check", str(workbook)]) in {0, 1}, "the check runs")


def _type(book: xw.Book, record: type[Record], **values: object) -> None:
    append_rows(book, record, [[values.get(column.name) for column in record.table.columns]])


def _count(workbook: Path, record: type[Record]) -> int:
    with reading(workbook) as book:
        return len(read_group(book, (record,))[record])


def _command(*words: object) -> None:
    code = run([*map(str, words)])
    _hold(code == 0, f"wg-excel {' '.join(map(str, words))} ends with 0, not {code}")


def _press(workbook: Path, button: str, *chosen: Path) -> None:
    answer = press_file(workbook, button, chosen, agreed=True)
    _hold(answer.kind == "done", f"{button}: {answer.text}")


def _hold(truth: bool, claim: str) -> None:  # noqa: FBT001 - what is claimed, in the order in which it is read
    if not truth:
        sys.exit(f"NOT SO: {claim}")


def main() -> None:
    """Walk, and draw each step where pictures are wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", type=Path)
    wanted = parser.parse_args()
    draw_pages: Callable[[Path, dict[str, str], Path], None]
    draw_pages = runpy.run_path(str(Path(__file__).with_name("make_pictures.py")))["draw_pages"]
    for number, (name, sheet) in enumerate(walk(wanted.folder), 1):
        print(f"{number}. {name}: {sheet}")
        if wanted.pictures:
            draw_pages(wanted.folder / WORKBOOK, {f"walk-{number}-{name}": sheet}, wanted.pictures)


if __name__ == "__main__":
    main()
